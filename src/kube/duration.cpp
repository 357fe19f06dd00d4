// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/duration.h"

#include <array>
#include <format>
#include <limits>
#include <optional>

namespace minato::kube {
namespace {

constexpr std::uint64_t kSecond = 1'000'000'000;

/// "2m5s", or "2m" when the smaller part is none.
std::string twoParts(std::int64_t large, char largeUnit, std::int64_t small, char smallUnit)
{
    return small == 0 ? std::format("{}{}", large, largeUnit)
                      : std::format("{}{}{}{}", large, largeUnit, small, smallUnit);
}

/// A number of `digits` decimals without trailing zeros: (1500, 3) is "1.5".
std::string decimal(std::uint64_t number, int digits)
{
    std::uint64_t scale = 1;
    for (int i = 0; i < digits; ++i)
        scale *= 10;
    std::string fraction = std::format("{:0{}}", number % scale, digits);
    fraction.erase(fraction.find_last_not_of('0') + 1);
    return std::format("{}{}{}", number / scale, fraction.empty() ? "" : ".", fraction);
}

std::string belowOneSecond(std::uint64_t ns)
{
    if (ns < 1'000)
        return std::format("{}ns", ns);
    return ns < 1'000'000 ? decimal(ns, 3) + "µs" : decimal(ns, 6) + "ms";
}

std::string quoteBytes(std::string_view text)
{
    std::string out = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x80 || byte < 0x20)
            out += std::format("\\x{:02x}", byte);
        else
            out += c == '"' || c == '\\' ? std::string{'\\', c} : std::string(1, c);
    }
    return out + '"';
}

std::unexpected<std::string> durationError(std::string_view what, std::string_view text)
{
    return std::unexpected(std::format("time: {} {}", what, quoteBytes(text)));
}

std::uint64_t unitNanoseconds(std::string_view unit)
{
    struct Unit {
        std::string_view name;
        std::uint64_t ns;
    };
    // The micro sign comes as U+00B5 and as the Greek letter U+03BC.
    static constexpr std::array<Unit, 8> kUnits{{{"ns", 1},
                                                 {"us", 1'000},
                                                 {"\u00b5s", 1'000},
                                                 {"\u03bcs", 1'000},
                                                 {"ms", 1'000'000},
                                                 {"s", kSecond},
                                                 {"m", 60 * kSecond},
                                                 {"h", 3600 * kSecond}}};
    for (const Unit &known : kUnits) {
        if (known.name == unit)
            return known.ns;
    }
    return 0;
}

constexpr std::uint64_t kLimit = std::uint64_t{1} << 63;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Takes the digits at the front; nullopt above 2^63.
std::optional<std::uint64_t> takeInteger(std::string_view &rest)
{
    std::uint64_t number = 0;
    while (!rest.empty() && isDigit(rest.front())) {
        if (number > kLimit / 10)
            return std::nullopt;
        number = number * 10 + static_cast<std::uint64_t>(rest.front() - '0');
        if (number > kLimit)
            return std::nullopt;
        rest.remove_prefix(1);
    }
    return number;
}

struct Fraction {
    std::uint64_t digits = 0;
    double scale = 1;
};

/// Takes the digits after a point. Those beyond 63 bits are too small to matter.
Fraction takeFraction(std::string_view &rest)
{
    Fraction fraction;
    bool isFull = false;
    for (; !rest.empty() && isDigit(rest.front()); rest.remove_prefix(1)) {
        isFull = isFull || fraction.digits > (kLimit - 1) / 10;
        if (isFull)
            continue;
        fraction.digits = fraction.digits * 10 + static_cast<std::uint64_t>(rest.front() - '0');
        fraction.scale *= 10;
    }
    return fraction;
}

/// Takes "1.5h" from the front and gives its nanoseconds; 0 digits or an unknown unit is an error.
std::expected<std::uint64_t, std::string> takePart(std::string_view &rest, std::string_view whole)
{
    const std::size_t before = rest.size();
    const auto number = takeInteger(rest);
    if (!number)
        return durationError("invalid duration", whole);
    bool hasDigits = rest.size() != before;
    Fraction fraction;
    if (rest.starts_with('.')) {
        rest.remove_prefix(1);
        const std::size_t point = rest.size();
        fraction = takeFraction(rest);
        hasDigits = hasDigits || rest.size() != point;
    }
    if (!hasDigits)
        return durationError("invalid duration", whole);
    const std::string_view unit = rest.substr(0, rest.find_first_of(".0123456789"));
    if (unit.empty())
        return durationError("missing unit in duration", whole);
    const std::uint64_t ns = unitNanoseconds(unit);
    if (ns == 0)
        return durationError(std::format("unknown unit {} in duration", quoteBytes(unit)), whole);
    rest.remove_prefix(unit.size());
    if (*number > kLimit / ns)
        return durationError("invalid duration", whole);
    const std::uint64_t sum =
        *number * ns + static_cast<std::uint64_t>(static_cast<double>(fraction.digits) *
                                                  (static_cast<double>(ns) / fraction.scale));
    if (sum > kLimit)
        return durationError("invalid duration", whole);
    return sum;
}

} // namespace

std::string humanDuration(base::Duration age)
{
    const std::int64_t seconds = age.count() / static_cast<std::int64_t>(kSecond);
    const std::int64_t minutes = seconds / 60, hours = minutes / 60, days = hours / 24;
    if (seconds < -1)
        return "<invalid>";
    if (seconds < 0)
        return "0s";
    if (seconds < 120)
        return std::format("{}s", seconds);
    if (minutes < 10)
        return twoParts(minutes, 'm', seconds % 60, 's');
    if (minutes < 180)
        return std::format("{}m", minutes);
    if (hours < 8)
        return twoParts(hours, 'h', minutes % 60, 'm');
    if (hours < 48)
        return std::format("{}h", hours);
    if (hours < 24 * 8)
        return twoParts(days, 'd', hours % 24, 'h');
    if (days < 365 * 2)
        return std::format("{}d", days);
    return days < 365 * 8 ? twoParts(days / 365, 'y', days % 365, 'd') : std::format("{}y", days / 365);
}

std::string ageText(const Value &timestamp, base::Instant now)
{
    const auto then = base::parseRfc3339(timestamp.asString());
    return then ? humanDuration(now - *then) : "<unknown>";
}

std::string goDuration(base::Duration duration)
{
    const bool isNegative = duration.count() < 0;
    const auto bits = static_cast<std::uint64_t>(duration.count());
    const std::uint64_t ns = isNegative ? 0 - bits : bits;
    std::string text = isNegative ? "-" : "";
    if (ns == 0)
        return "0s";
    if (ns < kSecond)
        return text + belowOneSecond(ns);
    const std::uint64_t minutes = ns / kSecond / 60;
    if (minutes >= 60)
        text += std::format("{}h", minutes / 60);
    if (minutes > 0)
        text += std::format("{}m", minutes % 60);
    return text + decimal(ns % (60 * kSecond), 9) + "s";
}

std::expected<base::Duration, std::string> parseGoDuration(std::string_view text)
{
    std::string_view rest = text;
    const bool isNegative = rest.starts_with('-');
    if (isNegative || rest.starts_with('+'))
        rest.remove_prefix(1);
    if (rest == "0")
        return base::Duration(0);
    if (rest.empty())
        return durationError("invalid duration", text);
    std::uint64_t total = 0;
    while (!rest.empty()) {
        const auto part = takePart(rest, text);
        if (!part)
            return std::unexpected(part.error());
        total += *part;
        if (total > kLimit)
            return durationError("invalid duration", text);
    }
    if (isNegative)
        return base::Duration(static_cast<std::int64_t>(0 - total));
    if (total > kLimit - 1)
        return durationError("invalid duration", text);
    return base::Duration(static_cast<std::int64_t>(total));
}

} // namespace minato::kube
