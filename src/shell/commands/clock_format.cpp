// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/commands/clock_format.h"

#include <algorithm>
#include <array>
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
                text += flagged(pattern, ++i);
        }
        return text;
    }

private:
    /// What stands behind "%": perhaps "-" (no padding) or digits of %N, then the field.
    std::string flagged(std::string_view pattern, std::size_t &at) const
    {
        const bool isBare = pattern[at] == '-' && at + 1 < pattern.size();
        const bool isCut =
            pattern[at] >= '1' && pattern[at] <= '9' && pattern.substr(at + 1).starts_with('N');
        if (!isBare && !isCut)
            return field(pattern[at]);
        const auto digits = static_cast<std::size_t>(pattern[at] - '0');
        std::string text = field(pattern[++at]);
        if (isCut)
            return text.substr(0, digits);
        const std::size_t first = std::min(text.find_first_not_of("0 "), text.size() - 1);
        return text.substr(first);
    }

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
        case 'k':
            return padded(hours, 2, ' ');
        case 'l':
            return padded(twelve, 2, ' ');
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
        case 'P':
            return hours < 12 ? "am" : "pm";
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
        default:
            return composed(kind);
        }
    }

    /// Fields that are made of others.
    std::string composed(char kind) const
    {
        switch (kind) {
        case 'F':
            return format("%Y-%m-%d");
        case 'T':
        case 'X':
            return format("%H:%M:%S");
        case 'R':
            return format("%H:%M");
        case 'D':
        case 'x':
            return format("%m/%d/%y");
        case 'r':
            return format("%I:%M:%S %p");
        case 'C':
            return padded(static_cast<int>(m_date.year()) / 100, 2);
        case 'c':
            return format("%a %b %e %H:%M:%S %Y");
        default:
            return weekField(kind);
        }
    }

    /// Numbers of weeks, and the year that an ISO week belongs to.
    std::string weekField(char kind) const
    {
        const std::int64_t day = (m_day - std::chrono::sys_days(m_date.year() / 1 / 1)).count();
        const std::int64_t sunday = std::chrono::weekday(m_day).c_encoding(), monday = (sunday + 6) % 7;
        // The Thursday of an ISO week tells its year.
        const std::chrono::sys_days thursday = m_day + std::chrono::days(3 - monday);
        const auto year = std::chrono::year_month_day(thursday).year();
        switch (kind) {
        case 'U':
            return padded((day + 7 - sunday) / 7, 2);
        case 'W':
            return padded((day + 7 - monday) / 7, 2);
        case 'G':
            return std::to_string(static_cast<int>(year));
        case 'V':
            return padded((thursday - std::chrono::sys_days(year / 1 / 1)).count() / 7 + 1, 2);
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

std::string formatTime(base::Instant when, std::string_view pattern)
{
    return DateFormatter(when).format(pattern);
}

} // namespace minato::shell
