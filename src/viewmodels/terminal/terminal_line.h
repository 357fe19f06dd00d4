// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <vector>

namespace minato::viewmodels {

/// What a stretch of terminal text is; the view chooses the colour.
enum class Ink : std::uint8_t { Plain, Prompt, Dim, Error, Good, Busy, Waiting, Leaving, Preedit };

struct InkSpan {
    int from = 0, length = 0;
    Ink ink = Ink::Plain;
    friend bool operator==(const InkSpan &, const InkSpan &) = default;
};

struct TerminalLine {
    QString text;
    std::vector<InkSpan> spans; ///< in order, not overlapping; the rest is Plain
};

/// Marks what a reader looks for in a line that kubectl printed: the header of a table, the states of
/// objects.
[[nodiscard]] std::vector<InkSpan> inkOutput(const QString &text);

/// The part of a line that stands in one row of the window.
struct RowRange {
    int line = 0, from = 0, to = 0; ///< QChar positions
};
/// Breaks a line after so many cells. An empty line is one row; a wide character never straddles the edge.
[[nodiscard]] std::vector<RowRange> breakLine(const QString &text, int line, int columns);
/// Cells from `from` to `to`.
[[nodiscard]] int cellsBetween(const QString &text, int from, int to);
/// The QChar position at or before a cell that is `cells` right of `from`.
[[nodiscard]] int positionAtCell(const QString &text, int from, int to, int cells);

} // namespace minato::viewmodels
