// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/sh/ast.h"

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace minato::shell {

/// Thrown inside the parser only; Parser::next() turns it into a value.
struct SyntaxError {
    int line = 1;
    std::string message;       ///< without "Syntax error: "
    bool isIncomplete = false; ///< more text could make it right
};

struct Token {
    enum class Kind : std::uint8_t { End, Newline, Operator, Word };
    Kind kind = Kind::End;
    std::string op; ///< "&&", ";;", "<<-", …
    Word word;
    int ioNumber = -1; ///< before a redirection operator: 2>
    int line = 1;

    [[nodiscard]] bool isOperator(std::string_view text) const
    {
        return kind == Kind::Operator && op == text;
    }
    [[nodiscard]] bool isRedirection() const;
    /// The text of a word without quotes or expansions, else "": for reserved words and aliases.
    [[nodiscard]] std::string_view plainText() const;
};

using Aliases = std::map<std::string, std::string, std::less<>>;

/// Cuts a script into tokens and words into parts.
///
/// Errors    Throws SyntaxError.
class Lexer {
public:
    explicit Lexer(std::string text, int line = 1, int depth = 0)
        : m_text(std::move(text)), m_line(line), m_depth(depth)
    {
    }

    [[nodiscard]] Token next();
    /// The body is read when the line ends.
    void expectHereDocument(std::shared_ptr<HereDocument> document);
    /// An alias was recognised: read `text` before what follows.
    void insert(std::string_view text)
    {
        m_text.insert(m_pos, text);
        m_inserted += text.size();
    }
    [[nodiscard]] std::size_t position() const { return m_pos; }
    /// The position in the text as it was given; between lines, where all that aliases inserted has been
    /// read.
    [[nodiscard]] std::size_t sourcePosition() const { return m_pos - m_inserted; }
    [[nodiscard]] std::string_view textBetween(std::size_t begin, std::size_t end) const
    {
        return std::string_view(m_text).substr(begin, end - begin);
    }
    [[nodiscard]] int line() const { return m_line; }
    /// True when a here-document had no end, or the text ended with a backslash: a terminal would ask for
    /// more.
    [[nodiscard]] bool endedEarly() const { return m_endedEarly; }
    [[noreturn]] void fail(std::string message, bool isIncomplete = false) const;

    /// Counts one level of nesting of the grammar while it lives; too many are a syntax error, not a full
    /// stack.
    class Nesting {
    public:
        explicit Nesting(Lexer &lexer);
        ~Nesting() { --m_lexer.m_depth; }
        Nesting(const Nesting &) = delete;
        Nesting &operator=(const Nesting &) = delete;

    private:
        Lexer &m_lexer;
    };

private:
    enum class Context : std::uint8_t { Plain, DoubleQuotes, Brace, QuotedBrace, Arithmetic, HereDoc };

    [[nodiscard]] bool atEnd() const { return m_pos >= m_text.size(); }
    [[nodiscard]] char peek(std::size_t ahead = 0) const
    {
        return m_pos + ahead < m_text.size() ? m_text[m_pos + ahead] : '\0';
    }
    char take();
    void skipBlanksAndComment();
    [[nodiscard]] std::size_t powerShellContinuation() const;
    [[nodiscard]] Token readOperator();
    [[nodiscard]] Word readWord(Context context);
    [[nodiscard]] bool endsWord(Context context) const;
    void readBackslash(Word &word, Context context);
    void readSingleQuotes(Word &word);
    void readDoubleQuotes(Word &word);
    void readDollar(Word &word, bool isQuoted);
    void readBraces(Word &word, bool isQuoted);
    void readArithmetic(Word &word, bool isQuoted);
    void readBackquotes(Word &word, bool isQuoted);
    void readPendingDocuments();
    void readDocument(HereDocument &document);
    [[nodiscard]] std::string readParameterName();

    std::string m_text;
    std::size_t m_pos = 0, m_inserted = 0;
    int m_line;
    int m_depth;
    bool m_endedEarly = false;
    std::vector<std::shared_ptr<HereDocument>> m_pending;
};

/// Reads the commands up to the ")" that ends a substitution, and that ")". Defined by the parser.
[[nodiscard]] NodePtr parseSubstitution(Lexer &lexer);
/// Reads a whole text as commands: the inside of back-quotes.
[[nodiscard]] NodePtr parseAll(std::string text, int line, int depth);
[[nodiscard]] bool isName(std::string_view text);

/// Appends literal text, joining neighbours that are quoted alike.
void appendLiteral(Word &word, std::string_view text, bool isQuoted);
/// The text of a word after quote removal, expansions left as they are not: delimiters of here-documents.
[[nodiscard]] std::string literalText(const Word &word);

} // namespace minato::shell
