// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/terminal/terminal_layout.h"

#include "viewmodels/terminal/terminal_model.h"

#include <algorithm>

namespace minato::viewmodels {

void TerminalLayout::breakFrom(qint64 line, const TerminalModel &model)
{
    while (!m_rows.empty() && m_rows.back().line >= line)
        m_rows.pop_back();
    for (; line < model.endLine(); ++line)
        breakLine(model.line(line).text, line, m_columns, m_rows);
    m_input = model.inputLine();
    m_inputIndex = line;
    if (model.takesInput())
        breakLine(m_input.text, line, m_columns, m_rows);
}

void TerminalLayout::rebuild(const TerminalModel &model, int columns)
{
    m_columns = std::max(8, columns);
    m_rows.clear();
    breakFrom(model.firstLine(), model);
}

void TerminalLayout::update(const TerminalModel &model, int columns)
{
    const qint64 first = model.firstLine();
    if (std::max(8, columns) != m_columns || model.endLine() < m_inputIndex || first > m_inputIndex) {
        rebuild(model, columns);
        return;
    }
    const bool isShorter = !m_rows.empty() && m_rows.front().line < first && first < model.endLine();
    while (!m_rows.empty() && m_rows.front().line <= first && isShorter)
        m_rows.pop_front();
    if (isShorter) { // what tells of the dropped lines has taken the place of the first one
        std::deque<RowRange> rows;
        breakLine(model.line(first).text, first, m_columns, rows);
        m_rows.insert(m_rows.begin(), rows.begin(), rows.end());
    }
    breakFrom(std::max(first, m_inputIndex - 1), model); // the last line may have grown
}

void TerminalLayout::cut(qint64 from)
{
    while (!m_rows.empty() && m_rows.back().line >= from)
        m_rows.pop_back();
    m_inputIndex = std::min(m_inputIndex, from);
}

const TerminalLine &TerminalLayout::lineAt(qint64 line, const TerminalModel &model) const
{
    return line < m_inputIndex ? model.line(std::max(line, model.firstLine())) : m_input;
}

TerminalLayout::Cell TerminalLayout::cellOf(TextPlace place, const TerminalModel &model) const
{
    const auto after = std::ranges::upper_bound(
        m_rows, place, {}, [](const RowRange &row) { return TextPlace{row.line, row.from}; });
    if (after == m_rows.begin())
        return {};
    const auto row = after - 1;
    return {int(row - m_rows.begin()), cellsBetween(textOf(row->line, model), row->from, place.at)};
}

TextPlace TerminalLayout::placeAt(Cell cell, const TerminalModel &model) const
{
    if (m_rows.empty() || cell.row < 0)
        return {};
    if (cell.row >= rowCount())
        return {m_rows.back().line, m_rows.back().to};
    const RowRange &range = row(cell.row);
    return {range.line, positionAtCell(textOf(range.line, model), range.from, range.to, cell.column)};
}

} // namespace minato::viewmodels
