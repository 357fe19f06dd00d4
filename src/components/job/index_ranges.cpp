// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/job/index_ranges.h"

#include "components/job/job_names.h"

#include <algorithm>
#include <charconv>
#include <format>
#include <limits>

namespace minato::components::jobs {
namespace {

using Range = IndexRanges::Range;

/// As Go's strconv.Atoi, of what fits.
std::optional<int> number(std::string_view text)
{
    if (text.starts_with('+'))
        text.remove_prefix(1);
    if (text.starts_with("+") || text.empty())
        return std::nullopt;
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

void append(std::vector<Range> &ranges, Range range)
{
    if (ranges.empty() || range.first > ranges.back().last + 1)
        ranges.push_back(range);
    else
        ranges.back().last = std::max(ranges.back().last, range.last);
}

int count(const kube::Value &text)
{
    return std::max(0, number(text.asString()).value_or(0));
}

} // namespace

IndexRanges IndexRanges::parse(std::string_view text, int completions)
{
    std::vector<Range> ranges;
    while (!text.empty()) {
        const auto piece = text.substr(0, text.find(','));
        text.remove_prefix(std::min(text.size(), piece.size() + 1));
        const auto dash = piece.find('-');
        const auto first = number(piece.substr(0, dash));
        if (!first)
            continue;
        if (*first >= completions)
            break;
        Range range{*first, *first};
        if (dash != std::string_view::npos) {
            const auto rest = piece.substr(dash + 1);
            const auto last = number(rest.substr(0, rest.find('-')));
            if (!last)
                continue;
            range.last = std::min(*last, completions - 1);
        }
        if (!ranges.empty() && ranges.back().last == range.first - 1)
            ranges.back().last = range.last;
        else
            ranges.push_back(range);
    }
    return IndexRanges(std::move(ranges));
}

IndexRanges IndexRanges::merged(const IndexRanges &other) const
{
    std::vector<Range> all, result;
    std::ranges::merge(m_ranges, other.m_ranges, std::back_inserter(all), {}, &Range::first, &Range::first);
    for (const Range &range : all)
        append(result, range);
    return IndexRanges(std::move(result));
}

IndexRanges IndexRanges::with(const std::set<int> &indexes) const
{
    std::vector<Range> ranges;
    for (const int index : indexes)
        ranges.push_back({index, index});
    return merged(IndexRanges(std::move(ranges)));
}

bool IndexRanges::has(int index) const
{
    const auto it = std::ranges::lower_bound(m_ranges, index, {}, &Range::last);
    return it != m_ranges.end() && it->first <= index;
}

int IndexRanges::total() const
{
    int sum = 0;
    for (const Range &range : m_ranges)
        sum += range.last - range.first + 1;
    return sum;
}

std::string IndexRanges::toString() const
{
    std::string text;
    for (const Range &range : m_ranges) {
        text += std::format("{}{}", text.empty() ? "" : ",", range.first);
        if (range.last > range.first)
            text += std::format("{}{}", range.last == range.first + 1 ? "," : "-", range.last);
    }
    return text;
}

std::optional<int> completionIndex(const kube::Object &pod)
{
    const auto index = number(pod.annotations()[kIndex].asString());
    return index && *index >= 0 ? index : std::nullopt;
}

int indexFailures(const kube::Object &pod)
{
    return count(pod.annotations()[kIndexFailures]);
}

int ignoredIndexFailures(const kube::Object &pod)
{
    return count(pod.annotations()[kIgnoredIndexFailures]);
}

} // namespace minato::components::jobs
