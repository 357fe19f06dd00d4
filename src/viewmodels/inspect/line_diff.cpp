// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/inspect/line_diff.h"

#include <QStringList>

#include <algorithm>

namespace minato::viewmodels {
namespace {

enum class Change : std::uint8_t { Same, Removed, Added };

struct Edit {
    Change change{};
    qsizetype line = 0; ///< in the text that has it; the new one for Same
};

/// The changes of the middle by the longest common subsequence.
void diffMiddle(const QStringList &a, const QStringList &b, qsizetype begin, qsizetype endA, qsizetype endB,
                std::vector<Edit> &edits)
{
    const auto rows = static_cast<std::size_t>(endA - begin),
               columns = static_cast<std::size_t>(endB - begin);
    const bool isTooMuch = rows * columns > kMostCells;
    std::vector<int> length(isTooMuch ? 0 : (rows + 1) * (columns + 1));
    const auto at = [&](std::size_t i, std::size_t j) -> int & { return length[i * (columns + 1) + j]; };
    if (!isTooMuch)
        for (std::size_t i = rows; i-- > 0;)
            for (std::size_t j = columns; j-- > 0;)
                at(i, j) = a[begin + qsizetype(i)] == b[begin + qsizetype(j)]
                               ? at(i + 1, j + 1) + 1
                               : std::max(at(i + 1, j), at(i, j + 1));
    std::size_t i = 0, j = 0;
    while (i < rows || j < columns) {
        if (!isTooMuch && i < rows && j < columns && a[begin + qsizetype(i)] == b[begin + qsizetype(j)]) {
            edits.push_back({Change::Same, begin + qsizetype(j)});
            ++i;
            ++j;
        } else if (i < rows && (isTooMuch || j == columns || at(i + 1, j) >= at(i, j + 1))) {
            edits.push_back({Change::Removed, begin + qsizetype(i++)});
        } else {
            edits.push_back({Change::Added, begin + qsizetype(j++)});
        }
    }
}

std::vector<Edit> diff(const QStringList &a, const QStringList &b)
{
    std::vector<Edit> edits;
    qsizetype begin = 0, endA = a.size(), endB = b.size();
    for (; begin < std::min(endA, endB) && a[begin] == b[begin]; ++begin)
        edits.push_back({Change::Same, begin});
    qsizetype tail = 0;
    while (endA > begin && endB > begin && a[endA - 1] == b[endB - 1]) {
        --endA;
        --endB;
        ++tail;
    }
    diffMiddle(a, b, begin, endA, endB, edits);
    for (qsizetype i = 0; i < tail; ++i)
        edits.push_back({Change::Same, endB + i});
    return edits;
}

InfoRow rowOf(const Edit &edit, const QStringList &a, const QStringList &b)
{
    const bool isRemoved = edit.change == Change::Removed;
    return {.key = QStringLiteral("%1%2").arg(int(edit.change)).arg(edit.line),
            .label = isRemoved ? a[edit.line] : b[edit.line],
            .value = QString::number(edit.line + 1),
            .glyph = isRemoved                      ? QStringLiteral("minus")
                     : edit.change == Change::Added ? QStringLiteral("plus")
                                                    : QString(),
            .tone = isRemoved                      ? Tone::Bad
                    : edit.change == Change::Added ? Tone::Good
                                                   : Tone::Plain};
}

} // namespace

std::vector<InfoRow> lineDiff(const QString &before, const QString &after, int context)
{
    const QStringList a = before.split(u'\n'), b = after.split(u'\n');
    const std::vector<Edit> edits = diff(a, b);
    std::vector<InfoRow> rows;
    if (std::ranges::all_of(edits, [](const Edit &edit) { return edit.change == Change::Same; }))
        return rows;
    std::vector<bool> isShown(edits.size());
    for (std::size_t i = 0; i < edits.size(); ++i) {
        if (edits[i].change == Change::Same)
            continue;
        const std::size_t reach = static_cast<std::size_t>(context);
        for (std::size_t j = i < reach ? 0 : i - reach; j <= std::min(edits.size() - 1, i + reach); ++j)
            isShown[j] = true;
    }
    for (std::size_t i = 0; i < edits.size(); ++i) {
        if (isShown[i])
            rows.push_back(rowOf(edits[i], a, b));
        else if (i == 0 || isShown[i - 1])
            rows.push_back(
                {.key = QStringLiteral("…%1").arg(i), .label = QStringLiteral("⋯"), .tone = Tone::Soft});
    }
    return rows;
}

} // namespace minato::viewmodels
