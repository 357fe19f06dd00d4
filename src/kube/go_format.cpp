// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/go_format.h"

#include "kube/go_number.h"
#include "kube/go_quote.h"
#include "kube/utf8.h"

#include <algorithm>
#include <format>
#include <limits>

namespace minato::kube {
namespace {

constexpr std::string_view kNil = "<nil>";

bool isOneOf(char32_t verb, std::string_view verbs)
{
    return verb < 0x80 && verbs.contains(static_cast<char>(verb));
}

char32_t runeOf(std::int64_t number)
{
    return number >= 0 && number <= 0x10FFFF ? static_cast<char32_t>(number) : kReplacementRune;
}

/// '#' keeps the decimal point and, for %g, the zeros at the end. `number` has a sign.
std::string withDecimalPoint(std::string number, int digits, bool isHex)
{
    bool hasPoint = false;
    bool isSignificant = false;
    std::size_t end = 1;
    for (; end < number.size(); ++end) {
        const char c = number[end];
        const bool isExponent = c == 'p' || c == 'P' || (!isHex && (c == 'e' || c == 'E'));
        if (isExponent)
            break;
        hasPoint = hasPoint || c == '.';
        isSignificant = isSignificant || (c != '0' && c != '.');
        if (isSignificant && c != '.')
            --digits;
    }
    const std::string tail = number.substr(end);
    number.resize(end);
    if (!hasPoint) {
        if (number.size() == 2 && number[1] == '0')
            --digits;
        number += '.';
    }
    number.append(static_cast<std::size_t>(std::max(digits, 0)), '0');
    return number + tail;
}

} // namespace

void GoPrinter::print(std::span<const GoValue> values)
{
    bool wasString = true;
    for (const GoValue &value : values) {
        const bool isString = value.kind == GoValue::Kind::String;
        if (!isString && !wasString)
            write(" ");
        writeArgument(value, 'v');
        wasString = isString;
    }
}

void GoPrinter::printLine(std::span<const GoValue> values)
{
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (i > 0)
            write(" ");
        writeArgument(values[i], 'v');
    }
    write("\n");
}

void GoPrinter::printValue(const GoValue &value, char32_t verb, bool isSharp)
{
    m_flags = {.sharp = isSharp && verb != 'v', .goSyntax = isSharp && verb == 'v'};
    if (value.isValid())
        writeNested(value, verb);
    else
        write("<invalid reflect.Value>");
}

void GoPrinter::write(std::string_view text)
{
    if (!isFull())
        m_out += text;
}

void GoPrinter::pad(std::size_t count, char with)
{
    if (!isFull())
        m_out.append(std::min(count, m_limit + 1 - m_out.size()), with);
}

void GoPrinter::writePadded(std::string_view text)
{
    const std::size_t length = m_flags.hasWidth ? countRunes(text) : 0;
    const auto width = static_cast<std::size_t>(m_flags.hasWidth ? m_flags.width : 0);
    const std::size_t missing = width > length ? width - length : 0;
    if (!m_flags.minus)
        pad(missing, padding());
    write(text);
    if (m_flags.minus)
        pad(missing, padding());
}

void GoPrinter::writeArgument(const GoValue &value, char32_t verb)
{
    if (verb == 'T')
        writePadded(value.hasValue() ? truncated(value.typeName()) : kNil);
    else if (!value.hasValue() && verb == 'v')
        writePadded(kNil);
    else if (!value.hasValue() || verb == 'p' || verb == 'w')
        writeBadVerb(value, verb);
    else
        writeNested(value, verb);
}

void GoPrinter::writeNested(const GoValue &value, char32_t verb)
{
    using Kind = GoValue::Kind;
    switch (value.kind) {
    case Kind::Invalid:
    case Kind::Nil:
        return write(m_flags.goSyntax ? "interface {}(nil)" : kNil);
    case Kind::Bool:
        return isOneOf(verb, "tv") ? writePadded(value.data.asBool() ? "true" : "false")
                                   : writeBadVerb(value, verb);
    case Kind::Int:
    case Kind::Int64:
    case Kind::Uint8:
        return writeInteger(value, verb);
    case Kind::Float64:
        return isOneOf(verb, "vbgGxXfFeE") ? writeFloat(value.data.asDouble(), verb)
                                           : writeBadVerb(value, verb);
    case Kind::Complex128:
        return isOneOf(verb, "vbgGxXfFeE") ? writeComplex(value, verb) : writeBadVerb(value, verb);
    case Kind::String:
        return isOneOf(verb, "vsxXq") ? writeString(value.data.asString(), verb) : writeBadVerb(value, verb);
    case Kind::Slice:
        return writeSlice(value, verb);
    case Kind::Map:
        return writeMap(value, verb);
    }
}

void GoPrinter::writeMap(const GoValue &value, char32_t verb)
{
    write(m_flags.goSyntax ? "map[string]interface {}{" : "map[");
    bool isFirst = true;
    for (const Member &member : value.data.members()) {
        if (isFull())
            return;
        if (!std::exchange(isFirst, false))
            write(m_flags.goSyntax ? ", " : " ");
        writeNested(GoValue::plain(member.key()), verb);
        write(":");
        writeNested(GoValue::item(member.value), verb);
    }
    write(m_flags.goSyntax ? "}" : "]");
}

void GoPrinter::writeSlice(const GoValue &value, char32_t verb)
{
    write(m_flags.goSyntax ? "[]interface {}{" : "[");
    bool isFirst = true;
    for (const Value &item : value.data.items()) {
        if (isFull())
            return;
        if (!std::exchange(isFirst, false))
            write(m_flags.goSyntax ? ", " : " ");
        writeNested(GoValue::item(item), verb);
    }
    write(m_flags.goSyntax ? "}" : "]");
}

void GoPrinter::writeBadVerb(const GoValue &value, char32_t verb)
{
    write("%!");
    std::string letter;
    appendRune(letter, verb);
    write(letter);
    write("(");
    write(value.typeName());
    if (value.hasValue()) {
        write("=");
        writeNested(value, 'v');
    }
    write(")");
}

void GoPrinter::writeInteger(const GoValue &value, char32_t verb)
{
    const std::int64_t number = value.data.asInt();
    if (verb == 'v' && m_flags.goSyntax && value.kind == GoValue::Kind::Uint8) {
        m_flags.sharp = true;
        writeDigits(number, 16, verb);
        m_flags.sharp = false;
    } else if (verb == 'v' || verb == 'd') {
        writeDigits(number, 10, verb);
    } else if (verb == 'b') {
        writeDigits(number, 2, verb);
    } else if (verb == 'o' || verb == 'O') {
        writeDigits(number, 8, verb);
    } else if (verb == 'x' || verb == 'X') {
        writeDigits(number, 16, verb);
    } else if (verb == 'c') {
        std::string text;
        appendRune(text, runeOf(number));
        writePadded(text);
    } else if (verb == 'q') {
        writePadded(goQuoteRune(runeOf(number), m_flags.plus ? QuoteStyle::Ascii : QuoteStyle::Unicode));
    } else if (verb == 'U') {
        writeUnicode(number);
    } else {
        writeBadVerb(value, verb);
    }
}

void GoPrinter::writeDigits(std::int64_t number, unsigned base, char32_t verb)
{
    const bool isNegative = number < 0;
    auto magnitude = static_cast<std::uint64_t>(number);
    if (isNegative)
        magnitude = 0 - magnitude;
    const Flags before = m_flags;
    m_flags.zero = false; // zeros in front are digits here, not padding
    if (before.hasPrecision && before.precision == 0 && magnitude == 0) {
        pad(static_cast<std::size_t>(before.width), ' ');
        m_flags = before;
        return;
    }
    std::string text = base == 2     ? std::format("{:b}", magnitude)
                       : base == 8   ? std::format("{:o}", magnitude)
                       : base == 10  ? std::format("{}", magnitude)
                       : verb == 'X' ? std::format("{:X}", magnitude)
                                     : std::format("{:x}", magnitude);
    int digits = before.hasPrecision ? before.precision : 0;
    if (!before.hasPrecision && before.zero && !before.minus && before.hasWidth)
        digits = before.width - (isNegative || before.plus || before.space ? 1 : 0);
    if (static_cast<std::size_t>(std::max(digits, 0)) > text.size())
        text.insert(0, static_cast<std::size_t>(digits) - text.size(), '0');
    if (before.sharp && base == 2)
        text.insert(0, "0b");
    else if (before.sharp && base == 8 && text[0] != '0')
        text.insert(0, "0");
    else if (before.sharp && base == 16)
        text.insert(0, verb == 'X' ? "0X" : "0x");
    if (verb == 'O')
        text.insert(0, "0o");
    writePadded((isNegative ? "-" : before.plus ? "+" : before.space ? " " : "") + text);
    m_flags = before;
}

void GoPrinter::writeUnicode(std::int64_t number)
{
    const auto code = static_cast<std::uint64_t>(number);
    const int digits = std::max(4, m_flags.hasPrecision ? m_flags.precision : 0);
    std::string text = std::format("U+{:0{}X}", code, digits);
    if (m_flags.sharp && code <= 0x10FFFF && isPrintable(static_cast<char32_t>(code))) {
        text += " '";
        appendRune(text, static_cast<char32_t>(code));
        text += '\'';
    }
    const bool zero = std::exchange(m_flags.zero, false);
    writePadded(text);
    m_flags.zero = zero;
}

void GoPrinter::writeFloat(double number, char32_t verb)
{
    const char form = verb == 'v' ? 'g' : verb == 'F' ? 'f' : static_cast<char>(verb);
    const int precision = m_flags.hasPrecision ? m_flags.precision : isOneOf(verb, "feEF") ? 6 : -1;
    std::string text = goFormatFloat(number, form, precision);
    const bool isFinite = !text.ends_with("Inf") && text != "NaN";
    if (text[0] != '-' && text[0] != '+')
        text.insert(0, "+");
    if (m_flags.space && text[0] == '+' && !m_flags.plus)
        text[0] = ' ';
    if (m_flags.sharp && form != 'b' && isFinite) {
        const int digits = isOneOf(verb, "vgGx") ? (precision < 0 ? 6 : precision) : 0;
        text = withDecimalPoint(std::move(text), digits, form == 'x' || form == 'X');
    }
    const bool showsSign = m_flags.plus || text[0] != '+';
    const auto width = static_cast<std::size_t>(m_flags.hasWidth ? m_flags.width : 0);
    const bool zero = std::exchange(m_flags.zero, m_flags.zero && isFinite);
    if (showsSign && padding() == '0' && width > text.size()) {
        write(text.substr(0, 1));
        pad(width - text.size(), '0');
        write(text.substr(1));
    } else {
        writePadded(showsSign ? text : text.substr(1));
    }
    m_flags.zero = zero;
}

void GoPrinter::writeComplex(const GoValue &value, char32_t verb)
{
    write("(");
    writeFloat(value.data[0].asDouble(), verb);
    const bool plus = std::exchange(m_flags.plus, true); // the second part always has a sign
    writeFloat(value.data[1].asDouble(), verb);
    m_flags.plus = plus;
    write("i)");
}

void GoPrinter::writeString(std::string_view text, char32_t verb)
{
    if (verb == 'x' || verb == 'X')
        writeBytes(text, verb == 'X');
    else if (verb == 'q' || (verb == 'v' && m_flags.goSyntax))
        writeQuoted(truncated(text));
    else
        writePadded(truncated(text));
}

void GoPrinter::writeBytes(std::string_view text, bool upper)
{
    if (m_flags.hasPrecision)
        text = text.substr(0, static_cast<std::size_t>(m_flags.precision));
    const std::string_view prefix = upper ? "0X" : "0x";
    const std::string_view digits = upper ? "0123456789ABCDEF" : "0123456789abcdef";
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (m_flags.space && i > 0)
            out += ' ';
        if (m_flags.sharp && (m_flags.space || i == 0))
            out += prefix;
        const auto byte = static_cast<unsigned char>(text[i]);
        out += digits[byte >> 4];
        out += digits[byte & 15];
    }
    writePadded(out);
}

void GoPrinter::writeQuoted(std::string_view text)
{
    if (m_flags.sharp && canBackquote(text))
        writePadded(std::format("`{}`", text));
    else
        writePadded(goQuote(text, m_flags.plus ? QuoteStyle::Ascii : QuoteStyle::Unicode));
}

std::string_view GoPrinter::truncated(std::string_view text) const
{
    if (!m_flags.hasPrecision)
        return text;
    std::string_view rest = text;
    for (int i = 0; i < m_flags.precision && !rest.empty(); ++i)
        rest.remove_prefix(firstRune(rest).size);
    return text.substr(0, text.size() - rest.size());
}

} // namespace minato::kube
