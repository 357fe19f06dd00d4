// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/go_number.h"
#include "kube/utf8.h"
#include "kube/yaml.h"
#include "kube/yaml_key_order.h"
#include "kube/yaml_scalar.h"

#include <algorithm>
#include <cmath>
#include <format>

// The layout, the choice of quotes and the folding of long lines follow libyaml's emitter as goyaml v2 runs
// it (width 80, indent 2, Unicode allowed), because that is what kubectl prints.

namespace minato::kube {
namespace {

constexpr int kWidth = 80;
constexpr int kIndent = 2;
constexpr std::size_t kMaxSimpleKey = 128;

bool isBreak(char32_t c)
{
    return c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/// What libyaml writes as it is; tabs and everything above the Basic Multilingual Plane are escaped.
bool isWrittenAsIs(char32_t c)
{
    return c == '\n' || (c >= 0x20 && c <= 0x7E) || (c >= 0xA0 && c <= 0xFFFD && c != 0xFEFF);
}

/// Which styles a text can have.
struct Analysis {
    bool isMultiline = false;
    bool canBePlain = true;
    bool canBeSingleQuoted = true;
    bool canBeBlock = true;
};

bool startsLikeIndicator(std::string_view text)
{
    if (text.starts_with("---") || text.starts_with("..."))
        return true;
    if (std::string_view("#,[]{}&*!|>'\"%@`").contains(text.front()))
        return true;
    const bool isAlone = text.size() == 1 || text[1] == ' ' || text[1] == '\t';
    return isAlone && std::string_view("?:-").contains(text.front());
}

Analysis analyze(std::string_view text)
{
    if (text.empty())
        return {.canBeBlock = false};
    Analysis result;
    bool isIndicator = startsLikeIndicator(text), isSpecial = false, breakSpace = false, spaceBreak = false;
    char32_t previous = 0;
    for (std::string_view rest = text; !rest.empty();) {
        const Rune c = firstRune(rest);
        rest.remove_prefix(c.size);
        const bool isBlankNext = rest.empty() || rest.front() == ' ' || rest.front() == '\t';
        const bool isBlankBefore = previous == ' ' || previous == '\t' || previous == 0 || isBreak(previous);
        isIndicator = isIndicator || (c.value == ':' && isBlankNext) || (c.value == '#' && isBlankBefore);
        isSpecial = isSpecial || !isWrittenAsIs(c.value);
        breakSpace = breakSpace || (c.value == ' ' && isBreak(previous));
        spaceBreak = spaceBreak || (isBreak(c.value) && previous == ' ');
        result.isMultiline = result.isMultiline || isBreak(c.value);
        previous = c.value;
    }
    const char32_t first = firstRune(text).value, last = previous;
    const bool hasOuterSpace = first == ' ' || isBreak(first) || last == ' ' || isBreak(last);
    const bool isOdd = breakSpace || spaceBreak || isSpecial;
    result.canBePlain = !isIndicator && !hasOuterSpace && !result.isMultiline && !isOdd;
    result.canBeSingleQuoted = !isOdd;
    result.canBeBlock = last != ' ' && !spaceBreak && !isSpecial;
    return result;
}

enum class Style : std::uint8_t { Plain, SingleQuoted, DoubleQuoted, Literal };

Style styleOf(std::string_view text, const Analysis &analysis, bool isKey)
{
    Style style = Style::Plain;
    if (text.contains('\n'))
        style = isKey || !analysis.canBeBlock ? Style::DoubleQuoted : Style::Literal;
    else if (resolveYamlScalar(text).type != YamlType::String || isBase60(text))
        style = Style::DoubleQuoted;
    if (isKey && analysis.isMultiline)
        style = Style::DoubleQuoted;
    if (style == Style::Plain && !analysis.canBePlain)
        style = analysis.canBeSingleQuoted ? Style::SingleQuoted : Style::DoubleQuoted;
    return style;
}

std::string floatText(double d)
{
    if (std::isnan(d))
        return ".nan";
    if (std::isinf(d))
        return d < 0 ? "-.inf" : ".inf";
    // JSON lies between an object and its YAML, so what looks whole there is whole here.
    const bool isWhole = d == std::trunc(d) && d >= -0x1p63 && d < 0x1p64;
    return goFormatFloat(d == 0 ? 0 : d, isWhole ? 'f' : 'g');
}

std::string scalarText(const Value &value)
{
    switch (value.type()) {
    case Value::Type::Bool:
        return value.asBool() ? "true" : "false";
    case Value::Type::Int:
        return std::to_string(value.asInt());
    case Value::Type::Double:
        return floatText(value.asDouble());
    default:
        return "null";
    }
}

/// Invalid bytes become U+FFFD, as they do in JSON.
std::string validUtf8(std::string_view text)
{
    std::string out;
    while (!text.empty()) {
        const Rune c = firstRune(text);
        if (c.isBroken())
            out += "\uFFFD";
        else
            out += text.substr(0, c.size);
        text.remove_prefix(c.size);
    }
    return out;
}

class YamlWriter {
public:
    std::string write(const Value &value)
    {
        writeNode(value, Place::Root);
        writeIndent();
        return std::move(m_out);
    }

private:
    enum class Place : std::uint8_t { Root, SequenceItem, MapValue };

    void writeNode(const Value &value, Place place);
    void writeMap(const Value &map);
    void writeSequence(const Value &list, Place place);
    void writeScalar(std::string_view text, Style style, bool isKey);
    void writeKey(std::string_view key);
    void writePlain(std::string_view text, bool canFold);
    void writeSingleQuoted(std::string_view text, bool canFold);
    void writeDoubleQuoted(std::string_view text, bool canFold);
    void writeLiteral(std::string_view text);
    void writeLiteralHints(std::string_view text);

    void put(char c)
    {
        m_out += c;
        ++m_column;
    }
    void putBreak()
    {
        m_out += '\n';
        m_column = 0;
    }
    /// Takes one character from the front of the text.
    void copy(std::string_view &text)
    {
        const std::size_t length = firstRune(text).size;
        m_out += text.substr(0, length);
        ++m_column;
        text.remove_prefix(length);
    }
    void copyBreak(std::string_view &text)
    {
        copy(text);
        m_column = 0;
    }
    void writeIndent();
    void writeIndicator(std::string_view text, bool needsSpace, bool isSpace, bool isIndention);
    [[nodiscard]] int deeper(bool isFlow) const
    {
        return m_indent < 0 ? (isFlow ? kIndent : 0) : m_indent + kIndent;
    }

    std::string m_out;
    int m_column = 0;
    int m_indent = -1;
    bool m_isSpace = true;     ///< the last character was white space
    bool m_isIndention = true; ///< nothing but indentation and indicators stands on this line
};

void YamlWriter::writeIndent()
{
    const int indent = std::max(m_indent, 0);
    if (!m_isIndention || m_column > indent || (m_column == indent && !m_isSpace))
        putBreak();
    while (m_column < indent)
        put(' ');
    m_isSpace = m_isIndention = true;
}

void YamlWriter::writeIndicator(std::string_view text, bool needsSpace, bool isSpace, bool isIndention)
{
    if (needsSpace && !m_isSpace)
        put(' ');
    for (const char c : text)
        put(c);
    m_isSpace = isSpace;
    m_isIndention = m_isIndention && isIndention;
}

void YamlWriter::writeNode(const Value &value, Place place)
{
    if (value.isMap() && value.size() > 0) {
        writeMap(value);
    } else if (value.isArray() && value.size() > 0) {
        writeSequence(value, place);
    } else if (value.isMap() || value.isArray()) {
        writeIndicator(value.isMap() ? "{" : "[", true, true, false);
        writeIndicator(value.isMap() ? "}" : "]", false, false, false);
    } else if (value.isString()) {
        const std::string text = validUtf8(value.asString());
        writeScalar(text, styleOf(text, analyze(text), false), false);
    } else {
        writeScalar(scalarText(value), Style::Plain, false);
    }
}

void YamlWriter::writeKey(std::string_view key)
{
    const std::string text = validUtf8(key);
    const Analysis analysis = analyze(text);
    if (!analysis.isMultiline && text.size() <= kMaxSimpleKey) {
        writeScalar(text, styleOf(text, analysis, true), true);
        writeIndicator(":", false, false, false);
        return;
    }
    writeIndicator("?", true, false, true);
    writeScalar(text, styleOf(text, analysis, false), false);
    writeIndent();
    writeIndicator(":", true, false, true);
}

void YamlWriter::writeMap(const Value &map)
{
    const int outer = m_indent;
    m_indent = deeper(false);
    for (const Member *member : inYamlKeyOrder(map)) {
        writeIndent();
        writeKey(member->key());
        writeNode(member->value, Place::MapValue);
    }
    m_indent = outer;
}

void YamlWriter::writeSequence(const Value &list, Place place)
{
    const int outer = m_indent;
    const bool staysUnderKey = place == Place::MapValue && !m_isIndention;
    if (m_indent < 0 || !staysUnderKey)
        m_indent = deeper(false);
    for (const Value &item : list.items()) {
        writeIndent();
        writeIndicator("-", true, false, true);
        writeNode(item, Place::SequenceItem);
    }
    m_indent = outer;
}

void YamlWriter::writeScalar(std::string_view text, Style style, bool isKey)
{
    const int outer = m_indent;
    m_indent = deeper(true);
    switch (style) {
    case Style::Plain:
        writePlain(text, !isKey);
        break;
    case Style::SingleQuoted:
        writeSingleQuoted(text, !isKey);
        break;
    case Style::DoubleQuoted:
        writeDoubleQuoted(text, !isKey);
        break;
    case Style::Literal:
        writeLiteral(text);
        break;
    }
    m_indent = outer;
}

void YamlWriter::writePlain(std::string_view text, bool canFold)
{
    if (!m_isSpace)
        put(' ');
    bool afterSpace = false;
    while (!text.empty()) {
        const bool isSpace = text.front() == ' ';
        if (isSpace && canFold && !afterSpace && m_column > kWidth && text.size() > 1 && text[1] != ' ') {
            writeIndent();
            text.remove_prefix(1);
        } else {
            copy(text);
            m_isIndention = m_isIndention && isSpace;
        }
        afterSpace = isSpace;
    }
    m_isSpace = m_isIndention = false;
}

void YamlWriter::writeSingleQuoted(std::string_view text, bool canFold)
{
    writeIndicator("'", true, false, false);
    bool afterSpace = false, afterBreak = false;
    for (bool isFirst = true; !text.empty(); isFirst = false) {
        const bool isSpace = text.front() == ' ';
        if (isSpace) {
            const bool isInside = !isFirst && text.size() > 1;
            if (canFold && !afterSpace && m_column > kWidth && isInside && text[1] != ' ') {
                writeIndent();
                text.remove_prefix(1);
            } else {
                copy(text);
            }
        } else if (isBreak(firstRune(text).value)) {
            copyBreak(text);
            m_isIndention = afterBreak = true;
        } else {
            if (afterBreak)
                writeIndent();
            if (text.front() == '\'')
                put('\'');
            copy(text);
            m_isIndention = afterBreak = false;
        }
        afterSpace = isSpace || (afterSpace && afterBreak);
    }
    writeIndicator("'", false, false, false);
    m_isSpace = m_isIndention = false;
}

/// The escape of a character without its backslash.
std::string escapeText(char32_t c)
{
    switch (c) {
    case 0x00:
        return "0";
    case 0x07:
        return "a";
    case 0x08:
        return "b";
    case 0x09:
        return "t";
    case 0x0A:
        return "n";
    case 0x0B:
        return "v";
    case 0x0C:
        return "f";
    case 0x0D:
        return "r";
    case 0x1B:
        return "e";
    case '"':
        return "\"";
    case '\\':
        return "\\";
    case 0x85:
        return "N";
    case 0xA0:
        return "_";
    case 0x2028:
        return "L";
    case 0x2029:
        return "P";
    default:
        break;
    }
    const auto code = static_cast<std::uint32_t>(c);
    if (c <= 0xFF)
        return std::format("x{:02X}", code);
    return c <= 0xFFFF ? std::format("u{:04X}", code) : std::format("U{:08X}", code);
}

void YamlWriter::writeDoubleQuoted(std::string_view text, bool canFold)
{
    writeIndicator("\"", true, false, false);
    const bool startsWithBom = text.starts_with("\uFEFF"); // upstream then escapes every character
    bool afterSpace = false;
    for (bool isFirst = true; !text.empty(); isFirst = false) {
        const Rune c = firstRune(text);
        const bool isEscaped =
            !isWrittenAsIs(c.value) || isBreak(c.value) || c.value == '"' || c.value == '\\';
        const bool isSpace = c.value == ' ' && !startsWithBom;
        if (isEscaped || startsWithBom) {
            put('\\');
            for (const char e : escapeText(c.value))
                put(e);
            text.remove_prefix(c.size);
        } else if (isSpace && canFold && !afterSpace && m_column > kWidth && !isFirst && text.size() > 1) {
            writeIndent();
            if (text[1] == ' ')
                put('\\');
            text.remove_prefix(1);
        } else {
            copy(text);
        }
        afterSpace = isSpace;
    }
    writeIndicator("\"", false, false, false);
    m_isSpace = m_isIndention = false;
}

/// "|2-": an indent when the text starts with white space, and what happens to the line breaks at its end.
void YamlWriter::writeLiteralHints(std::string_view text)
{
    const auto isBreakAt = [text](std::size_t i) { return isBreak(firstRune(text.substr(i)).value); };
    const auto before = [text](std::size_t i) {
        do
            --i;
        while ((static_cast<unsigned char>(text[i]) & 0xC0U) == 0x80U);
        return i;
    };
    if (text.front() == ' ' || isBreakAt(0))
        writeIndicator(std::to_string(kIndent), false, false, false);
    const std::size_t last = before(text.size());
    if (!isBreakAt(last))
        writeIndicator("-", false, false, false);
    else if (last == 0 || isBreakAt(before(last)))
        writeIndicator("+", false, false, false);
}

void YamlWriter::writeLiteral(std::string_view text)
{
    writeIndicator("|", true, false, false);
    writeLiteralHints(text);
    putBreak();
    m_isIndention = m_isSpace = true;
    bool afterBreak = true;
    while (!text.empty()) {
        if (isBreak(firstRune(text).value)) {
            copyBreak(text);
            m_isIndention = afterBreak = true;
        } else {
            if (afterBreak)
                writeIndent();
            copy(text);
            m_isIndention = afterBreak = false;
        }
    }
}

} // namespace

std::string toYaml(const Value &value)
{
    return YamlWriter().write(value);
}

} // namespace minato::kube
