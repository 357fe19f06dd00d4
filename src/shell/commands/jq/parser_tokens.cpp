// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/commands/jq/parser.h"

#include <algorithm>
#include <array>
#include <utility>

namespace minato::shell::jq {
namespace {

bool isNameStart(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}
bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

constexpr std::array<std::string_view, 33> kOperatorTexts{
    "//=", "..", "|=", "+=", "-=", "*=", "/=", "%=", "==", "!=", "<=", ">=", "//", "|", ",", ".", "[",
    "]",   "(",  ")",  "{",  "}",  ":",  ";",  "=",  "<",  ">",  "+",  "-",  "*",  "/", "%", "?"};

} // namespace

void Parser::fail(std::string message) const
{
    throw Mistake{std::move(message),
                  static_cast<int>(std::ranges::count(m_text.substr(0, m_token.begin), '\n')) + 1};
}

void Parser::unexpected() const
{
    fail(m_token.kind == Token::Kind::End ? "syntax error, unexpected end of file"
                                          : "syntax error, unexpected " + m_token.text);
}

void Parser::advance()
{
    for (;;) {
        m_at = std::min(m_text.find_first_not_of(" \t\r\n", m_at), m_text.size());
        if (m_at == m_text.size() || m_text[m_at] != '#')
            break;
        m_at = std::min(m_text.find('\n', m_at), m_text.size());
    }
    m_token = {.begin = m_at};
    if (m_at == m_text.size())
        return;
    const auto peek = [this](std::size_t ahead) {
        return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\0';
    };
    const auto name = [&] {
        std::string text;
        while (isNameStart(peek(0)) || isDigit(peek(0)) ||
               (peek(0) == ':' && peek(1) == ':' && isNameStart(peek(2))))
            text += m_text[m_at++];
        return text;
    };
    const char c = peek(0);
    if (isNameStart(c)) {
        m_token.kind = Token::Kind::Name;
        m_token.text = name();
    } else if (c == '.' && isNameStart(peek(1))) {
        ++m_at;
        m_token.kind = Token::Kind::Field;
        m_token.text = name();
    } else if (c == '$' && isNameStart(peek(1))) {
        ++m_at;
        m_token.kind = Token::Kind::Variable;
        m_token.text = name();
    } else if (c == '@' && isNameStart(peek(1))) {
        ++m_at;
        m_token.kind = Token::Kind::Format;
        m_token.text = "@" + name();
    } else if (isDigit(c) || (c == '.' && isDigit(peek(1)))) {
        m_token.kind = Token::Kind::Number;
        while (isDigit(peek(0)) || peek(0) == '.')
            m_token.text += m_text[m_at++];
        const bool hasSign = peek(1) == '+' || peek(1) == '-';
        if ((peek(0) == 'e' || peek(0) == 'E') && isDigit(peek(hasSign ? 2 : 1)))
            do
                m_token.text += m_text[m_at++];
            while (isDigit(peek(0)) || peek(0) == '+' || peek(0) == '-');
    } else if (c == '"') {
        m_token.kind = Token::Kind::Text; // what is in it string() reads
        m_token.text = "\"";
    } else {
        readOperator();
    }
}

void Parser::readOperator()
{
    const auto found = std::ranges::find_if(
        kOperatorTexts, [&](std::string_view op) { return m_text.substr(m_at).starts_with(op); });
    m_token.kind = Token::Kind::Operator;
    if (found == kOperatorTexts.end()) {
        m_token.text = m_text.substr(m_at, 1);
        fail("syntax error, unexpected INVALID_CHARACTER");
    }
    m_token.text = *found;
    m_at += found->size();
}

bool Parser::is(std::string_view text) const
{
    return (m_token.kind == Token::Kind::Operator || m_token.kind == Token::Kind::Name) &&
           m_token.text == text;
}

bool Parser::accept(std::string_view text)
{
    if (!is(text))
        return false;
    advance();
    return true;
}

void Parser::expect(std::string_view text)
{
    if (!accept(text))
        unexpected();
}

std::string Parser::takeName()
{
    if (m_token.kind != Token::Kind::Name)
        unexpected();
    std::string name = std::move(m_token.text);
    advance();
    return name;
}

std::string Parser::takeVariable()
{
    if (m_token.kind != Token::Kind::Variable)
        unexpected();
    std::string name = std::move(m_token.text);
    advance();
    return name;
}

} // namespace minato::shell::jq
