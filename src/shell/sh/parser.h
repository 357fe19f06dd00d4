// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/sh/lexer.h"

#include <expected>
#include <optional>
#include <string>
#include <string_view>

namespace minato::shell {

/// Reads the shell's grammar, one complete command at a time, so that what stands before a syntax error still
/// runs.
///
/// Mirrors   dash 0.5.12, its messages included
/// Errors    SyntaxError, with the line on which the reader stood. Nesting is bounded.
class Parser {
public:
    explicit Parser(std::string text, const Aliases *aliases = nullptr)
        : m_own(std::move(text)), m_lexer(m_own), m_aliases(aliases)
    {
    }
    /// Reads on with a lexer that stands inside a word: for substitutions.
    explicit Parser(Lexer &lexer) : m_own(""), m_lexer(lexer) {}

    /// The commands up to the end of the line; null at the end of the text.
    [[nodiscard]] std::expected<NodePtr, SyntaxError> next();
    [[nodiscard]] NodePtr untilParenthesis(); ///< throws
    [[nodiscard]] NodePtr untilEnd();         ///< throws
    [[nodiscard]] bool endedEarly() const { return m_lexer.endedEarly(); }
    /// Behind what next() has read.
    [[nodiscard]] std::size_t position() const { return m_lexer.sourcePosition(); }

private:
    [[nodiscard]] const Token &peek();
    Token take();
    void skipNewlines();
    void expandAliases();
    [[nodiscard]] bool isReserved(std::string_view word);
    void expectReserved(std::string_view word);
    [[noreturn]] void unexpected(std::string_view expected = {});

    [[nodiscard]] NodePtr parseLine();
    [[nodiscard]] NodePtr parseList(bool mayBeEmpty);
    [[nodiscard]] NodePtr parseAndOr();
    [[nodiscard]] NodePtr parsePipeline();
    [[nodiscard]] NodePtr parseCommand();
    [[nodiscard]] NodePtr parseCompound();
    [[nodiscard]] NodePtr parseSimple();
    [[nodiscard]] NodePtr parseFunction(const Token &name);
    [[nodiscard]] NodePtr parseIf();
    [[nodiscard]] NodePtr parseFor();
    [[nodiscard]] NodePtr parseLoop();
    [[nodiscard]] NodePtr parseCase();
    [[nodiscard]] CaseItem parseCaseItem();
    [[nodiscard]] Redirect parseRedirect();
    [[nodiscard]] bool takeAssignment(SimpleCommand &command, Word &word);

    Lexer m_own;
    Lexer &m_lexer;
    const Aliases *m_aliases = nullptr;
    struct ActiveAlias {
        std::string name;
        std::size_t end;
    };
    std::vector<ActiveAlias> m_activeAliases;
    std::optional<Token> m_token;
};

} // namespace minato::shell
