// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/terminal/terminal_line.h"

#include <compare>
#include <vector>

namespace minato::viewmodels {

class TerminalModel;

/// A place in the terminal's text: a line (the one after the last is the input line) and a QChar in it.
struct TextPlace {
    int line = 0, at = 0;
    friend auto operator<=>(TextPlace, TextPlace) = default;
};

/// Lines broken into rows of cells: where each character stands, and what stands at each cell.
class TerminalLayout {
public:
    /// Breaks all lines anew.
    void rebuild(const TerminalModel &model, int columns);
    /// The same after a change at the end: keeps the rows of lines before the last `kLoose` that were there.
    void update(const TerminalModel &model, int columns);

    [[nodiscard]] int rowCount() const { return int(m_rows.size()); }
    [[nodiscard]] const RowRange &row(int index) const { return m_rows[std::size_t(index)]; }
    [[nodiscard]] const TerminalLine &inputLine() const { return m_input; }
    [[nodiscard]] int inputIndex() const { return m_inputIndex; }

    struct Cell {
        int row = 0, column = 0;
    };
    [[nodiscard]] Cell cellOf(TextPlace place, const TerminalModel &model) const;
    [[nodiscard]] TextPlace placeAt(Cell cell, const TerminalModel &model) const;
    [[nodiscard]] const QString &textOf(int line, const TerminalModel &model) const;

private:
    void breakFrom(int line, const TerminalModel &model);

    std::vector<RowRange> m_rows;
    TerminalLine m_input;
    int m_columns = 0, m_inputIndex = 0;
};

} // namespace minato::viewmodels
