// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <deque>
#include <vector>

namespace minato::viewmodels {

/// What a stretch of terminal text is; the view chooses the colour.
enum class Ink : std::uint8_t { Plain, Prompt, Dim, Error, Good, Busy, Waiting, Leaving, Hint, Preedit };

struct InkSpan {
    int from = 0, length = 0;
    Ink ink = Ink::Plain;
    friend bool operator==(const InkSpan &, const InkSpan &) = default;
};

struct TerminalLine {
    /// Output is inked when it is drawn: of what a command floods the terminal with, nobody sees most.
    enum class Kind : std::uint8_t { Own, Output, Hint, Gap };
    QString text;
    Kind kind = Kind::Own;
    Ink ink = Ink::Plain;            ///< of all of it
    std::vector<InkSpan> spans = {}; ///< Own: in order, not overlapping; the rest has `ink`
    QString source = {};             ///< Hint: the text in both languages; Gap: how many lines it stands for
};

/// Room for the drawing before a hint.
inline constexpr QLatin1StringView kHintIndent("   ");

/// Marks what a reader looks for in a line that kubectl printed: the header of a table, the states of
/// objects.
[[nodiscard]] std::vector<InkSpan> inkOutput(const QString &text);
/// What is to be drawn how: in order, not overlapping; the rest has the line's ink.
[[nodiscard]] std::vector<InkSpan> inksOf(const TerminalLine &line);
/// The header of a table as kubectl prints it: words in capitals, two blanks or more between them.
[[nodiscard]] bool isTableHeader(const QString &text);

/// The part of a line that stands in one row of the window.
struct RowRange {
    qint64 line = 0;
    int from = 0, to = 0; ///< QChar positions
};
/// Breaks a line after so many cells. An empty line is one row; a wide character never straddles the edge.
void breakLine(const QString &text, qint64 line, int columns, std::deque<RowRange> &rows);
/// Cells from `from` to `to`.
[[nodiscard]] int cellsBetween(const QString &text, int from, int to);
/// The QChar position at or before a cell that is `cells` right of `from`.
[[nodiscard]] int positionAtCell(const QString &text, int from, int to, int cells);

} // namespace minato::viewmodels
