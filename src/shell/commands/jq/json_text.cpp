// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/commands/jq/json_text.h"

#include "shell/commands/utf8.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <format>
#include <limits>

namespace minato::shell::jq {
namespace {

constexpr std::string_view kBlanks = " \t\r\n", kWordEnds = " \t\r\n[]{},:\"";

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// -12.50e+3 in its parts.
struct Decimal {
    std::string digits; ///< without the point
    std::int64_t exponent = 0;
    bool isNegative = false;
};

std::optional<Decimal> parseDecimal(std::string_view text)
{
    Decimal decimal{.isNegative = text.starts_with('-')};
    std::size_t at = decimal.isNegative ? 1 : 0;
    const auto digits = [&] {
        const std::size_t begin = at;
        while (at < text.size() && isDigit(text[at]))
            decimal.digits += text[at++];
        return at - begin;
    };
    std::size_t count = digits();
    if (at < text.size() && text[at] == '.') {
        ++at;
        const std::size_t fraction = digits();
        decimal.exponent = -static_cast<std::int64_t>(fraction);
        count += fraction;
    }
    if (count == 0)
        return std::nullopt;
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        at += at + 1 < text.size() && text[at + 1] == '+' ? 2 : 1;
        std::int64_t value = 0;
        const auto [end, error] = std::from_chars(text.data() + at, text.data() + text.size(), value);
        if (error != std::errc{})
            return std::nullopt;
        decimal.exponent += value;
        at = static_cast<std::size_t>(end - text.data());
    }
    if (at != text.size())
        return std::nullopt;
    decimal.digits.erase(0, std::min(decimal.digits.find_first_not_of('0'), decimal.digits.size() - 1));
    return decimal;
}

/// As General Decimal Arithmetic writes a number: 1.50, 1E+2.
std::string decimalText(const Decimal &decimal)
{
    const auto count = static_cast<std::int64_t>(decimal.digits.size());
    const std::int64_t adjusted = decimal.exponent + count - 1;
    std::string text = decimal.isNegative ? "-" : "";
    if (decimal.exponent <= 0 && adjusted >= -6) {
        const std::int64_t whole = count + decimal.exponent;
        if (decimal.exponent == 0)
            return text + decimal.digits;
        if (whole <= 0)
            return text + "0." + std::string(static_cast<std::size_t>(-whole), '0') + decimal.digits;
        return text + decimal.digits.substr(0, static_cast<std::size_t>(whole)) + "." +
               decimal.digits.substr(static_cast<std::size_t>(whole));
    }
    text += decimal.digits.substr(0, 1);
    if (count > 1)
        text += "." + decimal.digits.substr(1);
    return text + std::format("E{:+}", adjusted);
}

/// The shortest digits that read back as the same number.
std::string doubleText(double number)
{
    if (std::isnan(number))
        return "null";
    number = std::clamp(number, std::numeric_limits<double>::lowest(), std::numeric_limits<double>::max());
    char buffer[40];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, number, std::chars_format::scientific).ptr;
    const auto decimal = parseDecimal(std::string_view(buffer, end));
    std::string digits = decimal->digits;
    digits.resize(std::max<std::size_t>(digits.find_last_not_of('0') + 1, 1));
    const auto point =
        static_cast<std::int64_t>(decimal->digits.size()) + decimal->exponent; // digits before it
    const auto count = static_cast<std::int64_t>(digits.size());
    const std::string sign = std::signbit(number) ? "-" : "";
    if (number == 0)
        return sign + "0";
    if (point <= -4 || point > count + 15) {
        const std::string fraction = count > 1 ? "." + digits.substr(1) : "";
        return sign + digits.substr(0, 1) + fraction +
               std::format("e{}{:02}", point - 1 < 0 ? '-' : '+', std::abs(point - 1));
    }
    if (point <= 0)
        return sign + "0." + std::string(static_cast<std::size_t>(-point), '0') + digits;
    if (point >= count)
        return sign + digits + std::string(static_cast<std::size_t>(point - count), '0');
    return sign + digits.substr(0, static_cast<std::size_t>(point)) + "." +
           digits.substr(static_cast<std::size_t>(point));
}

class Writer {
public:
    explicit Writer(TextStyle style) : m_style(style) {}

    void write(const Value &value, int depth)
    {
        switch (value.type()) {
        case Value::Type::Null:
            text += "null";
            return;
        case Value::Type::False:
        case Value::Type::True:
            text += value.isTrue() ? "true" : "false";
            return;
        case Value::Type::Number:
            text += numberText(value);
            return;
        case Value::Type::String:
            string(value.text());
            return;
        case Value::Type::List:
            array(value.items(), depth);
            return;
        case Value::Type::Map:
            object(value.object(), depth);
            return;
        }
    }

    std::string text;

private:
    void newLine(int depth)
    {
        if (m_style.indent == 0)
            return;
        text += '\n';
        text += m_style.indent < 0 ? std::string(static_cast<std::size_t>(depth), '\t')
                                   : std::string(static_cast<std::size_t>(depth * m_style.indent), ' ');
    }

    void array(const Array &items, int depth)
    {
        text += '[';
        for (std::size_t i = 0; i < items.size(); ++i) {
            text += i > 0 ? "," : "";
            newLine(depth + 1);
            write(items[i], depth + 1);
        }
        if (!items.empty())
            newLine(depth);
        text += ']';
    }

    void object(const Object &object, int depth)
    {
        text += '{';
        bool isFirst = true;
        const auto member = [&](const std::string &key, const Value &value) {
            text += std::exchange(isFirst, false) ? "" : ",";
            newLine(depth + 1);
            string(key);
            text += m_style.indent == 0 ? ":" : ": ";
            write(value, depth + 1);
        };
        if (m_style.sortsKeys)
            for (const std::string &key : object.sortedKeys())
                member(key, *object.find(key));
        else
            for (const auto &[key, value] : object.members())
                member(key, value);
        if (object.size() > 0)
            newLine(depth);
        text += '}';
    }

    void string(const std::string &content)
    {
        text += '"';
        for (std::size_t at = 0; at < content.size();) {
            const std::size_t begin = at;
            const char32_t c = takeCharacter(content, at);
            static constexpr std::string_view special = "\"\\\b\f\n\r\t", names = "\"\\bfnrt";
            if (c < 128 && special.contains(static_cast<char>(c)))
                text += std::string("\\") + names[special.find(static_cast<char>(c))];
            else if (c < 32 || c == 127 || (m_style.isAscii && c > 127))
                unicode(c);
            else if (c >= 128 && at - begin == 1)
                text += "\xEF\xBF\xBD"; // no UTF-8
            else
                text += content.substr(begin, at - begin);
        }
        text += '"';
    }

    void unicode(char32_t c)
    {
        if (c >= 0x10000) {
            const auto rest = static_cast<std::uint32_t>(c - 0x10000);
            text += std::format("\\u{:04x}\\u{:04x}", 0xD800U + (rest >> 10U), 0xDC00U + (rest & 0x3FFU));
        } else {
            text += std::format("\\u{:04x}", static_cast<std::uint32_t>(c));
        }
    }

    TextStyle m_style;
};

} // namespace

std::string numberText(const Value &number)
{
    return number.literalText() ? *number.literalText() : doubleText(number.number());
}

std::string toText(const Value &value, TextStyle style)
{
    Writer writer(style);
    writer.write(value, 0);
    return std::move(writer.text);
}

void JsonReader::fail(const std::string &what) const
{
    const std::string_view read = m_text.substr(0, std::min(m_at, m_text.size()));
    const std::string_view end = atEnd() ? " at EOF" : "";
    const auto line = std::ranges::count(read, '\n') + 1;
    const std::size_t newline = read.rfind('\n');
    const std::size_t column = newline == std::string_view::npos ? read.size() : read.size() - newline - 1;
    jq::fail(what + std::string(end) + " at line " + std::to_string(line) + ", column " +
             std::to_string(column));
}

int JsonReader::lines() const
{
    return static_cast<int>(std::ranges::count(m_text.substr(0, std::min(m_at + 1, m_text.size())), '\n'));
}

void JsonReader::skipBlanks()
{
    m_at = std::min(m_text.find_first_not_of(kBlanks, m_at), m_text.size());
}

std::optional<Value> JsonReader::next()
{
    if (m_at == 0 && m_text.starts_with("\xEF\xBB\xBF"))
        m_at = 3;
    skipBlanks();
    if (atEnd())
        return std::nullopt;
    return value(0);
}

Value JsonReader::value(int depth)
{
    if (depth > kMostDepth)
        fail("Exceeds depth limit for parsing");
    skipBlanks();
    if (atEnd())
        fail("Unfinished JSON term");
    switch (m_text[m_at]) {
    case '[':
        return array(depth);
    case '{':
        return object(depth);
    case '"':
        return {string()};
    case ']':
    case '}':
        ++m_at;
        fail(std::string("Unmatched '") + m_text[m_at - 1] + "'");
    case ',':
    case ':':
        ++m_at;
        fail("Expected value before '" + std::string(1, m_text[m_at - 1]) + "'");
    default:
        return word();
    }
}

Value JsonReader::array(int depth)
{
    Array items;
    ++m_at;
    skipBlanks();
    if (!atEnd() && m_text[m_at] == ']') {
        ++m_at;
        return {std::move(items)};
    }
    for (;;) {
        items.push_back(value(depth + 1));
        skipBlanks();
        if (atEnd())
            fail("Unfinished JSON term");
        const char c = m_text[m_at++];
        if (c == ']')
            return {std::move(items)};
        if (c != ',')
            fail("Expected separator between values");
    }
}

Value JsonReader::object(int depth)
{
    Object object;
    ++m_at;
    skipBlanks();
    if (!atEnd() && m_text[m_at] == '}') {
        ++m_at;
        return {std::move(object)};
    }
    for (;;) {
        skipBlanks();
        if (atEnd())
            fail("Unfinished JSON term");
        if (m_text[m_at] != '"') {
            ++m_at;
            fail("Object keys must be strings");
        }
        std::string key = string();
        skipBlanks();
        if (atEnd())
            fail("Unfinished JSON term");
        if (m_text[m_at++] != ':')
            fail("Objects must consist of key:value pairs");
        object.set(key, value(depth + 1));
        skipBlanks();
        if (atEnd())
            fail("Unfinished JSON term");
        const char c = m_text[m_at++];
        if (c == '}')
            return {std::move(object)};
        if (c != ',')
            fail("Expected separator between values");
    }
}

unsigned JsonReader::hex()
{
    unsigned code = 0;
    const auto digits = m_text.substr(m_at, 4);
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), code, 16);
    if (error != std::errc{} || end != digits.data() + 4)
        fail("Invalid escape");
    m_at += 4;
    return code;
}

void JsonReader::escape(std::string &text)
{
    static constexpr std::string_view names = "\"\\/bfnrt", values = "\"\\/\b\f\n\r\t";
    const char c = atEnd() ? '\0' : m_text[m_at++];
    if (const std::size_t known = names.find(c); c != '\0' && known != std::string_view::npos) {
        text += values[known];
        return;
    }
    if (c != 'u')
        fail("Invalid escape");
    char32_t code = hex();
    if (code >= 0xD800 && code < 0xDC00 && m_text.substr(m_at).starts_with("\\u")) {
        m_at += 2;
        const char32_t low = hex();
        code =
            low >= 0xDC00 && low < 0xE000 ? 0x10000 + ((code - 0xD800) << 10U) + (low - 0xDC00) : U'\xFFFD';
    }
    appendCharacter(text, code >= 0xD800 && code < 0xE000 ? U'\xFFFD' : code);
}

std::string JsonReader::string()
{
    ++m_at;
    std::string text;
    bool hasControl = false;
    while (!atEnd() && m_text[m_at] != '"') {
        const char c = m_text[m_at++];
        hasControl |= static_cast<unsigned char>(c) < ' ';
        if (c == '\\')
            escape(text);
        else
            text += c;
    }
    if (atEnd())
        fail("Unfinished string");
    ++m_at;
    if (hasControl)
        fail("Invalid string: control characters from U+0000 through U+001F must be escaped");
    return text;
}

Value JsonReader::word()
{
    const std::size_t end = std::min(m_text.find_first_of(kWordEnds, m_at), m_text.size());
    const std::string_view text = m_text.substr(m_at, end - m_at);
    m_at = end;
    if (text == "null")
        return {};
    if (text == "true" || text == "false")
        return {text == "true"};
    if (text == "nan" || text == "NaN")
        return {std::numeric_limits<double>::quiet_NaN()};
    const auto decimal = parseDecimal(text);
    if (!decimal) {
        m_at += atEnd() ? 0 : 1;
        fail("Invalid numeric literal");
    }
    return Value::literal(std::strtod(std::string(text).c_str(), nullptr), decimalText(*decimal));
}

} // namespace minato::shell::jq
