// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/instant.h"

#include <array>
#include <string>

namespace minato::base {
namespace {

using std::chrono::floor;
using Nanos = std::chrono::sys_time<Duration>;

/// Reads exactly `digits` decimal digits at the front and drops them.
std::optional<int> takeNumber(std::string_view &text, std::size_t digits)
{
    if (text.size() < digits)
        return std::nullopt;
    int number = 0;
    for (const char c : text.substr(0, digits)) {
        if (c < '0' || c > '9')
            return std::nullopt;
        number = number * 10 + (c - '0');
    }
    text.remove_prefix(digits);
    return number;
}

bool takeOneOf(std::string_view &text, std::string_view set)
{
    if (text.empty() || set.find(text.front()) == std::string_view::npos)
        return false;
    text.remove_prefix(1);
    return true;
}

/// Seconds' fraction: "." and 1 to 9 digits used, further ones dropped.
std::optional<std::int64_t> takeFraction(std::string_view &text)
{
    if (text.empty() || text.front() != '.')
        return 0;
    text.remove_prefix(1);
    std::int64_t ns = 0;
    std::int64_t unit = 100'000'000;
    std::size_t count = 0;
    for (; !text.empty() && text.front() >= '0' && text.front() <= '9'; text.remove_prefix(1), ++count) {
        ns += unit * (text.front() - '0');
        unit /= 10;
    }
    return count ? std::optional(ns) : std::nullopt;
}

/// "Z" or "+hh:mm", as the offset to subtract.
std::optional<Duration> takeZone(std::string_view &text)
{
    if (takeOneOf(text, "Zz"))
        return Duration::zero();
    if (text.empty())
        return std::nullopt;
    const bool negative = text.front() == '-';
    if (!takeOneOf(text, "+-"))
        return std::nullopt;
    const auto hours = takeNumber(text, 2);
    if (!hours || !takeOneOf(text, ":"))
        return std::nullopt;
    const auto minutes = takeNumber(text, 2);
    if (!minutes || *hours > 23 || *minutes > 59)
        return std::nullopt;
    const Duration offset = std::chrono::hours(*hours) + std::chrono::minutes(*minutes);
    return negative ? -offset : offset;
}

void putNumber(std::string &text, std::size_t at, std::size_t digits, std::int64_t number)
{
    for (std::size_t i = at + digits; i-- > at; number /= 10)
        text[i] = static_cast<char>('0' + number % 10);
}

/// "2026-01-05T00:00:00". By hand, as every write stamps something: std::format takes ten times as long. (An Instant
/// reaches from 1677 to 2262.)
std::string dateAndTime(Nanos time, std::size_t room)
{
    const auto day = floor<std::chrono::days>(time);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss clock(floor<std::chrono::seconds>(time - day));
    std::string text;
    text.reserve(room);
    text = "0000-00-00T00:00:00";
    putNumber(text, 0, 4, int(date.year()));
    putNumber(text, 5, 2, unsigned(date.month()));
    putNumber(text, 8, 2, unsigned(date.day()));
    putNumber(text, 11, 2, clock.hours().count());
    putNumber(text, 14, 2, clock.minutes().count());
    putNumber(text, 17, 2, clock.seconds().count());
    return text;
}

} // namespace

std::string toRfc3339(Instant t)
{
    return dateAndTime(Nanos(Duration(t.ns)), 20) + 'Z';
}

std::string toRfc3339Micro(Instant t)
{
    const auto micros = floor<std::chrono::microseconds>(Nanos(Duration(t.ns)));
    std::string text = dateAndTime(micros, 27) + ".000000Z";
    putNumber(text, 20, 6, (micros - floor<std::chrono::seconds>(micros)).count());
    return text;
}

std::optional<Instant> parseRfc3339(std::string_view text)
{
    std::array<int, 6> f{};
    constexpr std::array<std::size_t, 6> kDigits{4, 2, 2, 2, 2, 2};
    constexpr std::array<std::string_view, 6> kSeparators{"-", "-", "Tt ", ":", ":", ""};
    for (std::size_t i = 0; i < f.size(); ++i) {
        const auto number = takeNumber(text, kDigits[i]);
        if (!number || (!kSeparators[i].empty() && !takeOneOf(text, kSeparators[i])))
            return std::nullopt;
        f[i] = *number;
    }
    const auto fraction = takeFraction(text);
    const auto zone = takeZone(text);
    const std::chrono::year_month_day date{std::chrono::year(f[0]), std::chrono::month(unsigned(f[1])),
                                           std::chrono::day(unsigned(f[2]))};
    if (!fraction || !zone || !text.empty() || !date.ok() || f[3] > 23 || f[4] > 59 || f[5] > 60)
        return std::nullopt;
    const auto seconds = std::chrono::hours(f[3]) + std::chrono::minutes(f[4]) + std::chrono::seconds(f[5]);
    const std::chrono::seconds sinceEpoch = std::chrono::sys_days(date).time_since_epoch() + seconds;
    constexpr auto kFirst = std::chrono::ceil<std::chrono::seconds>(Duration(kFirstInstant.ns));
    constexpr auto kLast = std::chrono::floor<std::chrono::seconds>(Duration(kLastInstant.ns));
    if (sinceEpoch < kFirst || sinceEpoch >= kLast)
        return sinceEpoch < kFirst ? kFirstInstant : kLastInstant;
    return Instant{Duration(sinceEpoch).count() + *fraction} - *zone;
}

} // namespace minato::base
