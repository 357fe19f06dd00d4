// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/commands/awk/cell.h"

#include "shell/commands/awk/format.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace minato::shell::awk {
namespace {

constexpr double kMostExact = 1e18; ///< larger whole numbers go through the format as fractions do

/// The number that a text begins with, and where it ends. Decimal only: "0x10" is 0, "nan" and "inf" are texts.
std::pair<double, std::size_t> leadingNumber(const std::string &text)
{
    const std::size_t begin = std::min(text.find_first_not_of(" \t\n\r\f\v"), text.size());
    const std::size_t digits =
        begin + (begin < text.size() && (text[begin] == '-' || text[begin] == '+') ? 1 : 0);
    const bool startsNumber =
        digits < text.size() && ((text[digits] >= '0' && text[digits] <= '9') || text[digits] == '.');
    const bool isHex =
        startsNumber && text[digits] == '0' && digits + 1 < text.size() && (text[digits + 1] | 32) == 'x';
    if (!startsNumber || isHex)
        return {0, isHex ? digits + 1 : begin};
    char *end = nullptr;
    const double value = std::strtod(text.c_str() + begin, &end);
    return {value, static_cast<std::size_t>(end - text.c_str())};
}

bool looksNumeric(const std::string &text, double &value)
{
    const auto [number, end] = leadingNumber(text);
    const std::size_t begin = text.find_first_not_of(" \t\n\r\f\v");
    value = number;
    return begin != std::string::npos && end > begin &&
           text.find_first_not_of(" \t\n\r\f\v", end) == std::string::npos;
}

/// A whole number as a key is written: no sign but "-", no leading zeros.
bool isWhole(const std::string &text)
{
    const std::string_view digits = std::string_view(text).substr(text.starts_with('-') ? 1 : 0);
    return !digits.empty() && digits.size() < 16 && (digits.size() == 1 || digits.front() != '0') &&
           std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

Cell Cell::input(std::string text)
{
    double value = 0;
    const bool isNumeric = looksNumeric(text, value);
    return {.kind = isNumeric ? Kind::Input : Kind::Text, .number = value, .text = std::move(text)};
}

double Cell::asNumber() const
{
    return kind == Kind::Text ? leadingNumber(text).first : number;
}

std::string Cell::asText(const std::string &format) const
{
    if (kind != Kind::Number)
        return text;
    if (std::isnan(number))
        return std::signbit(number) ? "-nan" : "nan";
    if (std::isinf(number))
        return number < 0 ? "-inf" : "inf";
    if (number == std::trunc(number) && std::abs(number) < kMostExact)
        return std::to_string(static_cast<std::int64_t>(number));
    return formatted(format, {*this}, format);
}

bool Cell::isTrue() const
{
    return kind == Kind::Text ? !text.empty() : number != 0;
}

int compare(const Cell &a, const Cell &b, const std::string &format)
{
    if (a.kind != Cell::Kind::Text && b.kind != Cell::Kind::Text)
        return a.number < b.number ? -1 : a.number > b.number ? 1 : 0;
    const int order = a.asText(format).compare(b.asText(format));
    return order < 0 ? -1 : order > 0 ? 1 : 0;
}

bool KeyOrder::operator()(const std::string &a, const std::string &b) const
{
    const bool isNumberA = isWhole(a), isNumberB = isWhole(b);
    if (isNumberA != isNumberB)
        return isNumberA;
    if (!isNumberA)
        return a < b;
    return std::strtoll(a.c_str(), nullptr, 10) < std::strtoll(b.c_str(), nullptr, 10);
}

} // namespace minato::shell::awk
