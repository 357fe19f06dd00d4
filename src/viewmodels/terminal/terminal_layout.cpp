// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/terminal/terminal_layout.h"

#include "viewmodels/terminal/terminal_model.h"

#include <algorithm>

namespace minato::viewmodels {

void TerminalLayout::breakFrom(int line, const TerminalModel &model)
{
    std::erase_if(m_rows, [line](const RowRange &row) { return row.line >= line; });
    const auto add = [this](const QString &text, int index) {
        const auto rows = breakLine(text, index, m_columns);
        m_rows.insert(m_rows.end(), rows.begin(), rows.end());
    };
    const auto &lines = model.lines();
    for (int i = line; i < int(lines.size()); ++i)
        add(lines[std::size_t(i)].text, i);
    m_input = model.inputLine();
    m_inputIndex = int(lines.size());
    if (!model.isBusy())
        add(m_input.text, m_inputIndex);
}

void TerminalLayout::rebuild(const TerminalModel &model, int columns)
{
    m_columns = std::max(8, columns);
    m_rows.clear();
    breakFrom(0, model);
}

void TerminalLayout::update(const TerminalModel &model, int columns)
{
    if (std::max(8, columns) != m_columns || int(model.lines().size()) < m_inputIndex)
        rebuild(model, columns);
    else
        breakFrom(std::max(0, m_inputIndex - 1), model); // the last line may have grown
}

const QString &TerminalLayout::textOf(int line, const TerminalModel &model) const
{
    return line < m_inputIndex ? model.lines()[std::size_t(line)].text : m_input.text;
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
