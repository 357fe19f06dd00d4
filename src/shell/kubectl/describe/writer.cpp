// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/kubectl/describe/writer.h"

#include "kube/duration.h"
#include "kube/go_template.h"
#include "shell/kubectl/table_printer.h"

#include <array>
#include <chrono>

namespace minato::shell::kubectl {
namespace {

constexpr std::size_t kLongestAnnotation = 140;
constexpr std::string_view kLastApplied = "kubectl.kubernetes.io/last-applied-configuration";

std::string shortened(std::string_view text, std::size_t length)
{
    return text.size() > length ? std::string(text.substr(0, length)) + "..." : std::string(text);
}

} // namespace

void DescribeWriter::write(int level, std::string_view text)
{
    const std::string line = std::string(static_cast<std::size_t>(level) * 2, ' ') + escapeTerminal(text);
    if (m_keepsTabs)
        m_done += line;
    else
        m_writer.write(line);
}

std::string DescribeWriter::take()
{
    flush();
    return std::move(m_done);
}

std::string DescribeWriter::since(const kube::Value &timestamp) const
{
    return kube::ageText(timestamp, m_now);
}

void DescribeWriter::labels(std::string_view title, const kube::Value &labels)
{
    write(0, std::string(title) + ":\t");
    bool isFirst = true;
    for (const kube::Member &label : labels.members()) {
        write(0, std::string(isFirst ? "" : "\t") + std::string(label.key()) + "=" +
                     std::string(label.value.asString()) + "\n");
        isFirst = false;
    }
    if (isFirst)
        write(0, "<none>\n");
}

void DescribeWriter::annotations(std::string_view title, const kube::Value &annotations)
{
    write(0, std::string(title) + ":\t");
    bool isFirst = true;
    for (const kube::Member &annotation : annotations.members()) {
        if (annotation.key() == kLastApplied)
            continue;
        std::string_view value = annotation.value.asString();
        if (value.ends_with('\n'))
            value.remove_suffix(1);
        write(0, (isFirst ? "" : "\t") + std::string(annotation.key()) + ":");
        isFirst = false;
        if (value.size() + annotation.key().size() + 2 <= kLongestAnnotation && !value.contains('\n')) {
            write(0, " " + std::string(value) + "\n");
            continue;
        }
        write(0, "\n");
        for (std::size_t begin = 0; begin <= value.size();) {
            const std::size_t end = std::min(value.find('\n', begin), value.size());
            write(0, "\t  " + shortened(value.substr(begin, end - begin), kLongestAnnotation - 2) + "\n");
            begin = end + 1;
        }
    }
    if (isFirst)
        write(0, "<none>\n");
}

std::string longTime(const kube::Value &timestamp)
{
    static constexpr std::array<std::string_view, 7> days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                             "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto instant = base::parseRfc3339(timestamp.asString());
    if (!instant)
        return "Mon, 01 Jan 0001 00:00:00 +0000";
    using namespace std::chrono;
    const sys_time<nanoseconds> time{nanoseconds(instant->ns)};
    const auto day = floor<std::chrono::days>(time);
    const year_month_day date(day);
    const hh_mm_ss clock(floor<seconds>(time - day));
    return std::format("{}, {:02} {} {:04} {:02}:{:02}:{:02} +0000", days[weekday(day).c_encoding()],
                       static_cast<unsigned>(date.day()), months[static_cast<unsigned>(date.month()) - 1],
                       static_cast<int>(date.year()), clock.hours().count(), clock.minutes().count(),
                       clock.seconds().count());
}

std::string plainText(const kube::Value &value)
{
    if (value.isNull())
        return {};
    return value.isString() ? std::string(value.asString()) : kube::goFormat(value);
}

} // namespace minato::shell::kubectl
