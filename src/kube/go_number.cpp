// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/go_number.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>
#include <format>

namespace minato::kube {
namespace {

constexpr int kMantissaBits = 52;
constexpr int kExponentBias = 1023;

/// As many digits as give the number again.
constexpr int kShortest = -1;

std::string printed(double number, std::chars_format format, int precision = kShortest)
{
    // The largest number has 309 digits before its point, the smallest 1074 behind it.
    std::string out(static_cast<std::size_t>(std::max(precision, 0)) + 1100, '\0');
    char *const end = out.data() + out.size();
    const auto result = precision < 0 ? std::to_chars(out.data(), end, number, format)
                                      : std::to_chars(out.data(), end, number, format, precision);
    out.resize(static_cast<std::size_t>(result.ptr - out.data()));
    return out;
}

/// The fewest digits that give the number again: 0.00123 is "123" with its point 2 places before them.
struct Digits {
    std::string text;
    int point = 0; ///< how many of them stand before the decimal point
};

Digits shortestDigits(double number)
{
    const std::string scientific = printed(std::abs(number), std::chars_format::scientific);
    const std::size_t e = scientific.find('e');
    const bool isMinus = scientific[e + 1] == '-';
    int exponent = 0;
    std::from_chars(scientific.data() + e + 2, scientific.data() + scientific.size(), exponent);
    Digits digits{.text = scientific.substr(0, e), .point = (isMinus ? -exponent : exponent) + 1};
    std::erase(digits.text, '.');
    return digits;
}

/// Digits that the number does not need are zeros, whatever its exact value.
std::string shortestFixed(double number)
{
    Digits digits = shortestDigits(number);
    if (digits.point <= 0)
        digits.text.insert(0, static_cast<std::size_t>(1 - digits.point), '0');
    const auto point = static_cast<std::size_t>(std::max(digits.point, 1));
    if (digits.text.size() < point)
        digits.text.append(point - digits.text.size(), '0');
    else if (digits.text.size() > point)
        digits.text.insert(point, 1, '.');
    return (std::signbit(number) ? "-" : "") + digits.text;
}

std::string shortestGeneral(double number)
{
    const int exponent = number == 0 ? 0 : shortestDigits(number).point - 1;
    const bool isPlain = exponent >= -4 && exponent < 6;
    return isPlain ? shortestFixed(number) : printed(number, std::chars_format::scientific);
}

std::string upperCase(std::string text)
{
    std::ranges::transform(text, text.begin(),
                           [](char c) { return c >= 'a' && c <= 'z' ? char(c - 32) : c; });
    return text;
}

struct Binary {
    bool isNegative;
    int exponent; ///< of the lowest bit
    std::uint64_t mantissa;
};

Binary binaryOf(double number)
{
    const auto bits = std::bit_cast<std::uint64_t>(number);
    const std::uint64_t fraction = bits & ((std::uint64_t{1} << kMantissaBits) - 1);
    const int stored = static_cast<int>((bits >> kMantissaBits) & 0x7FF);
    const bool isNormal = stored != 0;
    return {.isNegative = std::signbit(number),
            .exponent = (isNormal ? stored : 1) - kExponentBias - kMantissaBits,
            .mantissa = isNormal ? fraction | (std::uint64_t{1} << kMantissaBits) : fraction};
}

std::string binaryForm(double number)
{
    const Binary binary = binaryOf(number);
    return std::format("{}{}p{:+}", binary.isNegative ? "-" : "", binary.mantissa, binary.exponent);
}

/// Keeps `digits` hexadecimal digits behind the point, rounding half to even.
void roundHexadecimal(std::uint64_t &mantissa, int &exponent, int digits)
{
    const int dropped = kMantissaBits - 4 * digits;
    if (dropped <= 0)
        return;
    const std::uint64_t half = std::uint64_t{1} << (dropped - 1);
    const std::uint64_t rest = mantissa & ((half << 1) - 1);
    mantissa >>= dropped;
    if (rest > half || (rest == half && (mantissa & 1)))
        ++mantissa;
    mantissa <<= dropped;
    if (mantissa >> (kMantissaBits + 1)) {
        mantissa >>= 1;
        ++exponent;
    }
}

std::string hexadecimalForm(double number, int precision)
{
    Binary binary = binaryOf(number);
    int exponent = binary.mantissa == 0 ? 0 : binary.exponent + kMantissaBits;
    while (binary.mantissa != 0 && !(binary.mantissa >> kMantissaBits)) {
        binary.mantissa <<= 1;
        --exponent;
    }
    if (precision >= 0)
        roundHexadecimal(binary.mantissa, exponent, precision);
    std::string fraction =
        std::format("{:013x}", binary.mantissa & ((std::uint64_t{1} << kMantissaBits) - 1));
    if (precision < 0)
        fraction.resize(fraction.find_last_not_of('0') + 1);
    else
        fraction.resize(static_cast<std::size_t>(precision), '0');
    return std::format("{}0x{}{}{}p{}{:02}", binary.isNegative ? "-" : "", binary.mantissa >> kMantissaBits,
                       fraction.empty() ? "" : ".", fraction, exponent < 0 ? '-' : '+', std::abs(exponent));
}

bool isDecimal(char c)
{
    return c >= '0' && c <= '9';
}

char lowered(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

bool isHexadecimal(char c)
{
    return isDecimal(c) || (lowered(c) >= 'a' && lowered(c) <= 'f');
}

std::string_view withoutSign(std::string_view text)
{
    if (text.starts_with('+') || text.starts_with('-'))
        text.remove_prefix(1);
    return text;
}

/// Underscores stand between digits only; a base prefix counts as a digit.
bool hasGoodUnderscores(std::string_view text)
{
    text = withoutSign(text);
    bool afterDigit = false;
    bool afterUnderscore = false;
    bool isHex = false;
    if (text.size() >= 2 && text[0] == '0' && std::string_view("box").contains(lowered(text[1]))) {
        isHex = lowered(text[1]) == 'x';
        afterDigit = true;
        text.remove_prefix(2);
    }
    for (const char c : text) {
        const bool isDigit = isDecimal(c) || (isHex && isHexadecimal(c));
        if ((c == '_' && !afterDigit) || (afterUnderscore && !isDigit))
            return false;
        afterUnderscore = c == '_';
        afterDigit = isDigit;
    }
    return !afterUnderscore;
}

std::string withoutUnderscores(std::string_view text)
{
    std::string out(text);
    std::erase(out, '_');
    return out;
}

/// Digits with at most one point, then an exponent: the unsigned number without underscores.
struct FloatShape {
    bool isHex = false;
    bool isGood = false;
    bool isSmall = false; ///< of two numbers that do not fit, this is the one near zero
};

FloatShape shapeOf(std::string_view text)
{
    FloatShape shape;
    if (text.size() > 2 && text[0] == '0' && lowered(text[1]) == 'x') {
        shape.isHex = true;
        text.remove_prefix(2);
    }
    std::size_t digits = 0;
    std::size_t points = 0;
    std::size_t i = 0;
    for (; i < text.size(); ++i) {
        if (text[i] == '.')
            ++points;
        else if (shape.isHex ? isHexadecimal(text[i]) : isDecimal(text[i]))
            ++digits;
        else
            break;
    }
    const bool hasExponent = i < text.size() && lowered(text[i]) == (shape.isHex ? 'p' : 'e');
    const std::string_view exponent = hasExponent ? text.substr(i + 1) : std::string_view();
    const std::string_view power = withoutSign(exponent);
    const bool isWhole =
        hasExponent ? !power.empty() && std::ranges::all_of(power, isDecimal) : i == text.size();
    shape.isGood = digits > 0 && points <= 1 && isWhole && (hasExponent || !shape.isHex);
    shape.isSmall = hasExponent ? exponent.starts_with('-') : text.starts_with('0') || text.starts_with('.');
    return shape;
}

template <class Number>
std::optional<Number> whole(std::string_view digits, int base)
{
    Number number = 0;
    const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), number, base);
    if (digits.empty() || result.ec != std::errc() || result.ptr != digits.data() + digits.size())
        return std::nullopt;
    return number;
}

} // namespace

std::string goFormatFloat(double number, char verb, int precision)
{
    if (!std::isfinite(number))
        return std::isnan(number) ? "NaN" : number < 0 ? "-Inf" : "+Inf";
    switch (verb) {
    case 'e':
        return printed(number, std::chars_format::scientific, precision);
    case 'f':
        return precision >= 0 ? printed(number, std::chars_format::fixed, precision) : shortestFixed(number);
    case 'g':
        return precision >= 0 ? printed(number, std::chars_format::general, precision)
                              : shortestGeneral(number);
    case 'b':
        return binaryForm(number);
    case 'x':
        return hexadecimalForm(number, precision);
    default:
        return upperCase(goFormatFloat(number, lowered(verb), precision));
    }
}

std::optional<double> goParseFloat(std::string_view text)
{
    if (!hasGoodUnderscores(text))
        return std::nullopt;
    const std::string plain = withoutUnderscores(withoutSign(text));
    const FloatShape shape = shapeOf(plain);
    if (!shape.isGood)
        return std::nullopt;
    std::string_view digits = plain;
    if (shape.isHex)
        digits.remove_prefix(2);
    double number = 0;
    const auto format = shape.isHex ? std::chars_format::hex : std::chars_format::general;
    const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), number, format);
    if (result.ec == std::errc::result_out_of_range) {
        if (!shape.isSmall)
            return std::nullopt;
        number = 0;
    }
    return text.starts_with('-') ? -number : number;
}

std::optional<std::uint64_t> goParseUint(std::string_view text)
{
    if (text.empty() || !isDecimal(text[0]) || !hasGoodUnderscores(text))
        return std::nullopt;
    const std::string plain = withoutUnderscores(text);
    std::string_view digits = plain;
    if (digits.size() < 2 || digits[0] != '0')
        return whole<std::uint64_t>(digits, 10);
    const char letter = lowered(digits[1]);
    const int base = letter == 'x' ? 16 : letter == 'b' ? 2 : 8;
    digits.remove_prefix(letter == 'x' || letter == 'b' || letter == 'o' ? 2 : 1);
    return whole<std::uint64_t>(digits, base);
}

std::optional<std::int64_t> goParseInt(std::string_view text)
{
    const auto magnitude = goParseUint(withoutSign(text));
    constexpr auto kLimit = std::uint64_t{1} << 63;
    if (!magnitude || *magnitude > kLimit || (*magnitude == kLimit && !text.starts_with('-')))
        return std::nullopt;
    return static_cast<std::int64_t>(text.starts_with('-') ? 0 - *magnitude : *magnitude);
}

std::optional<std::int64_t> goAtoi(std::string_view text)
{
    if (text.starts_with('+')) {
        text.remove_prefix(1);
        if (text.starts_with('-'))
            return std::nullopt;
    }
    return whole<std::int64_t>(text, 10);
}

} // namespace minato::kube
