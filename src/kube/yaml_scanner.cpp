// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/yaml_scanner.h"

#include "kube/utf8.h"

#include <algorithm>
#include <format>
#include <utility>

namespace minato::kube {
namespace {

constexpr int kMaxDepth = 10'000;   // upstream's, for its messages; the builder stops long before
constexpr int kMaxSimpleKey = 1024; // characters

} // namespace

YamlScanner::YamlScanner(std::string_view text) : m_text(text) {}

const YamlToken *YamlScanner::peek()
{
    if (m_failure || (!m_isReady && !fetchMore()))
        return nullptr;
    return &m_tokens.front();
}

void YamlScanner::pop()
{
    m_tokens.pop_front();
    ++m_popped;
    m_isReady = false;
}

bool YamlScanner::fail(std::string message)
{
    m_failure = YamlFailure{m_mark, std::move(message), YamlFailure::Origin::Scanner};
    return false;
}

/// Reads on until the token at the front cannot turn out to be a key any more.
bool YamlScanner::fetchMore()
{
    while (true) {
        if (!m_tokens.empty()) {
            const auto pending = m_keysByToken.find(m_popped);
            if (pending == m_keysByToken.end())
                break;
            bool isValid = false;
            if (!keyIsValid(m_keys[pending->second], isValid))
                return false;
            if (!isValid)
                break;
        }
        if (!fetchNext())
            return false;
    }
    m_isReady = true;
    return true;
}

bool YamlScanner::fetchNext()
{
    skipToToken();
    unrollIndent(m_mark.column);
    if (isEnd())
        return fetchStreamEnd();
    if (m_mark.column == 0 && at() == '%')
        return fetchDirective();
    if (atDocumentIndicator())
        return fetchDocumentIndicator(at() == '-' ? YamlTokenType::DocumentStart
                                                  : YamlTokenType::DocumentEnd);
    return fetchIndicator(at());
}

bool YamlScanner::fetchIndicator(char c)
{
    const bool isFlow = m_flowLevel > 0;
    switch (c) {
    case '[':
        return fetchFlowStart(YamlTokenType::FlowSequenceStart);
    case '{':
        return fetchFlowStart(YamlTokenType::FlowMapStart);
    case ']':
        return fetchFlowEnd(YamlTokenType::FlowSequenceEnd);
    case '}':
        return fetchFlowEnd(YamlTokenType::FlowMapEnd);
    case ',':
        return fetchFlowEntry();
    case '*':
        return fetchProperty(YamlTokenType::Alias);
    case '&':
        return fetchProperty(YamlTokenType::Anchor);
    case '!':
        return fetchProperty(YamlTokenType::Tag);
    case '\'':
    case '"':
        return fetchQuotedScalar(c);
    default:
        break;
    }
    if (c == '-' && isBlankOrEnd(1))
        return fetchBlockEntry();
    if (c == '?' && (isFlow || isBlankOrEnd(1)))
        return fetchKey();
    if (c == ':' && (isFlow || isBlankOrEnd(1)))
        return fetchValue();
    if ((c == '|' || c == '>') && !isFlow)
        return fetchBlockScalar(c == '|');
    if (canStartPlain())
        return fetchPlainScalar();
    return fail("found character that cannot start any token");
}

bool YamlScanner::canStartPlain() const
{
    const char c = at();
    if (c == '-')
        return !isBlank(1);
    if (c == '?' || c == ':')
        return m_flowLevel == 0 && !isBlankOrEnd(1);
    return !isBlankOrEnd() && !std::string_view(",[]{}#&*!|>'\"%@`").contains(c);
}

bool YamlScanner::keyIsValid(SimpleKey &key, bool &isValid)
{
    isValid = key.isPossible;
    const bool isOver = key.mark.line < m_mark.line || key.mark.index + kMaxSimpleKey < m_mark.index;
    if (!isValid || !isOver)
        return true;
    if (key.isRequired)
        return fail("could not find expected ':'");
    key.isPossible = isValid = false;
    return true;
}

bool YamlScanner::saveKey()
{
    if (!m_canBeKey)
        return true;
    const bool isRequired = m_flowLevel == 0 && m_indent == m_mark.column;
    if (!removeKey())
        return false;
    m_keys.back() = {true, isRequired, nextNumber(), m_mark};
    m_keysByToken[nextNumber()] = m_keys.size() - 1;
    return true;
}

bool YamlScanner::removeKey()
{
    SimpleKey &key = m_keys.back();
    if (key.isPossible && key.isRequired)
        return fail("could not find expected ':'");
    if (std::exchange(key.isPossible, false))
        m_keysByToken.erase(key.tokenNumber);
    return true;
}

/// Opens a block collection when the column is deeper than the indentation.
bool YamlScanner::rollIndent(int column, std::optional<std::size_t> number, YamlTokenType type, YamlMark mark)
{
    if (m_flowLevel > 0 || m_indent >= column)
        return true;
    m_indents.push_back(m_indent);
    m_indent = column;
    if (m_indents.size() > kMaxDepth)
        return fail(std::format("exceeded max depth of {}", kMaxDepth));
    insert(number.value_or(nextNumber()), type, mark);
    return true;
}

/// Puts a token where the one with that number is; behind all when that one was taken already.
void YamlScanner::insert(std::size_t number, YamlTokenType type, YamlMark mark)
{
    const std::size_t place = number < m_popped ? m_tokens.size() : number - m_popped;
    m_tokens.insert(m_tokens.begin() + static_cast<std::ptrdiff_t>(place), {.type = type, .mark = mark});
}

void YamlScanner::unrollIndent(int column)
{
    while (m_flowLevel == 0 && m_indent > column) {
        push(YamlTokenType::BlockEnd, m_mark);
        m_indent = m_indents.back();
        m_indents.pop_back();
    }
}

bool YamlScanner::fetchStreamEnd()
{
    if (m_mark.column != 0) {
        m_mark.column = 0;
        ++m_mark.line;
    }
    unrollIndent(-1);
    if (!removeKey())
        return false;
    m_canBeKey = false;
    push(YamlTokenType::StreamEnd, m_mark);
    return true;
}

bool YamlScanner::fetchDocumentIndicator(YamlTokenType type)
{
    unrollIndent(-1);
    if (!removeKey())
        return false;
    m_canBeKey = false;
    push(type, m_mark);
    skip(3);
    return true;
}

bool YamlScanner::fetchFlowStart(YamlTokenType type)
{
    if (!saveKey())
        return false;
    m_keys.push_back({.tokenNumber = nextNumber()});
    if (++m_flowLevel > kMaxDepth)
        return fail(std::format("exceeded max depth of {}", kMaxDepth));
    m_canBeKey = true;
    push(type, m_mark);
    skip();
    return true;
}

bool YamlScanner::fetchFlowEnd(YamlTokenType type)
{
    if (!removeKey())
        return false;
    if (m_flowLevel > 0) {
        // After an empty collection this forgets that the collection itself may be a key; upstream does so
        // too.
        m_keysByToken.erase(m_keys.back().tokenNumber);
        --m_flowLevel;
        m_keys.pop_back();
    }
    m_canBeKey = false;
    push(type, m_mark);
    skip();
    return true;
}

bool YamlScanner::fetchFlowEntry()
{
    if (!removeKey())
        return false;
    m_canBeKey = true;
    push(YamlTokenType::FlowEntry, m_mark);
    skip();
    return true;
}

bool YamlScanner::fetchBlockEntry()
{
    if (m_flowLevel == 0) {
        if (!m_canBeKey)
            return fail("block sequence entries are not allowed in this context");
        if (!rollIndent(m_mark.column, {}, YamlTokenType::BlockSequenceStart, m_mark))
            return false;
    }
    if (!removeKey())
        return false;
    m_canBeKey = true;
    push(YamlTokenType::BlockEntry, m_mark);
    skip();
    return true;
}

bool YamlScanner::fetchKey()
{
    if (m_flowLevel == 0) {
        if (!m_canBeKey)
            return fail("mapping keys are not allowed in this context");
        if (!rollIndent(m_mark.column, {}, YamlTokenType::BlockMapStart, m_mark))
            return false;
    }
    if (!removeKey())
        return false;
    m_canBeKey = m_flowLevel == 0;
    push(YamlTokenType::Key, m_mark);
    skip();
    return true;
}

bool YamlScanner::fetchValue()
{
    SimpleKey &key = m_keys.back();
    bool isValid = false;
    if (!keyIsValid(key, isValid))
        return false;
    if (isValid) {
        insert(key.tokenNumber, YamlTokenType::Key, key.mark);
        if (!rollIndent(key.mark.column, key.tokenNumber, YamlTokenType::BlockMapStart, key.mark))
            return false;
        m_keysByToken.erase(key.tokenNumber);
        key.isPossible = m_canBeKey = false;
    } else {
        if (m_flowLevel == 0) {
            if (!m_canBeKey)
                return fail("mapping values are not allowed in this context");
            if (!rollIndent(m_mark.column, {}, YamlTokenType::BlockMapStart, m_mark))
                return false;
        }
        m_canBeKey = m_flowLevel == 0;
    }
    push(YamlTokenType::Value, m_mark);
    skip();
    return true;
}

bool YamlScanner::fetchProperty(YamlTokenType type)
{
    if (!saveKey())
        return false;
    m_canBeKey = false;
    YamlToken token{.type = type, .mark = m_mark};
    if (!(type == YamlTokenType::Tag ? scanTag(token) : scanAnchor(token)))
        return false;
    m_tokens.push_back(std::move(token));
    return true;
}

bool YamlScanner::fetchBlockScalar(bool isLiteral)
{
    if (!removeKey())
        return false;
    m_canBeKey = true;
    YamlToken token{.type = YamlTokenType::Scalar, .mark = m_mark};
    if (!scanBlockScalar(token, isLiteral))
        return false;
    m_tokens.push_back(std::move(token));
    return true;
}

bool YamlScanner::fetchQuotedScalar(char quote)
{
    if (!saveKey())
        return false;
    m_canBeKey = false;
    YamlToken token{.type = YamlTokenType::Scalar, .mark = m_mark};
    if (!scanQuotedScalar(token, quote))
        return false;
    m_tokens.push_back(std::move(token));
    return true;
}

bool YamlScanner::fetchPlainScalar()
{
    if (!saveKey())
        return false;
    m_canBeKey = false;
    YamlToken token{.type = YamlTokenType::Scalar, .mark = m_mark, .isPlain = true};
    if (!scanPlainScalar(token))
        return false;
    m_tokens.push_back(std::move(token));
    return true;
}

/// Tabs may separate tokens, but not indent what could be a key.
void YamlScanner::skipToToken()
{
    while (true) {
        while (at() == ' ' || (at() == '\t' && (m_flowLevel > 0 || !m_canBeKey)))
            skip();
        skipComment();
        if (!isBreak())
            return;
        skipLine();
        m_canBeKey = m_canBeKey || m_flowLevel == 0;
    }
}

std::size_t YamlScanner::breakLength(std::size_t ahead) const
{
    const std::string_view rest = m_text.substr(std::min(m_position + ahead, m_text.size()));
    if (rest.starts_with("\r\n") || rest.starts_with("\u0085"))
        return 2;
    if (rest.starts_with('\r') || rest.starts_with('\n'))
        return 1;
    return rest.starts_with("\u2028") || rest.starts_with("\u2029") ? 3 : 0;
}

bool YamlScanner::isBreakOrEnd(std::size_t ahead) const
{
    return m_position + ahead >= m_text.size() || isBreak(ahead);
}

void YamlScanner::skip(int count)
{
    for (; count > 0 && !isEnd(); --count) {
        m_position += std::max<std::size_t>(firstRune(m_text.substr(m_position)).size, 1);
        ++m_mark.index;
        ++m_mark.column;
    }
}

void YamlScanner::skipBlanks()
{
    while (isBlank())
        skip();
}

void YamlScanner::skipComment()
{
    if (at() != '#')
        return;
    while (!isBreakOrEnd())
        skip();
}

void YamlScanner::skipLine()
{
    std::string ignored;
    readLine(ignored);
}

void YamlScanner::read(std::string &text)
{
    const std::size_t start = m_position;
    skip();
    text += m_text.substr(start, m_position - start);
}

/// All line breaks become '\n' but the two of Unicode.
void YamlScanner::readLine(std::string &text)
{
    const std::size_t length = breakLength();
    if (length == 0)
        return;
    if (length == 3)
        text += m_text.substr(m_position, length);
    else
        text += '\n';
    m_mark.index += at() == '\r' && length == 2 ? 2 : 1;
    m_position += length;
    m_mark.column = 0;
    ++m_mark.line;
}

} // namespace minato::kube
