// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/terminal/terminal_line.h"

#include "viewmodels/terminal/cell_width.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <utility>

namespace minato::viewmodels {
namespace {

constexpr std::array<std::pair<QLatin1StringView, Ink>, 20> kStates{{
    {QLatin1StringView("Running"), Ink::Good},
    {QLatin1StringView("Ready"), Ink::Good},
    {QLatin1StringView("Completed"), Ink::Good},
    {QLatin1StringView("Available"), Ink::Good},
    {QLatin1StringView("ContainerCreating"), Ink::Busy},
    {QLatin1StringView("PodInitializing"), Ink::Busy},
    {QLatin1StringView("Pending"), Ink::Waiting},
    {QLatin1StringView("Terminating"), Ink::Leaving},
    {QLatin1StringView("Ready,SchedulingDisabled"), Ink::Waiting},
    {QLatin1StringView("NotReady"), Ink::Error},
    {QLatin1StringView("Error"), Ink::Error},
    {QLatin1StringView("Failed"), Ink::Error},
    {QLatin1StringView("Evicted"), Ink::Error},
    {QLatin1StringView("OOMKilled"), Ink::Error},
    {QLatin1StringView("CrashLoopBackOff"), Ink::Error},
    {QLatin1StringView("ImagePullBackOff"), Ink::Error},
    {QLatin1StringView("ErrImagePull"), Ink::Error},
    {QLatin1StringView("Unknown"), Ink::Error},
    {QLatin1StringView("Warning"), Ink::Waiting},
    {QLatin1StringView("<none>"), Ink::Dim},
}};

/// ASCII alone: each character is a cell. Most of a terminal is, and a window that changes breaks all of it anew.
bool isPlain(const QString &text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.unicode() >= 0x20 && c.unicode() < 0x7F; });
}

Ink inkOfCell(QStringView cell)
{
    for (const auto &[word, ink] : kStates)
        if (cell == word)
            return ink;
    return Ink::Plain;
}

} // namespace

bool isTableHeader(const QString &text)
{
    static const QRegularExpression header(
        QStringLiteral("^W( W)*( {2,}W( W)*)+ *$")
            .replace(u'W', QLatin1String("[A-Z][A-Z0-9-]*(\\([A-Za-z%]+\\))?%?")));
    return header.match(text).hasMatch();
}

std::vector<InkSpan> inksOf(const TerminalLine &line)
{
    return line.kind == TerminalLine::Kind::Output ? inkOutput(line.text) : line.spans;
}

std::vector<InkSpan> inkOutput(const QString &text)
{
    if (isTableHeader(text))
        return {{0, int(text.size()), Ink::Dim}};
    std::vector<InkSpan> spans;
    // A state stands in a cell of a table: two blanks or an edge on both sides.
    static const QRegularExpression cell(QStringLiteral("(?<=  )\\S+(?=  |$)"));
    for (auto it = cell.globalMatchView(text); it.hasNext();) {
        const auto match = it.next();
        if (const Ink ink = inkOfCell(match.capturedView()); ink != Ink::Plain)
            spans.push_back({int(match.capturedStart()), int(match.capturedLength()), ink});
    }
    return spans;
}

void breakLine(const QString &text, qint64 line, int columns, std::deque<RowRange> &rows)
{
    const int size = int(text.size());
    if (2 * size <= columns) { // no character is wider
        rows.push_back({line, 0, size});
        return;
    }
    if (isPlain(text)) {
        int from = 0;
        for (; size - from > columns; from += columns)
            rows.push_back({line, from, from + columns});
        rows.push_back({line, from, size});
        return;
    }
    int start = 0, cells = 0, at = 0;
    while (at < size) {
        const CodePoint c = codePointAt(text, at);
        const int width = cellWidth(c.value);
        if (cells + width > columns && at > start) {
            rows.push_back({line, start, at});
            start = at;
            cells = 0;
        }
        cells += width;
        at += c.size;
    }
    rows.push_back({line, start, size});
}

int cellsBetween(const QString &text, int from, int to)
{
    int cells = 0;
    for (int at = from; at < to;) {
        const CodePoint c = codePointAt(text, at);
        cells += cellWidth(c.value);
        at += c.size;
    }
    return cells;
}

int positionAtCell(const QString &text, int from, int to, int cells)
{
    int at = from;
    while (at < to) {
        const CodePoint c = codePointAt(text, at);
        cells -= cellWidth(c.value);
        if (cells < 0)
            break;
        at += c.size;
    }
    return at;
}

} // namespace minato::viewmodels
