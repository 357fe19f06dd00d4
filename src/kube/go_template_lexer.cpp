// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/go_template_lexer.h"

#include "kube/go_quote.h"

#include <algorithm>
#include <array>
#include <format>
#include <utility>

namespace minato::kube::gotemplate {
namespace {

constexpr std::string_view kLeft = "{{";
constexpr std::string_view kRight = "}}";
constexpr std::string_view kSpaces = " \t\r\n";
constexpr std::size_t kTrimSize = 2; ///< a space and a minus

constexpr std::array<std::pair<std::string_view, TokenType>, 11> kKeywords{{
    {"block", TokenType::Block},
    {"break", TokenType::Break},
    {"continue", TokenType::Continue},
    {"define", TokenType::Define},
    {"else", TokenType::Else},
    {"end", TokenType::End},
    {"if", TokenType::If},
    {"nil", TokenType::Nil},
    {"range", TokenType::Range},
    {"template", TokenType::Template},
    {"with", TokenType::With},
}};

bool isSpace(char32_t rune)
{
    return rune < 0x80 && kSpaces.contains(static_cast<char>(rune));
}

bool isAlphaNumeric(char32_t rune)
{
    return rune == '_' || isLetter(rune) || isDigit(rune);
}

/// "- " behind a left delimiter.
bool startsWithLeftTrim(std::string_view text)
{
    return text.size() >= kTrimSize && text[0] == '-' && kSpaces.contains(text[1]);
}

/// " -" before a right delimiter.
bool startsWithRightTrim(std::string_view text)
{
    return text.size() >= kTrimSize && kSpaces.contains(text[0]) && text[1] == '-';
}

std::size_t leadingSpaces(std::string_view text)
{
    return std::min(text.find_first_not_of(kSpaces), text.size());
}

std::string_view firstRunes(std::string_view text, int count)
{
    std::string_view rest = text;
    for (; count > 0 && !rest.empty(); --count)
        rest.remove_prefix(firstRune(rest).size);
    return text.substr(0, text.size() - rest.size());
}

} // namespace

std::string Token::toString() const
{
    constexpr std::size_t kShown = 10;
    if (type == TokenType::EndOfInput)
        return "EOF";
    if (type == TokenType::Error)
        return text;
    if (type >= TokenType::Dot)
        return std::format("<{}>", text);
    return text.size() > kShown ? goQuote(firstRunes(text, kShown)) + "..." : goQuote(text);
}

Token Lexer::next()
{
    while (!m_isInsideAction) {
        if (MaybeToken token = scanText())
            return std::move(*token);
    }
    return scanInsideAction();
}

Rune Lexer::advance()
{
    const Rune rune = peek();
    m_position += rune.size;
    if (rune.size > 0 && rune.value == '\n')
        ++m_line;
    return rune;
}

bool Lexer::accept(std::string_view characters)
{
    const bool found = m_position < m_input.size() && characters.contains(m_input[m_position]);
    if (found)
        ++m_position;
    return found;
}

void Lexer::acceptRun(std::string_view characters)
{
    while (accept(characters)) {
    }
}

void Lexer::countLines()
{
    m_line += static_cast<int>(std::ranges::count(m_input.substr(m_start, m_position - m_start), '\n'));
}

void Lexer::skip(std::size_t bytes)
{
    m_start = m_position;
    m_position += bytes;
    countLines();
    m_start = m_position;
    m_startLine = m_line;
}

Token Lexer::take(TokenType type)
{
    Token token{type, m_start, std::string(m_input.substr(m_start, m_position - m_start)), m_startLine};
    m_start = m_position;
    m_startLine = m_line;
    return token;
}

Token Lexer::fail(std::string message)
{
    Token token{TokenType::Error, m_start, std::move(message), m_startLine};
    m_input = {};
    m_position = m_start = 0;
    return token;
}

bool Lexer::isAtRightDelimiter(bool &trims) const
{
    trims = startsWithRightTrim(rest()) && rest().substr(kTrimSize).starts_with(kRight);
    return trims || rest().starts_with(kRight);
}

/// What may follow a name. Arithmetic such as $x+2 is refused here, should Go ever want it.
bool Lexer::isAtTerminator() const
{
    const Rune rune = peek();
    return rune.size == 0 || isSpace(rune.value) ||
           (rune.value < 0x80 && std::string_view(".,|:)(").contains(static_cast<char>(rune.value))) ||
           rest().starts_with(kRight);
}

Lexer::MaybeToken Lexer::scanText()
{
    const std::size_t left = rest().find(kLeft);
    if (left == 0)
        return scanLeftDelimiter();
    if (left == std::string_view::npos) {
        m_position = m_input.size();
        countLines();
        return take(m_position > m_start ? TokenType::Text : TokenType::EndOfInput);
    }
    std::string_view text = rest().substr(0, left);
    std::size_t trimmed = 0;
    if (startsWithLeftTrim(rest().substr(left + kLeft.size())))
        trimmed = text.size() - (text.find_last_not_of(kSpaces) + 1); // npos + 1 is 0
    m_position += left - trimmed;
    countLines();
    Token token = take(TokenType::Text);
    skip(trimmed);
    return token.text.empty() ? std::nullopt : MaybeToken(std::move(token));
}

Lexer::MaybeToken Lexer::scanLeftDelimiter()
{
    m_position += kLeft.size();
    const std::size_t marker = startsWithLeftTrim(rest()) ? kTrimSize : 0;
    if (rest().substr(marker).starts_with("/*")) {
        skip(marker);
        return scanComment();
    }
    Token token = take(TokenType::LeftDelimiter);
    m_isInsideAction = true;
    m_openParens = 0;
    skip(marker);
    return token;
}

Lexer::MaybeToken Lexer::scanComment()
{
    const std::size_t end = m_input.find("*/", m_position + 2);
    if (end == std::string_view::npos)
        return fail("unclosed comment");
    m_position = end + 2;
    bool trims = false;
    if (!isAtRightDelimiter(trims))
        return fail("comment ends before closing delimiter");
    countLines();
    skip((trims ? kTrimSize : 0) + kRight.size());
    if (trims)
        skip(leadingSpaces(rest()));
    return std::nullopt;
}

Token Lexer::scanRightDelimiter()
{
    bool trims = false;
    static_cast<void>(isAtRightDelimiter(trims));
    if (trims)
        skip(kTrimSize);
    m_position += kRight.size();
    Token token = take(TokenType::RightDelimiter);
    if (trims)
        skip(leadingSpaces(rest()));
    m_isInsideAction = false;
    return token;
}

Token Lexer::scanInsideAction()
{
    bool trims = false;
    if (isAtRightDelimiter(trims))
        return m_openParens == 0 ? scanRightDelimiter() : fail("unclosed left paren");
    const Rune rune = peek();
    if (rune.size == 0)
        return fail("unclosed action");
    if (isSpace(rune.value))
        return scanSpace();
    const bool isNumberAhead = rest().size() < 2 || (rest()[1] >= '0' && rest()[1] <= '9');
    if (rune.value == '+' || rune.value == '-' || (rune.value >= '0' && rune.value <= '9') ||
        (rune.value == '.' && isNumberAhead))
        return scanNumber();
    if (isAlphaNumeric(rune.value))
        return scanIdentifier();
    advance();
    switch (rune.value) {
    case '.':
        return scanName(TokenType::Field);
    case '$':
        return scanName(TokenType::Variable);
    case '"':
        return scanQuoted('"', TokenType::String, "unterminated quoted string");
    case '\'':
        return scanQuoted('\'', TokenType::CharConstant, "unterminated character constant");
    case '`':
        return scanRawQuoted();
    default:
        return scanPunctuation(rune.value);
    }
}

Token Lexer::scanPunctuation(char32_t rune)
{
    switch (rune) {
    case '=':
        return take(TokenType::Assign);
    case ':':
        return advance().value == '=' ? take(TokenType::Declare) : fail("expected :=");
    case '|':
        return take(TokenType::Pipe);
    case '(':
        ++m_openParens;
        return take(TokenType::LeftParen);
    case ')':
        return --m_openParens < 0 ? fail("unexpected right paren") : take(TokenType::RightParen);
    default:
        return rune < 0x80 && isPrintable(rune)
                   ? take(TokenType::Char)
                   : fail("unrecognized character in action: " + describeRune(rune));
    }
}

/// The last space before "-}}" belongs to the delimiter.
Token Lexer::scanSpace()
{
    const std::size_t count = leadingSpaces(rest());
    const std::string_view last = rest().substr(count - 1);
    const bool isTrim = startsWithRightTrim(last) && last.substr(kTrimSize).starts_with(kRight);
    if (isTrim && count == 1)
        return scanRightDelimiter();
    m_position += isTrim ? count - 1 : count;
    countLines();
    return take(TokenType::Space);
}

Token Lexer::scanIdentifier()
{
    while (peek().size > 0 && isAlphaNumeric(peek().value))
        advance();
    if (!isAtTerminator())
        return fail("bad character " + describeRune(peek().value));
    const std::string_view word = m_input.substr(m_start, m_position - m_start);
    const auto keyword = std::ranges::find(kKeywords, word, &std::pair<std::string_view, TokenType>::first);
    if (keyword != kKeywords.end())
        return take(keyword->second);
    return take(word == "true" || word == "false" ? TokenType::Bool : TokenType::Identifier);
}

/// A field or variable, its dot or dollar already read.
Token Lexer::scanName(TokenType type)
{
    if (isAtTerminator())
        return take(type == TokenType::Field ? TokenType::Dot : type);
    while (peek().size > 0 && isAlphaNumeric(peek().value))
        advance();
    return isAtTerminator() ? take(type) : fail("bad character " + describeRune(peek().value));
}

Token Lexer::scanQuoted(char quote, TokenType type, std::string_view failure)
{
    while (true) {
        Rune rune = advance();
        if (rune.value == static_cast<unsigned char>(quote))
            return take(type);
        if (rune.value == '\\')
            rune = advance();
        if (rune.size == 0 || rune.value == '\n')
            return fail(std::string(failure));
    }
}

Token Lexer::scanRawQuoted()
{
    while (true) {
        const Rune rune = advance();
        if (rune.size == 0)
            return fail("unterminated raw quoted string");
        if (rune.value == '`')
            return take(TokenType::RawString);
    }
}

/// Accepts more than is a number: reading its value finds out.
Token Lexer::scanNumber()
{
    const auto bad = [this] {
        return fail("bad number syntax: " + goQuote(m_input.substr(m_start, m_position - m_start)));
    };
    if (!skipNumber())
        return bad();
    if (peek().value != '+' && peek().value != '-')
        return take(TokenType::Number);
    if (!skipNumber() || m_input[m_position - 1] != 'i') // 1+2i, without spaces
        return bad();
    return take(TokenType::Complex);
}

bool Lexer::skipNumber()
{
    constexpr std::string_view kDecimal = "0123456789_";
    std::string_view digits = kDecimal;
    bool isHex = false;
    accept("+-");
    if (accept("0")) {
        if (accept("xX")) {
            digits = "0123456789abcdefABCDEF_";
            isHex = true;
        } else if (accept("oO")) {
            digits = "01234567_";
        } else if (accept("bB")) {
            digits = "01_";
        }
    }
    acceptRun(digits);
    if (accept("."))
        acceptRun(digits);
    if ((digits == kDecimal && accept("eE")) || (isHex && accept("pP"))) {
        accept("+-");
        acceptRun(kDecimal);
    }
    accept("i");
    const Rune next = peek();
    if (next.size == 0 || !isAlphaNumeric(next.value))
        return true;
    advance();
    return false;
}

} // namespace minato::kube::gotemplate
