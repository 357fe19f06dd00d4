// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/utf8.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace minato::kube::gotemplate {

enum class TokenType : std::uint8_t {
    Error, ///< the text is the message
    EndOfInput,
    Text,
    LeftDelimiter,
    RightDelimiter,
    LeftParen,
    RightParen,
    Space,
    Pipe,
    Assign,
    Declare,
    Char, ///< any other ASCII character, such as a comma
    Identifier,
    Field,
    Variable,
    Bool,
    Number,
    Complex,
    CharConstant,
    String,
    RawString,
    // Keywords from here on.
    Dot,
    Block,
    Break,
    Continue,
    Define,
    Else,
    End,
    If,
    Nil,
    Range,
    Template,
    With,
};

struct Token {
    TokenType type = TokenType::Error;
    std::size_t position = 0; ///< bytes from the start of the template
    std::string text;
    int line = 0;

    /// As messages show it: `"printf"`, `<end>`, at most ten characters.
    [[nodiscard]] std::string toString() const;
};

/// Splits a template into text and the tokens of its actions. Trim markers and comments end here.
///
/// Mirrors   text/template/parse/lex.go
/// Errors    One Error token, then nothing sensible.
class Lexer {
public:
    explicit Lexer(std::string_view input) : m_input(input) {}

    [[nodiscard]] Token next();

private:
    using MaybeToken = std::optional<Token>; ///< nothing: go on from the new position

    [[nodiscard]] MaybeToken scanText();
    [[nodiscard]] MaybeToken scanLeftDelimiter();
    [[nodiscard]] MaybeToken scanComment();
    [[nodiscard]] Token scanRightDelimiter();
    [[nodiscard]] Token scanInsideAction();
    [[nodiscard]] Token scanPunctuation(char32_t rune);
    [[nodiscard]] Token scanSpace();
    [[nodiscard]] Token scanIdentifier();
    [[nodiscard]] Token scanName(TokenType type);
    [[nodiscard]] Token scanNumber();
    [[nodiscard]] Token scanQuoted(char quote, TokenType type, std::string_view failure);
    [[nodiscard]] Token scanRawQuoted();
    [[nodiscard]] bool skipNumber();

    [[nodiscard]] std::string_view rest() const { return m_input.substr(m_position); }
    [[nodiscard]] Rune peek() const { return firstRune(rest()); }
    Rune advance();
    bool accept(std::string_view characters);
    void acceptRun(std::string_view characters);
    void skip(std::size_t bytes); ///< and forget them
    void countLines();
    [[nodiscard]] bool isAtTerminator() const;
    [[nodiscard]] bool isAtRightDelimiter(bool &trims) const;
    [[nodiscard]] Token take(TokenType type);
    [[nodiscard]] Token fail(std::string message);

    std::string_view m_input;
    std::size_t m_position = 0;
    std::size_t m_start = 0; ///< of the token being read
    int m_line = 1;
    int m_startLine = 1;
    int m_openParens = 0;
    bool m_isInsideAction = false;
};

} // namespace minato::kube::gotemplate
