// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/kubectl/unified_diff.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace minato::shell::kubectl {
namespace {

constexpr std::size_t kContext = 3;
using Lines = std::vector<std::string_view>;

Lines linesOf(std::string_view text)
{
    Lines lines;
    while (!text.empty()) {
        lines.push_back(text.substr(0, text.find('\n')));
        text.remove_prefix(std::min(lines.back().size() + 1, text.size()));
    }
    return lines;
}

/// Which lines of both sides are changed: all that are not in a longest common sequence.
struct Marks {
    std::vector<bool> before, after;
};

Marks mark(const Lines &a, const Lines &b)
{
    // length[i][j]: of the longest common sequence of what follows line i and line j.
    std::vector<std::vector<std::uint32_t>> length(a.size() + 1, std::vector<std::uint32_t>(b.size() + 1));
    for (std::size_t i = a.size(); i-- > 0;)
        for (std::size_t j = b.size(); j-- > 0;)
            length[i][j] =
                a[i] == b[j] ? length[i + 1][j + 1] + 1 : std::max(length[i + 1][j], length[i][j + 1]);
    Marks marks{std::vector<bool>(a.size(), true), std::vector<bool>(b.size(), true)};
    for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
        if (a[i] == b[j]) {
            marks.before[i++] = false;
            marks.after[j++] = false;
        } else if (length[i + 1][j] >= length[i][j + 1]) {
            ++i;
        } else {
            ++j;
        }
    }
    return marks;
}

/// Moves each run of changed lines down as far as it goes: the last of several equal places is shown.
void shiftDown(const Lines &lines, std::vector<bool> &marks)
{
    for (std::size_t begin = 0; begin < lines.size();) {
        if (!marks[begin]) {
            ++begin;
            continue;
        }
        std::size_t end = begin;
        while (end < lines.size() && marks[end])
            ++end;
        while (end < lines.size() && lines[begin] == lines[end]) {
            marks[begin++] = false;
            marks[end++] = true;
            while (end < lines.size() && marks[end])
                ++end;
        }
        begin = end;
    }
}

/// One run of changes: lines [aFrom, aTo) become [bFrom, bTo).
struct Change {
    std::size_t aFrom, aTo, bFrom, bTo;
};

std::vector<Change> changesOf(const Marks &marks)
{
    std::vector<Change> changes;
    std::size_t i = 0, j = 0;
    while (i < marks.before.size() || j < marks.after.size()) {
        const Change change{i, i, j, j};
        Change grown = change;
        while (grown.aTo < marks.before.size() && marks.before[grown.aTo])
            ++grown.aTo;
        while (grown.bTo < marks.after.size() && marks.after[grown.bTo])
            ++grown.bTo;
        if (grown.aTo > grown.aFrom || grown.bTo > grown.bFrom)
            changes.push_back(grown);
        i = grown.aTo + 1;
        j = grown.bTo + 1;
    }
    return changes;
}

/// "12,7", "12" for one line, "11,0" for none.
std::string range(std::size_t from, std::size_t to)
{
    const std::size_t count = to - from;
    const std::string start = std::to_string(count == 0 ? from : from + 1);
    return count == 1 ? start : start + "," + std::to_string(count);
}

std::string hunk(const Lines &a, const Lines &b, const std::vector<Change> &changes)
{
    const std::size_t lead = std::min(kContext, changes.front().aFrom);
    const std::size_t tail = std::min(kContext, a.size() - changes.back().aTo);
    const std::size_t aFrom = changes.front().aFrom - lead, aTo = changes.back().aTo + tail;
    const std::size_t bFrom = changes.front().bFrom - lead, bTo = changes.back().bTo + tail;
    std::string text = "@@ -" + range(aFrom, aTo) + " +" + range(bFrom, bTo) + " @@\n";
    const auto add = [&text](char sign, std::string_view line) {
        text.append(1, sign).append(line).append("\n");
    };
    std::size_t at = aFrom;
    for (const Change &change : changes) {
        for (; at < change.aFrom; ++at)
            add(' ', a[at]);
        for (; at < change.aTo; ++at)
            add('-', a[at]);
        for (std::size_t j = change.bFrom; j < change.bTo; ++j)
            add('+', b[j]);
    }
    for (; at < aTo; ++at)
        add(' ', a[at]);
    return text;
}

} // namespace

std::string unifiedHunks(std::string_view before, std::string_view after)
{
    const Lines a = linesOf(before), b = linesOf(after);
    Marks marks = mark(a, b);
    shiftDown(a, marks.before);
    shiftDown(b, marks.after);
    std::string text;
    std::vector<Change> group;
    for (const Change &change : changesOf(marks)) {
        if (!group.empty() && change.aFrom - group.back().aTo > 2 * kContext) {
            text += hunk(a, b, group);
            group.clear();
        }
        group.push_back(change);
    }
    return group.empty() ? text : text + hunk(a, b, group);
}

} // namespace minato::shell::kubectl
