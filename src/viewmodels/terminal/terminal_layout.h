// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/terminal/terminal_line.h"

#include <compare>
#include <deque>

namespace minato::viewmodels {

class TerminalModel;

/// A place in the terminal's text: the number of a line (the one after the last is the input line) and a QChar in
/// it. The numbers stay when old lines are dropped.
struct TextPlace {
    qint64 line = 0;
    int at = 0;
    friend auto operator<=>(TextPlace, TextPlace) = default;
};

/// Lines broken into rows of cells: where each character stands, and what stands at each cell.
///
/// Costs     A change at the end: of the lines that changed. Other columns: of all lines.
class TerminalLayout {
public:
    /// Breaks all lines anew.
    void rebuild(const TerminalModel &model, int columns);
    /// The same after a change at the end, and after lines were dropped at the front.
    void update(const TerminalModel &model, int columns);

    /// The lines from there on are others now; update() breaks them.
    void cut(qint64 from);

    [[nodiscard]] int rowCount() const { return int(m_rows.size()); }
    [[nodiscard]] const RowRange &row(int index) const { return m_rows[std::size_t(index)]; }
    [[nodiscard]] const TerminalLine &inputLine() const { return m_input; }
    [[nodiscard]] qint64 inputIndex() const { return m_inputIndex; }

    struct Cell {
        int row = 0, column = 0;
    };
    [[nodiscard]] Cell cellOf(TextPlace place, const TerminalModel &model) const;
    [[nodiscard]] TextPlace placeAt(Cell cell, const TerminalModel &model) const;
    [[nodiscard]] const TerminalLine &lineAt(qint64 line, const TerminalModel &model) const;
    [[nodiscard]] const QString &textOf(qint64 line, const TerminalModel &model) const
    {
        return lineAt(line, model).text;
    }

private:
    void breakFrom(qint64 line, const TerminalModel &model);

    std::deque<RowRange> m_rows;
    TerminalLine m_input;
    int m_columns = 0;
    qint64 m_inputIndex = 0;
};

} // namespace minato::viewmodels
