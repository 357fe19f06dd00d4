// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/quantity.h"

#include "kube/go_number.h"
#include "kube/json.h"

#include <algorithm>
#include <array>
#include <format>
#include <limits>
#include <optional>
#include <ranges>

namespace minato::kube {
namespace {

__extension__ using Wide = __int128;
using Format = Quantity::Format;

constexpr std::string_view kFormatError =
    "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'";
constexpr std::string_view kSuffixError = "unable to parse quantity's suffix";
constexpr Wide kUnit = 1'000'000'000;                     // nanos
constexpr Wide kMax = kUnit * kUnit * kUnit * kUnit * 10; // 10^28 units
constexpr std::int64_t kMaxInt64 = std::numeric_limits<std::int64_t>::max();

struct Suffix {
    std::string_view text;
    int base, exponent;
};

constexpr std::array<Suffix, 16> kSuffixes{{{"n", 10, -9},
                                            {"u", 10, -6},
                                            {"m", 10, -3},
                                            {"", 10, 0},
                                            {"k", 10, 3},
                                            {"M", 10, 6},
                                            {"G", 10, 9},
                                            {"T", 10, 12},
                                            {"P", 10, 15},
                                            {"E", 10, 18},
                                            {"Ki", 2, 10},
                                            {"Mi", 2, 20},
                                            {"Gi", 2, 30},
                                            {"Ti", 2, 40},
                                            {"Pi", 2, 50},
                                            {"Ei", 2, 60}}};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

std::string_view takeDigits(std::string_view &rest)
{
    const auto end = std::ranges::find_if_not(rest, isDigit);
    const std::string_view digits(rest.begin(), end);
    rest.remove_prefix(digits.size());
    return digits;
}

/// A text cut into sign, digits before and after the point, and suffix.
struct Parts {
    bool isNegative = false;
    std::string_view whole, fraction, suffix;
};

std::optional<Parts> split(std::string_view text)
{
    Parts parts{.isNegative = text.starts_with('-')};
    if (parts.isNegative || text.starts_with('+'))
        text.remove_prefix(1);
    text.remove_prefix(std::min(text.find_first_not_of('0'), text.size()));
    parts.whole = takeDigits(text);
    if (text.starts_with('.')) {
        text.remove_prefix(1);
        parts.fraction = takeDigits(text);
    }
    parts.suffix = text;
    text.remove_prefix(std::min(text.find_first_not_of("eEinumkKMGTP"), text.size()));
    if (text.starts_with('-') || text.starts_with('+'))
        text.remove_prefix(1);
    takeDigits(text);
    if (!text.empty())
        return std::nullopt;
    if (parts.whole.empty())
        parts.whole = "0";
    return parts;
}

struct Scale {
    int base = 10, exponent = 0;
    Format format = Format::DecimalSI;
};

std::optional<Scale> interpret(std::string_view suffix)
{
    for (const Suffix &known : kSuffixes) {
        if (known.text == suffix)
            return Scale{known.base, known.exponent, known.base == 2 ? Format::BinarySI : Format::DecimalSI};
    }
    if (!suffix.starts_with('e') && !suffix.starts_with('E'))
        return std::nullopt;
    const auto exponent = goAtoi(suffix.substr(1));
    if (!exponent)
        return std::nullopt;
    constexpr std::int64_t kEnough = 1'000'000; // already out of range on either side
    return Scale{10, static_cast<int>(std::clamp(*exponent, -kEnough, kEnough)), Format::DecimalExponent};
}

std::string_view suffixFor(int base, int exponent)
{
    const auto found = std::ranges::find_if(
        kSuffixes, [=](const Suffix &s) { return s.base == base && s.exponent == exponent; });
    return found == kSuffixes.end() ? "" : found->text; // upstream drops what it has no suffix for
}

void multiplyBy1024(std::string &digits)
{
    int carry = 0;
    for (char &digit : std::views::reverse(digits)) {
        carry += (digit - '0') * 1024;
        digit = static_cast<char>('0' + carry % 10);
        carry /= 10;
    }
    if (carry > 0)
        digits.insert(0, std::to_string(carry));
}

/// The decimal digits shifted by `places` as a number, rounded up and cut to kMax.
Wide shifted(std::string_view digits, int places)
{
    bool isRounded = false;
    if (places < 0) {
        const std::size_t kept = digits.size() - std::min(digits.size(), static_cast<std::size_t>(-places));
        isRounded = digits.find_first_not_of('0', kept) != std::string_view::npos;
        digits = digits.substr(0, kept);
    }
    Wide number = 0;
    const auto append = [&number](int digit) { number = number >= kMax / 10 ? kMax : number * 10 + digit; };
    for (const char digit : digits)
        append(digit - '0');
    for (int i = 0; i < places && number != 0 && number != kMax; ++i)
        append(0);
    return number + (isRounded && number != kMax ? 1 : 0);
}

Wide nanos(const Parts &parts, const Scale &scale)
{
    std::string digits(parts.whole);
    digits += parts.fraction;
    for (int i = 0; scale.base == 2 && i < scale.exponent; i += 10)
        multiplyBy1024(digits);
    const int exponent = scale.base == 10 ? scale.exponent : 0;
    return shifted(digits,
                   exponent + 9 - static_cast<int>(std::min<std::size_t>(parts.fraction.size(), 10'000'000)));
}

/// Upstream's short cut for short numbers keeps the text when it looks canonical. The looks are not quite the
/// truth, which is how "1.500" and "+1" survive.
bool isKept(const Parts &parts, const Scale &scale, Wide nano)
{
    constexpr int kMaxDigits = 18;
    const auto whole = static_cast<int>(parts.whole.size()),
               fraction = static_cast<int>(parts.fraction.size());
    const std::string digits = std::string(parts.whole) + std::string(parts.fraction);
    if (scale.base == 2) {
        const bool isShort = fraction == 0 && 15 - whole - scale.exponent * 3 / 10 - 1 >= 0;
        return isShort && nano / kUnit <= kMaxInt64 && (*goAtoi(digits) & 7) != 0;
    }
    const int exponent = scale.exponent - fraction;
    return whole + fraction <= kMaxDigits && exponent >= -9 && exponent % 3 == 0 &&
           !digits.ends_with("000") && digits.front() != '0';
}

std::string decimalText(Wide number)
{
    const bool isNegative = number < 0;
    std::string text;
    for (Wide rest = isNegative ? -number : number; rest > 0; rest /= 10)
        text += static_cast<char>('0' + static_cast<int>(rest % 10));
    if (isNegative)
        text += '-';
    std::ranges::reverse(text);
    return text;
}

/// A mantissa without factors of 1000 and its suffix.
std::string decimalCanonical(Wide nano, Format format)
{
    int exponent = -9;
    while (nano % 1000 == 0) {
        nano /= 1000;
        exponent += 3;
    }
    if (format == Format::DecimalSI)
        return decimalText(nano) + std::string(suffixFor(10, exponent));
    return exponent == 0 ? decimalText(nano) : std::format("{}e{}", decimalText(nano), exponent);
}

std::string binaryCanonical(Wide units)
{
    int exponent = 0;
    while (units % 1024 == 0) {
        units /= 1024;
        exponent += 10;
    }
    return decimalText(units) + std::string(suffixFor(2, exponent));
}

Wide cut(Wide nano)
{
    return std::clamp(nano, -kMax, kMax); // twice kMax still fits
}

} // namespace

std::expected<Quantity, std::string> Quantity::parse(std::string_view text)
{
    const auto parts = text.empty() ? std::nullopt : split(text);
    if (!parts)
        return std::unexpected(std::string(kFormatError));
    const auto scale = interpret(parts->suffix);
    if (!scale)
        return std::unexpected(std::string(kSuffixError));
    Quantity quantity;
    quantity.m_format = scale->format;
    Nano nano = nanos(*parts, *scale);
    if (isKept(*parts, *scale, nano))
        quantity.m_verbatim = text;
    if (scale->format == Format::BinarySI) {
        nano = std::min(nano, kMaxInt64 * kUnit);
        if (nano > 0 && nano < kUnit)
            quantity.m_format = Format::DecimalSI;
    }
    quantity.m_nano = parts->isNegative ? -nano : nano;
    return quantity;
}

std::expected<Quantity, std::string> Quantity::fromValue(const Value &value)
{
    if (value.isNull())
        return Quantity();
    if (!value.isString())
        return parse(toJson(value));
    std::string_view text = value.asString();
    constexpr std::string_view kSpaces = " \t\n\v\f\r";
    text.remove_prefix(std::min(text.find_first_not_of(kSpaces), text.size()));
    return parse(text.substr(0, text.find_last_not_of(kSpaces) + 1));
}

Quantity Quantity::fromMilli(std::int64_t milli, Format format)
{
    Quantity quantity;
    quantity.m_nano = static_cast<Nano>(milli) * (kUnit / 1000);
    quantity.m_format = format;
    return quantity;
}

Quantity Quantity::fromUnits(std::int64_t units, Format format)
{
    Quantity quantity;
    quantity.m_nano = static_cast<Nano>(units) * kUnit;
    quantity.m_format = format;
    return quantity;
}

std::int64_t Quantity::scaled(Nano unit) const
{
    const Nano rounding = m_nano % unit == 0 ? 0 : sign();
    const Nano amount = m_nano / unit + rounding;
    constexpr Nano kMin = std::numeric_limits<std::int64_t>::min();
    return static_cast<std::int64_t>(std::clamp<Nano>(amount, kMin, kMaxInt64));
}

std::int64_t Quantity::value() const
{
    return scaled(kUnit);
}

std::int64_t Quantity::milliValue() const
{
    return scaled(kUnit / 1000);
}

std::string Quantity::toString() const
{
    if (!m_verbatim.empty())
        return m_verbatim;
    if (m_nano == 0)
        return "0";
    const bool isSmall = m_nano > -1024 * kUnit && m_nano < 1024 * kUnit;
    if (m_format == Format::BinarySI && !isSmall && m_nano % kUnit == 0)
        return binaryCanonical(m_nano / kUnit);
    return decimalCanonical(m_nano, m_format == Format::BinarySI ? Format::DecimalSI : m_format);
}

Quantity operator+(const Quantity &a, const Quantity &b)
{
    Quantity sum;
    sum.m_nano = cut(a.m_nano + b.m_nano);
    sum.m_format = a.isZero() ? b.m_format : a.m_format;
    return sum;
}

Quantity operator-(const Quantity &a, const Quantity &b)
{
    Quantity difference;
    difference.m_nano = cut(a.m_nano - b.m_nano);
    difference.m_format = a.isZero() ? b.m_format : a.m_format;
    return difference;
}

} // namespace minato::kube
