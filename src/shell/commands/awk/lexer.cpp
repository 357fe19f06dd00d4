// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/commands/awk/lexer.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace minato::shell::awk {
namespace {

constexpr std::array<std::string_view, 21> kKeywords{
    "BEGIN", "END",    "function", "func",     "if",      "else",     "while",
    "for",   "do",     "break",    "continue", "next",    "exit",     "return",
    "print", "printf", "delete",   "in",       "getline", "nextfile", "BEGINFILE"};
constexpr std::array<std::string_view, 24> kFunctions{
    "length", "substr",  "index",   "split",  "sub",   "gsub",   "match",   "sprintf",
    "sin",    "cos",     "atan2",   "exp",    "log",   "sqrt",   "int",     "rand",
    "srand",  "tolower", "toupper", "system", "close", "fflush", "systime", "strftime"};
constexpr std::array<std::string_view, 43> kOperators{
    "**=", "+=", "-=", "*=", "/=", "%=", "^=", "==", "<=", ">=", "!=", "!~", "++", "--", "&&",
    "||",  ">>", "**", "{",  "}",  "(",  ")",  "[",  "]",  ";",  ",",  "+",  "-",  "*",  "/",
    "%",   "^",  "!",  ">",  "<",  "|",  "?",  ":",  "~",  "$",  "=",  "&",  "\\"};

bool isNameStart(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}
bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

} // namespace

std::string unescaped(std::string_view text, std::size_t &at)
{
    static constexpr std::string_view names = "abfnrtv\\\"/", values = "\a\b\f\n\r\t\v\\\"/";
    const char c = text[at];
    if (const std::size_t known = names.find(c); known != std::string_view::npos) {
        ++at;
        return {values[known]};
    }
    if (c >= '0' && c <= '7') {
        int value = 0;
        for (int i = 0; i < 3 && at < text.size() && text[at] >= '0' && text[at] <= '7'; ++i)
            value = value * 8 + (text[at++] - '0');
        return {static_cast<char>(value)};
    }
    ++at;
    return {'\\', c};
}

void Lexer::skipBlanks()
{
    for (;;) {
        if (peek() == ' ' || peek() == '\t' || peek() == '\r') {
            ++m_at;
        } else if (peek() == '\\' && (peek(1) == '\n' || (peek(1) == '\r' && peek(2) == '\n'))) {
            m_at += peek(1) == '\n' ? 2 : 3;
            ++m_line;
        } else if (peek() == '#') {
            while (m_at < m_text.size() && peek() != '\n')
                ++m_at;
        } else {
            return;
        }
    }
}

Token Lexer::next()
{
    skipBlanks();
    Token token{.begin = m_at, .line = m_line};
    if (m_at >= m_text.size())
        return token;
    const char c = peek();
    if (c == '\n') {
        ++m_at;
        ++m_line;
        token.kind = Token::Kind::Newline;
        return token;
    }
    if (isNameStart(c))
        return word();
    if (isDigit(c) || (c == '.' && isDigit(peek(1)))) {
        char *end = nullptr;
        token.kind = Token::Kind::Number;
        const bool isHex = c == '0' && (peek(1) | 32) == 'x';
        token.number = isHex ? 0 : std::strtod(m_text.c_str() + m_at, &end);
        m_at = isHex ? m_at + 1 : static_cast<std::size_t>(end - m_text.c_str());
        return token;
    }
    if (c == '"') {
        token.kind = Token::Kind::Text;
        token.text = quoted();
        return token;
    }
    const std::string_view rest = std::string_view(m_text).substr(m_at);
    const auto found =
        std::ranges::find_if(kOperators, [rest](std::string_view op) { return rest.starts_with(op); });
    if (found == kOperators.end())
        fail(std::string("unexpected character '") + c + "'");
    m_at += found->size();
    token.kind = Token::Kind::Operator;
    token.text = *found == "**" ? "^" : *found == "**=" ? "^=" : *found;
    return token;
}

Token Lexer::word()
{
    Token token{.begin = m_at, .line = m_line};
    while (isNameStart(peek()) || isDigit(peek()))
        token.text += m_text[m_at++];
    if (std::ranges::contains(kKeywords, token.text))
        token.kind = Token::Kind::Keyword;
    else if (std::ranges::contains(kFunctions, token.text))
        token.kind = Token::Kind::Function;
    else
        token.kind = peek() == '(' ? Token::Kind::FunctionName : Token::Kind::Name;
    if (token.text == "func")
        token.text = "function";
    return token;
}

std::string Lexer::quoted()
{
    std::string text;
    ++m_at;
    while (m_at < m_text.size() && peek() != '"') {
        if (peek() == '\n')
            fail("runaway string constant \"" + text.substr(0, 10) + " ...");
        if (peek() != '\\') {
            text += m_text[m_at++];
            continue;
        }
        ++m_at;
        if (peek() == '\n') {
            ++m_at;
            ++m_line;
        } else if (m_at < m_text.size()) {
            text += unescaped(m_text, m_at);
        }
    }
    if (m_at >= m_text.size())
        fail("runaway string constant \"" + text.substr(0, 10) + " ...");
    ++m_at;
    return text;
}

std::string Lexer::regex(std::size_t begin)
{
    m_at = begin + 1;
    std::string text;
    bool isInBrackets = false;
    for (; m_at < m_text.size() && m_text[m_at] != '\n'; ++m_at) {
        const char c = m_text[m_at];
        if (c == '/' && !isInBrackets) {
            ++m_at;
            return text;
        }
        if (c == '\\' && peek(1) != '\0') {
            if (peek(1) != '/')
                text += c;
            text += m_text[++m_at];
            continue;
        }
        if (c == '[' && !isInBrackets) {
            isInBrackets = true;
            text += c;
            if (peek(1) == '^')
                text += m_text[++m_at];
            if (peek(1) == ']')
                text += m_text[++m_at];
            continue;
        }
        if (c == '[' && peek(1) == ':') { // a class in the brackets
            const std::size_t end = m_text.find(":]", m_at + 2);
            if (end != std::string::npos) {
                text += m_text.substr(m_at, end + 2 - m_at);
                m_at = end + 1;
                continue;
            }
        }
        if (c == ']')
            isInBrackets = false;
        text += c;
    }
    fail("runaway regular expression /" + text.substr(0, 10) + " ...");
}

} // namespace minato::shell::awk
