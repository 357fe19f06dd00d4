// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// date: the cluster's time, in UTC.
#include "shell/commands/clock_format.h"
#include "shell/commands/programs.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <optional>
#include <sstream>

namespace minato::shell {
namespace {

constexpr std::int64_t kSecond = 1'000'000'000, kMostSeconds = 9'000'000'000;

std::optional<std::int64_t> parseWhole(std::string_view text)
{
    std::int64_t value = 0;
    text.remove_prefix(text.starts_with('+') ? 1 : 0);
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() && !text.empty() ? std::optional(value)
                                                                                     : std::nullopt;
}

/// How many seconds "hour", "days", … is.
std::optional<std::int64_t> unitSeconds(std::string_view unit)
{
    static constexpr std::array<std::pair<std::string_view, std::int64_t>, 9> units{
        {{"sec", 1},
         {"second", 1},
         {"min", 60},
         {"minute", 60},
         {"hour", 3600},
         {"day", 86400},
         {"week", 7 * 86400},
         {"fortnight", 14 * 86400},
         {"s", 1}}};
    const auto known = std::ranges::find_if(units, [unit](const auto &entry) {
        return unit == entry.first || (unit.size() == entry.first.size() + 1 &&
                                       unit.starts_with(entry.first) && unit.ends_with('s'));
    });
    return known == units.end() ? std::nullopt : std::optional(known->second);
}

/// 2026-01-31, with or without a time behind it ("T" or a blank between, "Z" at the end).
std::optional<std::int64_t> parseIso(std::string text)
{
    for (char &c : text)
        c = c == 'T' ? ' ' : c;
    if (text.ends_with('Z'))
        text.pop_back();
    using namespace std::chrono;
    for (const char *format : {"%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M", "%Y-%m-%d"}) {
        std::istringstream in(text);
        sys_seconds when;
        in >> parse(format, when);
        if (!in.fail() && in.peek() == std::istringstream::traits_type::eof())
            return when.time_since_epoch().count();
    }
    return std::nullopt;
}

/// What -d takes: @SECONDS, an ISO date, "now", "yesterday", "2 hours ago", "+3 days", "next week".
std::optional<base::Instant> parseDate(const std::string &text, base::Instant now)
{
    if (text.starts_with('@')) {
        const auto seconds = parseWhole(std::string_view(text).substr(1));
        return seconds.transform([](std::int64_t s) {
            return base::Instant{std::clamp(s, -kMostSeconds, kMostSeconds) * kSecond};
        });
    }
    if (const auto seconds = parseIso(text))
        return base::Instant{std::clamp(*seconds, -kMostSeconds, kMostSeconds) * kSecond};
    std::istringstream in(text);
    std::int64_t offset = 0, last = 0;
    std::optional<std::int64_t> amount;
    for (std::string word; in >> word;) {
        if (word == "now" || word == "today") {
        } else if (word == "yesterday" || word == "tomorrow") {
            offset += word == "tomorrow" ? 86400 : -86400;
        } else if (word == "ago") {
            offset -= 2 * last;
        } else if (word == "next" || word == "last") {
            amount = word == "next" ? 1 : -1;
        } else if (const auto number = parseWhole(word)) {
            amount = number;
        } else if (const auto unit = unitSeconds(word)) {
            last = std::clamp(amount.value_or(1), -kMostSeconds, kMostSeconds) * *unit;
            offset += last;
            amount.reset();
        } else {
            return std::nullopt;
        }
    }
    if (amount)
        return std::nullopt;
    return base::Instant{now.ns + std::clamp(offset, -kMostSeconds / 2, kMostSeconds / 2) * kSecond};
}

} // namespace

client::Task<int> runDate(Process &process)
{
    base::Instant time = process.services.timers.now();
    std::string pattern = "%a %b %e %H:%M:%S %Z %Y";
    for (std::size_t i = 1; i < process.arguments.size(); ++i) {
        const std::string &word = process.arguments[i];
        const bool takesDate =
            word == "-d" || word == "--date" || word.starts_with("--date=") || word.starts_with("-d");
        if (word.starts_with('+')) {
            pattern = word.substr(1);
        } else if (word == "-R" || word == "--rfc-email") {
            pattern = "%a, %d %b %Y %H:%M:%S %z";
        } else if (word == "-Is" || word == "-Iseconds" || word == "--iso-8601=seconds") {
            pattern = "%FT%T+00:00";
        } else if (takesDate) {
            std::string text = word.starts_with("--date=") ? word.substr(7)
                               : word.starts_with("--")    ? ""
                                                           : word.substr(2);
            if (text.empty() && i + 1 < process.arguments.size())
                text = process.arguments[++i];
            const auto when = parseDate(text, time);
            if (!when) {
                process.complain("date: invalid date ‘" + text + "’\n");
                co_return 1;
            }
            time = *when;
        } else if (word == "-I" || word == "--iso-8601") {
            pattern = "%F";
        } else if (word != "-u" && word != "--utc") {
            process.complain("date: invalid date ‘" + word + "’\n");
            co_return 1;
        }
    }
    process.print(formatTime(time, pattern) + "\n");
    co_return 0;
}

} // namespace minato::shell
