// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/go_template_constant.h"

#include "kube/go_number.h"
#include "kube/go_quote.h"

#include <format>

namespace minato::kube::gotemplate {
namespace {

using Constant = std::expected<GoValue, std::string>;

Constant character(std::string_view text)
{
    std::string_view rest = text.substr(1);
    const auto rune = unquoteChar(rest, '\'');
    if (!rune)
        return std::unexpected("invalid syntax");
    if (rest != "'")
        return std::unexpected(std::format("malformed character constant: {}", text));
    return GoValue::integer(static_cast<std::int64_t>(rune->value));
}

/// The sign between the parts is the last one that does not belong to an exponent.
Constant complexPair(std::string_view text)
{
    text.remove_suffix(1); // the i
    const bool isHex = text.contains('x') || text.contains('X');
    const std::string_view exponents = isHex ? "pP" : "eE";
    std::size_t sign = text.size();
    while (--sign > 0 && ((text[sign] != '+' && text[sign] != '-') || exponents.contains(text[sign - 1]))) {
    }
    const auto part = [](std::string_view number) -> std::expected<double, std::string> {
        if (const auto value = goParseFloat(number))
            return *value;
        return std::unexpected(
            std::format("strconv.ParseFloat: parsing {}: invalid syntax", goQuote(number)));
    };
    const auto real = part(text.substr(0, sign));
    if (!real)
        return std::unexpected(real.error());
    const auto imaginary = part(text.substr(sign));
    if (!imaginary)
        return std::unexpected(imaginary.error());
    return GoValue::complex(*real, *imaginary);
}

bool looksLikeFloat(std::string_view text)
{
    return text.find_first_of(".eEpP") != text.npos;
}

bool isHexInteger(std::string_view text)
{
    return text.size() > 2 && text[0] == '0' && (text[1] == 'x' || text[1] == 'X') &&
           text.find_first_of("pP") == text.npos;
}

Constant number(std::string_view text)
{
    if (text.ends_with('i')) {
        if (const auto imaginary = goParseFloat(text.substr(0, text.size() - 1)))
            return GoValue::complex(0, *imaginary);
    }
    const auto integer = goParseInt(text);
    const auto natural = goParseUint(text);
    if (!integer && !natural) {
        const auto fraction = goParseFloat(text);
        if (!fraction)
            return std::unexpected("illegal number syntax: " + goQuote(text));
        if (!looksLikeFloat(text))
            return std::unexpected("integer overflow: " + goQuote(text));
        return GoValue::plain(*fraction);
    }
    if (looksLikeFloat(text) && !isHexInteger(text))
        return GoValue::plain(integer ? static_cast<double>(*integer) : static_cast<double>(*natural));
    return integer ? GoValue::integer(*integer) : GoValue();
}

} // namespace

Constant constantOf(const Token &token)
{
    switch (token.type) {
    case TokenType::CharConstant:
        return character(token.text);
    case TokenType::Complex:
        return complexPair(token.text);
    default:
        return number(token.text);
    }
}

} // namespace minato::kube::gotemplate
