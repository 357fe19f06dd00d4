// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// date: the cluster's time, in UTC.
#include "shell/commands/options.h"
#include "shell/commands/programs.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>

namespace minato::shell {
namespace {

constexpr std::array<std::string_view, 7> kDays{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                "Thursday", "Friday", "Saturday"};
constexpr std::array<std::string_view, 12> kMonths{"January",   "February", "March",    "April",
                                                   "May",       "June",     "July",     "August",
                                                   "September", "October",  "November", "December"};

std::string padded(std::int64_t value, std::size_t width, char fill = '0')
{
    std::string text = std::to_string(value);
    return std::string(width > text.size() ? width - text.size() : 0, fill) + text;
}

class DateFormatter {
public:
    explicit DateFormatter(base::Instant now) : m_now(now)
    {
        using namespace std::chrono;
        const sys_time<nanoseconds> time{nanoseconds(now.ns)};
        m_day = floor<days>(time);
        m_date = year_month_day(m_day);
        m_time = hh_mm_ss(time - m_day);
    }

    std::string format(std::string_view pattern) const
    {
        std::string text;
        for (std::size_t i = 0; i < pattern.size(); ++i) {
            if (pattern[i] != '%' || i + 1 == pattern.size())
                text += pattern[i];
            else
                text += field(pattern[++i]);
        }
        return text;
    }

private:
    std::string field(char kind) const
    {
        const auto year = static_cast<int>(m_date.year());
        const auto month = static_cast<unsigned>(m_date.month());
        const auto day = static_cast<unsigned>(m_date.day());
        const auto weekday = std::chrono::weekday(m_day).c_encoding();
        const std::int64_t hours = m_time.hours().count();
        const std::int64_t twelve = hours % 12 == 0 ? 12 : hours % 12;
        switch (kind) {
        case '%':
            return "%";
        case 'n':
            return "\n";
        case 't':
            return "\t";
        case 'Y':
            return std::to_string(year);
        case 'y':
            return padded(year % 100, 2);
        case 'm':
            return padded(month, 2);
        case 'd':
            return padded(day, 2);
        case 'e':
            return padded(day, 2, ' ');
        case 'H':
            return padded(hours, 2);
        case 'I':
            return padded(twelve, 2);
        case 'M':
            return padded(m_time.minutes().count(), 2);
        case 'S':
            return padded(m_time.seconds().count(), 2);
        case 'N':
            return padded(m_time.subseconds().count(), 9);
        case 's':
            return std::to_string(m_now.ns / 1'000'000'000);
        case 'p':
            return hours < 12 ? "AM" : "PM";
        case 'a':
            return std::string(kDays[weekday].substr(0, 3));
        case 'A':
            return std::string(kDays[weekday]);
        case 'b':
        case 'h':
            return std::string(kMonths[month - 1].substr(0, 3));
        case 'B':
            return std::string(kMonths[month - 1]);
        case 'j':
            return padded((m_day - std::chrono::sys_days(m_date.year() / 1 / 1)).count() + 1, 3);
        case 'u':
            return std::to_string(weekday == 0 ? 7 : weekday);
        case 'w':
            return std::to_string(weekday);
        case 'Z':
            return "UTC";
        case 'z':
            return "+0000";
        case 'F':
            return format("%Y-%m-%d");
        case 'T':
            return format("%H:%M:%S");
        case 'R':
            return format("%H:%M");
        case 'D':
            return format("%m/%d/%y");
        case 'c':
            return format("%a %b %e %H:%M:%S %Y");
        default:
            return std::string("%") + kind;
        }
    }

    base::Instant m_now;
    std::chrono::sys_days m_day;
    std::chrono::year_month_day m_date;
    std::chrono::hh_mm_ss<std::chrono::nanoseconds> m_time;
};

} // namespace

client::Task<int> runDate(Process &process)
{
    base::Instant time = process.services.timers.now();
    std::string pattern = "%a %b %e %H:%M:%S %Z %Y";
    for (std::size_t i = 1; i < process.arguments.size(); ++i) {
        const std::string &word = process.arguments[i];
        if (word.starts_with('+')) {
            pattern = word.substr(1);
        } else if (word == "-R") {
            pattern = "%a, %d %b %Y %H:%M:%S %z";
        } else if (word == "-Is" || word == "-Iseconds" || word == "--iso-8601=seconds") {
            pattern = "%FT%T+00:00";
        } else if (word == "-d" && i + 1 < process.arguments.size() &&
                   process.arguments[i + 1].starts_with('@')) {
            const std::string seconds = process.arguments[++i].substr(1);
            std::int64_t value = 0;
            std::from_chars(seconds.data(), seconds.data() + seconds.size(), value);
            time = {std::clamp<std::int64_t>(value, -9'000'000'000, 9'000'000'000) * 1'000'000'000};
        } else if (word == "-I") {
            pattern = "%F";
        } else if (word != "-u" && word != "--utc") {
            process.complain("date: invalid date '" + word + "'\n");
            co_return 1;
        }
    }
    process.print(DateFormatter(time).format(pattern) + "\n");
    co_return 0;
}

} // namespace minato::shell
