// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/object.h"

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace minato::components::jobs {

/// Completion indexes as sorted ranges: what "0-3,5,6" says.
///
/// Mirrors   pkg/controller/job/indexed_job_utils.go orderedIntervals
/// Threads   A value.
class IndexRanges {
public:
    struct Range {
        int first = 0, last = 0;
        friend bool operator==(const Range &, const Range &) = default;
    };

    IndexRanges() = default;
    explicit IndexRanges(std::vector<Range> ranges) : m_ranges(std::move(ranges)) {}
    /// Leaves out what is no number or not below `completions`.
    [[nodiscard]] static IndexRanges parse(std::string_view text, int completions);

    [[nodiscard]] IndexRanges merged(const IndexRanges &other) const;
    [[nodiscard]] IndexRanges with(const std::set<int> &indexes) const;
    [[nodiscard]] bool has(int index) const;
    [[nodiscard]] int total() const;
    [[nodiscard]] bool isEmpty() const { return m_ranges.empty(); }
    [[nodiscard]] const std::vector<Range> &ranges() const { return m_ranges; }
    /// "0,1,3-5"
    [[nodiscard]] std::string toString() const;

private:
    std::vector<Range> m_ranges;
};

/// The completion index of a Pod, from its annotation.
[[nodiscard]] std::optional<int> completionIndex(const kube::Object &pod);
/// How often the Pods of its index have failed before it: counted failures, and with those that a failure policy ignores.
[[nodiscard]] int indexFailures(const kube::Object &pod);
[[nodiscard]] int ignoredIndexFailures(const kube::Object &pod);

} // namespace minato::components::jobs
