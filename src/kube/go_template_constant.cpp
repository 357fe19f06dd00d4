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

bool takeOneOf(std::string_view &text, std::string_view characters)
{
    const bool found = !text.empty() && characters.contains(text[0]);
    text.remove_prefix(found ? 1 : 0);
    return found;
}

void takeAllOf(std::string_view &text, std::string_view characters)
{
    while (takeOneOf(text, characters)) {
    }
}

/// What looks like a real number in front of `text`, which loses it. An i in place of digits is taken for the
/// start of "inf", as Go's scanner does.
std::string_view takeReal(std::string_view &text)
{
    const std::string_view before = text;
    std::string_view digits = "0123456789_";
    std::string_view exponents = "eEpP";
    takeOneOf(text, "+-");
    takeOneOf(text, "iI");
    if (takeOneOf(text, "0") && takeOneOf(text, "xX")) {
        digits = "0123456789_abcdefABCDEF";
        exponents = "pP";
    }
    takeAllOf(text, digits);
    if (takeOneOf(text, "."))
        takeAllOf(text, digits);
    if (takeOneOf(text, exponents)) {
        takeOneOf(text, "+-");
        takeAllOf(text, "0123456789_");
    }
    return before.substr(0, before.size() - text.size());
}

std::expected<double, std::string> parsedReal(std::string_view number)
{
    if (const auto value = goParseFloat(number))
        return *value;
    return std::unexpected(std::format("strconv.ParseFloat: parsing {}: invalid syntax", goQuote(number)));
}

Constant complexPair(std::string_view text)
{
    const std::string_view all = text;
    const auto real = takeReal(text);
    const std::size_t sign = all.size() - text.size();
    const bool hasSign = takeOneOf(text, "+-");
    takeReal(text);
    const auto imaginary = all.substr(sign, all.size() - text.size() - sign);
    if (!hasSign || !takeOneOf(text, "i"))
        return std::unexpected("syntax error scanning complex number");
    const auto first = parsedReal(real);
    if (!first)
        return std::unexpected(first.error());
    const auto second = parsedReal(imaginary);
    if (!second)
        return std::unexpected(second.error());
    return GoValue::complex(*first, *second);
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
