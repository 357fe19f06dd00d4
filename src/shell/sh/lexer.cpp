// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/sh/lexer.h"

#include <algorithm>
#include <array>
#include <utility>

namespace minato::shell {
namespace {

constexpr int kMaxDepth = 400;
constexpr std::string_view kSpecialParameters = "@*#?-$!";

bool isNameStart(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}
bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}
bool isNameChar(char c)
{
    return isNameStart(c) || isDigit(c);
}
bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

} // namespace

Lexer::Nesting::Nesting(Lexer &lexer) : m_lexer(lexer)
{
    if (lexer.m_depth >= kMaxDepth)
        lexer.fail("nested too deeply");
    ++lexer.m_depth;
}

bool isName(std::string_view text)
{
    return !text.empty() && isNameStart(text.front()) && std::ranges::all_of(text, isNameChar);
}

bool Token::isRedirection() const
{
    return kind == Kind::Operator && (op.front() == '<' || op.front() == '>');
}

std::string_view Token::plainText() const
{
    if (kind != Kind::Word || word.parts.size() != 1)
        return {};
    const WordPart &part = word.parts.front();
    return part.kind == WordPart::Kind::Literal && !part.isQuoted ? std::string_view(part.text)
                                                                  : std::string_view();
}

void appendLiteral(Word &word, std::string_view text, bool isQuoted)
{
    if (!word.parts.empty()) {
        WordPart &last = word.parts.back();
        if (last.kind == WordPart::Kind::Literal && last.isQuoted == isQuoted) {
            last.text += text;
            return;
        }
    }
    word.parts.push_back({.kind = WordPart::Kind::Literal, .isQuoted = isQuoted, .text = std::string(text)});
}

std::string literalText(const Word &word)
{
    std::string text;
    for (const WordPart &part : word.parts)
        text += part.kind == WordPart::Kind::Parameter ? "$" + part.text : part.text;
    return text;
}

void Lexer::fail(std::string message, bool isIncomplete) const
{
    throw SyntaxError{m_line, std::move(message), isIncomplete};
}

char Lexer::take()
{
    const char c = m_text[m_pos++];
    if (c == '\n')
        ++m_line;
    return c;
}

void Lexer::skipBlanksAndComment()
{
    for (;;) {
        if (isBlank(peek())) {
            ++m_pos;
        } else if (peek() == '\\' && peek(1) == '\n') {
            m_pos += 2;
            ++m_line;
            m_endedEarly |= atEnd();
        } else if (const std::size_t length = powerShellContinuation(); length > 0) {
            m_pos += length;
            ++m_line;
            m_endedEarly |= atEnd();
        } else if (peek() == '#') {
            while (!atEnd() && peek() != '\n')
                ++m_pos;
        } else {
            return;
        }
    }
}

/// "`" between a blank and the end of a line goes on in the next one, as PowerShell has it: the length of both, or 0.
/// It is a substitution, as POSIX has it, when its end stands elsewhere than at such a place.
std::size_t Lexer::powerShellContinuation() const
{
    const bool isBehindBlank = m_pos > 0 && isBlank(m_text[m_pos - 1]);
    const std::size_t length = peek(1) == '\n' ? 2 : peek(1) == '\r' && peek(2) == '\n' ? 3 : 0;
    if (peek() != '`' || !isBehindBlank || length == 0)
        return 0;
    const std::size_t end = m_text.find('`', m_pos + 1);
    if (end == std::string::npos)
        return length;
    const bool isAlike = isBlank(m_text[end - 1]) &&
                         (end + 1 == m_text.size() || m_text[end + 1] == '\n' || m_text[end + 1] == '\r');
    return isAlike ? length : 0;
}

Token Lexer::next()
{
    skipBlanksAndComment();
    Token token{.line = m_line};
    if (atEnd()) {
        m_endedEarly |= !m_pending.empty();
        readPendingDocuments();
        return token;
    }
    if (peek() == '\n') {
        take();
        readPendingDocuments();
        token.kind = Token::Kind::Newline;
        return token;
    }
    if (std::string_view(";&|<>()").contains(peek()))
        return readOperator();
    token.kind = Token::Kind::Word;
    token.word = readWord(Context::Plain);
    token.word.line = token.line;
    const std::string_view plain = token.plainText();
    if ((peek() == '<' || peek() == '>') && !plain.empty() && plain.size() < 4 &&
        std::ranges::all_of(plain, isDigit)) {
        const int fd = std::stoi(std::string(plain));
        token = readOperator();
        token.ioNumber = fd;
    }
    return token;
}

Token Lexer::readOperator()
{
    static constexpr std::array<std::string_view, 17> operators{
        "<<-", "&&", "||", ";;", "<<", ">>", "<&", ">&", "<>", ">|", "&", "|", ";", "<", ">", "(", ")"};
    const auto rest = std::string_view(m_text).substr(m_pos);
    const auto found =
        std::ranges::find_if(operators, [rest](std::string_view op) { return rest.starts_with(op); });
    m_pos += found->size();
    return {.kind = Token::Kind::Operator, .op = std::string(*found), .line = m_line};
}

bool Lexer::endsWord(Context context) const
{
    switch (context) {
    case Context::Plain:
        return atEnd() || std::string_view(" \t\r\n;&|<>()").contains(peek());
    case Context::DoubleQuotes:
        return peek() == '"';
    case Context::Brace:
    case Context::QuotedBrace:
        return peek() == '}';
    case Context::Arithmetic:
        return false; // readArithmetic counts the parentheses
    case Context::HereDoc:
        return atEnd();
    }
    return true;
}

Word Lexer::readWord(Context context)
{
    const Nesting nesting(*this);
    const bool isQuoted = context != Context::Plain && context != Context::Brace;
    Word word{.line = m_line};
    int parentheses = 0;
    while (!endsWord(context)) {
        if (atEnd()) {
            if (context == Context::DoubleQuotes)
                fail("Unterminated quoted string", true);
            fail(context == Context::Arithmetic ? "Missing '))'" : "Missing '}'", true);
        }
        const char c = peek();
        if (c == '\\') {
            readBackslash(word, context);
        } else if (c == '\'' && !isQuoted) {
            readSingleQuotes(word);
        } else if (c == '"' && context != Context::HereDoc && context != Context::Arithmetic) {
            readDoubleQuotes(word);
        } else if (c == '$') {
            readDollar(word, isQuoted);
        } else if (c == '`') {
            readBackquotes(word, isQuoted);
        } else if (context == Context::Arithmetic && c == ')' && parentheses == 0) {
            return word;
        } else {
            parentheses += c == '(' ? 1 : c == ')' ? -1 : 0;
            const char taken = take();
            appendLiteral(word, std::string_view(&taken, 1), isQuoted);
        }
    }
    return word;
}

void Lexer::readBackslash(Word &word, Context context)
{
    ++m_pos;
    if (atEnd()) {
        m_endedEarly = true;
        appendLiteral(word, "\\", true);
        return;
    }
    const char c = take();
    if (c == '\n')
        return;
    std::string_view escapable;
    switch (context) {
    case Context::Plain:
    case Context::Brace:
        appendLiteral(word, std::string_view(&c, 1), true);
        return;
    case Context::DoubleQuotes:
    case Context::Arithmetic:
        escapable = "$`\"\\";
        break;
    case Context::QuotedBrace:
        escapable = "$`\"\\}";
        break;
    case Context::HereDoc:
        escapable = "$`\\";
        break;
    }
    if (!escapable.contains(c))
        appendLiteral(word, "\\", true);
    appendLiteral(word, std::string_view(&c, 1), true);
}

void Lexer::readSingleQuotes(Word &word)
{
    ++m_pos;
    std::string text;
    while (!atEnd() && peek() != '\'')
        text += take();
    if (atEnd())
        fail("Unterminated quoted string", true);
    ++m_pos;
    appendLiteral(word, text, true);
}

void Lexer::readDoubleQuotes(Word &word)
{
    ++m_pos;
    Word inside = readWord(Context::DoubleQuotes);
    ++m_pos;
    if (inside.parts.empty())
        appendLiteral(word, "", true);
    for (WordPart &part : inside.parts)
        word.parts.push_back(std::move(part));
}

std::string Lexer::readParameterName()
{
    const std::size_t begin = m_pos;
    if (isNameStart(peek())) {
        while (isNameChar(peek()))
            ++m_pos;
    } else if (!atEnd() && (isDigit(peek()) || kSpecialParameters.contains(peek()))) {
        ++m_pos;
    }
    return m_text.substr(begin, m_pos - begin);
}

void Lexer::readDollar(Word &word, bool isQuoted)
{
    ++m_pos;
    if (peek() == '(' && peek(1) == '(') {
        readArithmetic(word, isQuoted);
    } else if (peek() == '(') {
        ++m_pos;
        const Nesting nesting(*this);
        word.parts.push_back(
            {.kind = WordPart::Kind::Command, .isQuoted = isQuoted, .commands = parseSubstitution(*this)});
    } else if (peek() == '{') {
        readBraces(word, isQuoted);
    } else if (std::string name = readParameterName(); !name.empty()) {
        word.parts.push_back(
            {.kind = WordPart::Kind::Parameter, .isQuoted = isQuoted, .text = std::move(name)});
    } else {
        appendLiteral(word, "$", isQuoted);
    }
}

void Lexer::readBraces(Word &word, bool isQuoted)
{
    ++m_pos;
    WordPart part{.kind = WordPart::Kind::Parameter, .isQuoted = isQuoted};
    const bool asksLength = peek() == '#' && peek(1) != '}' && !std::string_view("-:+=?%").contains(peek(1));
    if (asksLength)
        ++m_pos;
    if (isDigit(peek())) {
        while (isDigit(peek()))
            part.text += take();
    } else {
        part.text = readParameterName();
    }
    if (asksLength) {
        part.op = part.text.empty() ? "bad" : "length";
    } else if (part.text.empty()) {
        part.op = "bad";
    } else if (!atEnd() && peek() != '}') {
        if (peek() == ':')
            part.op = take();
        if (!atEnd() && std::string_view("-=?+").contains(peek()))
            part.op += take();
        else if (part.op.empty() && (peek() == '#' || peek() == '%'))
            part.op = peek() == peek(1) ? m_text.substr(m_pos, 2) : std::string(1, peek());
        else
            part.op = "bad";
        if (part.op.front() == '#' || part.op.front() == '%')
            m_pos += part.op.size();
    }
    const bool isPattern = part.op.starts_with('#') || part.op.starts_with('%');
    part.operand =
        std::make_shared<Word>(readWord(isQuoted && !isPattern ? Context::QuotedBrace : Context::Brace));
    if (part.op == "length" && !part.operand->parts.empty())
        part.op = "bad";
    ++m_pos;
    word.parts.push_back(std::move(part));
}

void Lexer::readArithmetic(Word &word, bool isQuoted)
{
    m_pos += 2;
    auto expression = std::make_shared<Word>(readWord(Context::Arithmetic));
    if (peek() != ')' || peek(1) != ')')
        fail("Missing '))'", m_pos + 1 >= m_text.size());
    m_pos += 2;
    word.parts.push_back(
        {.kind = WordPart::Kind::Arithmetic, .isQuoted = isQuoted, .operand = std::move(expression)});
}

void Lexer::readBackquotes(Word &word, bool isQuoted)
{
    ++m_pos;
    const int firstLine = m_line;
    std::string text;
    while (!atEnd() && peek() != '`') {
        if (peek() == '\\' && (std::string_view("$`\\").contains(peek(1)) || (isQuoted && peek(1) == '"')))
            ++m_pos;
        if (!atEnd())
            text += take();
    }
    if (atEnd())
        fail("EOF in backquote substitution", true);
    ++m_pos;
    const Nesting nesting(*this);
    word.parts.push_back({.kind = WordPart::Kind::Command,
                          .isQuoted = isQuoted,
                          .commands = parseAll(std::move(text), firstLine, m_depth)});
}

void Lexer::expectHereDocument(std::shared_ptr<HereDocument> document)
{
    m_pending.push_back(std::move(document));
}

void Lexer::readPendingDocuments()
{
    const auto documents = std::exchange(m_pending, {});
    for (const auto &document : documents)
        readDocument(*document);
}

void Lexer::readDocument(HereDocument &document)
{
    std::string body;
    const int firstLine = m_line;
    for (;;) {
        if (atEnd()) {
            m_endedEarly = true;
            break;
        }
        std::string line;
        while (!atEnd() && peek() != '\n')
            line += take();
        const bool hasNewline = !atEnd();
        if (hasNewline)
            take();
        if (document.stripsTabs)
            line.erase(0, std::min(line.find_first_not_of('\t'), line.size()));
        if (line == document.delimiter)
            break;
        body += line;
        if (hasNewline)
            body += '\n';
    }
    if (document.isQuoted) {
        appendLiteral(document.body, body, true);
    } else {
        Lexer inner(std::move(body), firstLine, m_depth);
        document.body = inner.readWord(Context::HereDoc);
    }
}

} // namespace minato::shell
