// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/go_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <format>

namespace minato::kube {
namespace {

struct Range {
    std::int32_t first, last;
};

/// Assigned code points above ASCII that Go does not print: controls, format characters, every space but
/// U+0020, separators, surrogates, private use and non-characters.
constexpr std::array<Range, 22> kUnprintable{
    {{0x80, 0xA0},       {0xAD, 0xAD},       {0x600, 0x605},   {0x61C, 0x61C},   {0x6DD, 0x6DD},
     {0x70F, 0x70F},     {0x890, 0x891},     {0x8E2, 0x8E2},   {0x1680, 0x1680}, {0x180E, 0x180E},
     {0x2000, 0x200F},   {0x2028, 0x202F},   {0x205F, 0x206F}, {0x3000, 0x3000}, {0xD800, 0xF8FF},
     {0xFDD0, 0xFDEF},   {0xFEFF, 0xFEFF},   {0xFFF0, 0xFFFB}, {0xFFFE, 0xFFFF}, {0x110BD, 0x110BD},
     {0x1D173, 0x1D17A}, {0xE0000, 0x10FFFF}}};

bool isPrintable(std::int32_t c)
{
    if (c < 0x80)
        return c >= 0x20 && c != 0x7F;
    return std::ranges::none_of(kUnprintable, [c](Range r) { return c >= r.first && c <= r.last; });
}

/// The letter of a short escape, or 0.
char shortEscape(std::int32_t c)
{
    switch (c) {
    case '\a':
        return 'a';
    case '\b':
        return 'b';
    case '\f':
        return 'f';
    case '\n':
        return 'n';
    case '\r':
        return 'r';
    case '\t':
        return 't';
    case '\v':
        return 'v';
    case '"':
        return '"';
    case '\\':
        return '\\';
    default:
        return 0;
    }
}

/// %v of a float64: the shortest text that reads back, with an exponent below 1e-4 and from 1e21 on.
std::string printDouble(double number)
{
    const bool isPlain = number == 0 || (std::abs(number) >= 1e-4 && std::abs(number) < 1e21);
    std::array<char, 64> buffer;
    const auto format = isPlain ? std::chars_format::fixed : std::chars_format::scientific;
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number, format).ptr;
    return {buffer.data(), end};
}

} // namespace

std::string goPrint(const Value &value)
{
    switch (value.type()) {
    case Value::Type::Null:
        return "<nil>";
    case Value::Type::Bool:
        return value.asBool() ? "true" : "false";
    case Value::Type::Int:
        return std::to_string(value.asInt());
    case Value::Type::Double:
        return printDouble(value.asDouble());
    case Value::Type::String:
        return std::string(value.asString());
    case Value::Type::Array:
    case Value::Type::Map:
        break;
    }
    std::string inner;
    const auto separate = [&inner] { inner += inner.empty() ? "" : " "; };
    for (const Value &item : value.items()) {
        separate();
        inner += goPrint(item);
    }
    for (const Member &member : value.members()) {
        separate();
        (inner += member.key()) += ':' + goPrint(member.value);
    }
    return (value.isMap() ? "map[" : "[") + inner + "]";
}

std::string_view goTypeName(const Value &value)
{
    switch (value.type()) {
    case Value::Type::Bool:
        return "bool";
    case Value::Type::Int:
        return "int64";
    case Value::Type::Double:
        return "float64";
    case Value::Type::String:
        return "string";
    case Value::Type::Array:
        return "[]interface {}";
    case Value::Type::Map:
        return "map[string]interface {}";
    case Value::Type::Null:
        break;
    }
    return "%!s(<nil>)"; // what comes out of upstream's messages
}

CodePoint decodeUtf8(std::string_view text)
{
    if (text.empty())
        return {};
    const auto byte = [text](std::size_t i) {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
    };
    const unsigned lead = byte(0);
    if (lead < 0x80)
        return {static_cast<std::int32_t>(lead), 1};
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4)
        return {-1, 1};
    unsigned value = lead & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0U) != 0x80U)
            return {-1, 1};
        value = value << 6 | (byte(i) & 0x3FU);
    }
    const bool isOverlong = (length == 3 && value < 0x800) || (length == 4 && value < 0x10000);
    if (isOverlong || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF))
        return {-1, 1};
    return {static_cast<std::int32_t>(value), length};
}

void appendUtf8(std::string &out, std::int32_t codePoint)
{
    const auto c = static_cast<unsigned>(codePoint);
    const auto put = [&out](unsigned byte) { out += static_cast<char>(byte); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0 | c >> 6);
        put(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        put(0xE0 | c >> 12);
        put(0x80 | (c >> 6 & 0x3F));
        put(0x80 | (c & 0x3F));
    } else {
        put(0xF0 | c >> 18);
        put(0x80 | (c >> 12 & 0x3F));
        put(0x80 | (c >> 6 & 0x3F));
        put(0x80 | (c & 0x3F));
    }
}

std::string goQuote(std::string_view text)
{
    std::string out = "\"";
    while (!text.empty()) {
        const CodePoint c = decodeUtf8(text);
        if (const char letter = shortEscape(c.value); letter != 0)
            (out += '\\') += letter;
        else if (c.value < 0)
            out += std::format("\\x{:02x}", static_cast<unsigned char>(text.front()));
        else if (isPrintable(c.value))
            out += text.substr(0, c.length);
        else if (c.value < 0x80)
            out += std::format("\\x{:02x}", c.value);
        else
            out += c.value < 0x10000 ? std::format("\\u{:04x}", c.value) : std::format("\\U{:08x}", c.value);
        text.remove_prefix(c.length);
    }
    return out + '"';
}

std::optional<std::int64_t> parseGoInt(std::string_view text)
{
    if (text.starts_with('+')) {
        text.remove_prefix(1);
        if (text.starts_with('-'))
            return std::nullopt;
    }
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

} // namespace minato::kube
