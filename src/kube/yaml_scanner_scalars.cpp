// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/utf8.h"
#include "kube/yaml_scanner.h"

#include <algorithm>
#include <charconv>

namespace minato::kube {

/// One line break is a space, more of them are one less; the breaks of Unicode stay.
void YamlScanner::Gap::joinInto(std::string &text)
{
    if (!hasBreak)
        text += spaces;
    else if (firstBreak == "\n" && otherBreaks.empty())
        text += ' ';
    else
        text += (firstBreak == "\n" ? "" : firstBreak) + otherBreaks;
    *this = {};
}

bool YamlScanner::atDocumentIndicator() const
{
    const std::string_view next = m_text.substr(std::min(m_position, m_text.size()), 3);
    return m_mark.column == 0 && (next == "---" || next == "...") && isBlankOrEnd(3);
}

void YamlScanner::scanChomping(BlockHeader &header)
{
    if (at() != '+' && at() != '-')
        return;
    header.chomping = at() == '+' ? 1 : -1;
    skip();
}

bool YamlScanner::scanIncrement(BlockHeader &header)
{
    if (at() < '0' || at() > '9')
        return true;
    if (at() == '0')
        return fail("found an indentation indicator equal to 0");
    header.increment = at() - '0';
    skip();
    return true;
}

bool YamlScanner::scanBlockHeader(BlockHeader &header)
{
    skip();
    scanChomping(header);
    if (!scanIncrement(header))
        return false;
    if (header.chomping == 0)
        scanChomping(header);
    skipBlanks();
    skipComment();
    if (!isBreakOrEnd())
        return fail("did not find expected comment or line break");
    skipLine();
    return true;
}

bool YamlScanner::scanBlockScalar(YamlToken &token, bool isLiteral)
{
    BlockHeader header;
    if (!scanBlockHeader(header))
        return false;
    int indent = header.increment == 0 ? 0 : std::max(m_indent, 0) + header.increment;
    std::string &text = token.text, leadingBreak, trailingBreaks;
    if (!scanBlockBreaks(indent, trailingBreaks))
        return false;
    bool isAfterBlank = false;
    while (m_mark.column == indent && !isEnd()) {
        const bool isFolded = !isLiteral && !isAfterBlank && !isBlank() && leadingBreak.starts_with('\n');
        if (!isFolded)
            text += leadingBreak;
        else if (trailingBreaks.empty())
            text += ' ';
        text += trailingBreaks;
        leadingBreak.clear();
        trailingBreaks.clear();
        isAfterBlank = isBlank();
        while (!isBreakOrEnd())
            read(text);
        readLine(leadingBreak);
        if (!scanBlockBreaks(indent, trailingBreaks))
            return false;
    }
    if (header.chomping != -1)
        text += leadingBreak;
    if (header.chomping == 1)
        text += trailingBreaks;
    return true;
}

/// Empty lines and indentation. Without an indent so far, the deepest of them sets it.
bool YamlScanner::scanBlockBreaks(int &indent, std::string &breaks)
{
    int deepest = 0;
    while (true) {
        while ((indent == 0 || m_mark.column < indent) && at() == ' ')
            skip();
        deepest = std::max(deepest, m_mark.column);
        if ((indent == 0 || m_mark.column < indent) && at() == '\t')
            return fail("found a tab character where an indentation space is expected");
        if (!isBreak())
            break;
        readLine(breaks);
    }
    if (indent == 0)
        indent = std::max({deepest, m_indent + 1, 1});
    return true;
}

bool YamlScanner::scanQuotedScalar(YamlToken &token, char quote)
{
    skip();
    Gap gap;
    while (true) {
        if (atDocumentIndicator())
            return fail("found unexpected document indicator");
        if (isEnd())
            return fail("found unexpected end of stream");
        if (!scanQuotedWord(token.text, quote, gap))
            return false;
        if (at() == quote)
            break;
        while (isBlank() || isBreak())
            scanGap(gap);
        gap.joinInto(token.text);
    }
    skip();
    return true;
}

/// Up to white space or the closing quote. An escaped line break leaves the gap with a break that is not
/// written.
bool YamlScanner::scanQuotedWord(std::string &text, char quote, Gap &gap)
{
    const bool isSingle = quote == '\'';
    while (!isBlankOrEnd()) {
        if (isSingle && at() == '\'' && at(1) == '\'') {
            text += '\'';
            skip(2);
        } else if (at() == quote) {
            break;
        } else if (!isSingle && at() == '\\' && isBreak(1)) {
            skip();
            skipLine();
            gap.hasBreak = true;
            break;
        } else if (!isSingle && at() == '\\') {
            if (!scanEscape(text))
                return false;
        } else {
            read(text);
        }
    }
    return true;
}

bool YamlScanner::scanEscape(std::string &text)
{
    int codeLength = 0;
    switch (at(1)) {
    case '0':
        text += '\0';
        break;
    case 'a':
        text += '\a';
        break;
    case 'b':
        text += '\b';
        break;
    case 't':
    case '\t':
        text += '\t';
        break;
    case 'n':
        text += '\n';
        break;
    case 'v':
        text += '\v';
        break;
    case 'f':
        text += '\f';
        break;
    case 'r':
        text += '\r';
        break;
    case 'e':
        text += '\x1B';
        break;
    case ' ':
    case '"':
    case '\'':
    case '\\':
        text += at(1);
        break;
    case 'N':
        text += "\u0085";
        break;
    case '_':
        text += "\u00A0";
        break;
    case 'L':
        text += "\u2028";
        break;
    case 'P':
        text += "\u2029";
        break;
    case 'x':
        codeLength = 2;
        break;
    case 'u':
        codeLength = 4;
        break;
    case 'U':
        codeLength = 8;
        break;
    default:
        return fail("found unknown escape character");
    }
    skip(2);
    return codeLength == 0 || scanCodePoint(text, codeLength);
}

bool YamlScanner::scanCodePoint(std::string &text, int length)
{
    const std::string_view digits =
        m_text.substr(std::min(m_position, m_text.size()), static_cast<std::size_t>(length));
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
    if (error != std::errc() || end != digits.data() + length)
        return fail("did not find expected hexdecimal number");
    if ((value >= 0xD800 && value <= 0xDFFF) || value > 0x10FFFF)
        return fail("found invalid Unicode character escape code");
    appendRune(text, value);
    skip(length);
    return true;
}

/// Takes one blank or line break.
void YamlScanner::scanGap(Gap &gap)
{
    if (isBlank()) {
        if (gap.hasBreak)
            skip();
        else
            read(gap.spaces);
    } else if (!gap.hasBreak) {
        gap.spaces.clear();
        readLine(gap.firstBreak);
        gap.hasBreak = true;
    } else {
        readLine(gap.otherBreaks);
    }
}

bool YamlScanner::endsPlainWord() const
{
    const bool isFlow = m_flowLevel > 0;
    return isBlankOrEnd() || (at() == ':' && isBlankOrEnd(1)) ||
           (isFlow && std::string_view(",?[]{}").contains(at()));
}

bool YamlScanner::scanPlainScalar(YamlToken &token)
{
    const int indent = m_indent + 1;
    Gap gap;
    while (!atDocumentIndicator() && at() != '#') {
        while (!endsPlainWord()) {
            if (!gap.isEmpty())
                gap.joinInto(token.text);
            read(token.text);
        }
        if (!isBlank() && !isBreak())
            break;
        while (isBlank() || isBreak()) {
            if (gap.hasBreak && m_mark.column < indent && at() == '\t')
                return fail("found a tab character that violates indentation");
            scanGap(gap);
        }
        if (m_flowLevel == 0 && m_mark.column < indent)
            break;
    }
    if (gap.hasBreak)
        m_canBeKey = true;
    return true;
}

} // namespace minato::kube
