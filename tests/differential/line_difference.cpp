// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "differential/line_difference.h"

#include <algorithm>
#include <format>
#include <vector>

namespace minato::tests {
namespace {

using Lines = std::vector<std::string_view>;

Lines linesOf(std::string_view text)
{
    Lines lines;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size() - 1);
        lines.push_back(text.substr(begin, end + 1 - begin));
        begin = end + 1;
    }
    return lines;
}

std::string shown(char sign, std::string_view line)
{
    const bool isEnded = line.ends_with('\n');
    std::string text(line.substr(0, line.size() - (isEnded ? 1 : 0)));
    for (std::size_t i = text.size(); i > 0 && text[i - 1] == ' '; --i)
        text.replace(i - 1, 1, "·");
    return std::format("  {} {}{}\n", sign, text, isEnded ? "" : " (no line break)");
}

/// How long the longest common subsequence of a[i…] and b[j…] is.
std::vector<std::vector<int>> commonLengths(const Lines &a, const Lines &b)
{
    std::vector<std::vector<int>> lengths(a.size() + 1, std::vector<int>(b.size() + 1));
    for (std::size_t i = a.size(); i-- > 0;)
        for (std::size_t j = b.size(); j-- > 0;)
            lengths[i][j] =
                a[i] == b[j] ? lengths[i + 1][j + 1] + 1 : std::max(lengths[i + 1][j], lengths[i][j + 1]);
    return lengths;
}

} // namespace

std::string lineDifference(std::string_view what, std::string_view expected, std::string_view actual)
{
    if (expected == actual)
        return {};
    const Lines a = linesOf(expected), b = linesOf(actual);
    const auto lengths = commonLengths(a, b);
    std::string text = std::format("  {}\n", what);
    for (std::size_t i = 0, j = 0; i < a.size() || j < b.size();) {
        if (i < a.size() && j < b.size() && a[i] == b[j]) {
            ++i;
            ++j;
        } else if (j == b.size() || (i < a.size() && lengths[i + 1][j] >= lengths[i][j + 1])) {
            text += shown('-', a[i++]);
        } else {
            text += shown('+', b[j++]);
        }
    }
    return text;
}

} // namespace minato::tests
