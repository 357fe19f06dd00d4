// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace minato::shell::awk {

/// Thrown while a program is read; told as "awk: line N: MESSAGE".
struct SyntaxError {
    int line = 1;
    std::string message;
};

struct Token {
    enum class Kind : std::uint8_t {
        End,
        Newline,
        Number,
        Text,
        Name,
        FunctionName,
        Keyword,
        Function,
        Operator
    };
    Kind kind = Kind::End;
    std::string text; ///< FunctionName: a name with "(" right behind it
    double number = 0;
    std::size_t begin = 0;
    int line = 1;

    [[nodiscard]] bool is(std::string_view wanted) const
    {
        return (kind == Kind::Operator || kind == Kind::Keyword) && text == wanted;
    }
};

/// Cuts an awk program into tokens. What "/" means only the reader of the grammar knows: regex() reads on from it.
class Lexer {
public:
    explicit Lexer(std::string text) : m_text(std::move(text)) {}

    [[nodiscard]] Token next();
    /// The text of the regular expression whose first "/" is at `begin`.
    [[nodiscard]] std::string regex(std::size_t begin);
    [[nodiscard]] int line() const { return m_line; }
    [[noreturn]] void fail(std::string message) const { throw SyntaxError{m_line, std::move(message)}; }

private:
    [[nodiscard]] char peek(std::size_t ahead = 0) const
    {
        return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\0';
    }
    void skipBlanks();
    [[nodiscard]] Token word();
    [[nodiscard]] std::string quoted();

    std::string m_text;
    std::size_t m_at = 0;
    int m_line = 1;
};

/// The character or the characters that an escape stands for in a text; `at` stands behind the backslash and moves on.
[[nodiscard]] std::string unescaped(std::string_view text, std::size_t &at);

} // namespace minato::shell::awk
