// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/tab_writer.h"

#include "kube/utf8.h"

#include <algorithm>
#include <utility>

namespace minato::kube {
namespace {

constexpr char kEscape = '\xff';

struct Cell {
    std::string_view text;
    int width = 0;
    std::size_t block = 0; ///< index into Layout::blocks, unless the last cell of its line
};

struct Line {
    std::vector<Cell> cells;
    bool endsColumns = false; ///< it was ended by '\f'
    bool hasNewline = false;
};

/// The text up to the end of a cell. The width of an escaped stretch leaves out its two marks, even if the
/// second is missing.
Cell scanCell(std::string_view text)
{
    Cell cell;
    bool escaped = false;
    std::size_t start = 0;
    std::size_t i = 0;
    const auto countUpTo = [&](std::size_t end) {
        cell.width += static_cast<int>(countRunes(text.substr(start, end - start)));
        start = end;
    };
    for (; i < text.size(); ++i) {
        const char c = text[i];
        if (c == kEscape) {
            // Each stretch is counted on its own: an invalid byte next to a mark must not join it.
            countUpTo(escaped ? i + 1 : i);
            if (escaped)
                cell.width -= 2;
            escaped = !escaped;
        } else if (!escaped && (c == '\t' || c == '\v' || c == '\n' || c == '\f')) {
            break;
        }
    }
    countUpTo(i);
    if (escaped)
        cell.width -= 2;
    cell.text = text.substr(0, i);
    return cell;
}

std::vector<Line> scanLines(std::string_view text)
{
    std::vector<Line> lines(1);
    while (!text.empty()) {
        const Cell cell = scanCell(text);
        text.remove_prefix(cell.text.size());
        if (text.empty()) {
            lines.back().cells.push_back(cell);
            break;
        }
        lines.back().cells.push_back(cell);
        const char end = text.front();
        text.remove_prefix(1);
        if (end == '\n' || end == '\f') {
            lines.back().hasNewline = true;
            lines.back().endsColumns = end == '\f';
            lines.emplace_back();
        }
    }
    return lines;
}

/// A block is one column over the consecutive lines that have it.
class Layout {
public:
    Layout(const TabWriter::Options &options, std::vector<int> &remembered)
        : m_options(options), m_remembered(remembered)
    {
    }

    void add(Line &line)
    {
        const std::size_t columns = line.cells.empty() ? 0 : line.cells.size() - 1;
        m_open.resize(std::min(m_open.size(), columns));
        while (m_open.size() < columns) {
            m_open.push_back(m_blocks.size());
            m_blocks.push_back({.column = m_open.size() - 1, .width = m_options.minWidth});
        }
        for (std::size_t c = 0; c < columns; ++c) {
            Cell &cell = line.cells[c];
            cell.block = m_open[c];
            int &width = m_blocks[cell.block].width;
            width = std::max(width, cell.width + m_options.padding);
        }
        if (line.endsColumns)
            m_open.clear();
    }

    /// Blocks of one column are in the order of their lines, so each may widen only what comes after it.
    void applyRemembered()
    {
        for (Block &block : m_blocks) {
            if (m_remembered.size() <= block.column)
                m_remembered.resize(block.column + 1, 0);
            int &known = m_remembered[block.column];
            known = block.width = std::max(known, block.width);
        }
    }

    [[nodiscard]] int widthOf(const Cell &cell) const { return m_blocks[cell.block].width; }

private:
    struct Block {
        std::size_t column;
        int width;
    };
    const TabWriter::Options &m_options;
    std::vector<int> &m_remembered;
    std::vector<Block> m_blocks;
    std::vector<std::size_t> m_open;
};

void appendLine(std::string &out, const Line &line, const Layout &layout)
{
    for (std::size_t c = 0; c < line.cells.size(); ++c) {
        const Cell &cell = line.cells[c];
        out += cell.text;
        const bool isLast = c + 1 == line.cells.size();
        if (!isLast)
            out.append(static_cast<std::size_t>(std::max(0, layout.widthOf(cell) - cell.width)), ' ');
    }
    if (line.hasNewline)
        out += '\n';
}

} // namespace

std::string TabWriter::flush()
{
    const std::string text = std::exchange(m_pending, {});
    std::vector<Line> lines = scanLines(text);
    Layout layout(m_options, m_remembered);
    for (Line &line : lines)
        layout.add(line);
    if (m_options.rememberWidths)
        layout.applyRemembered();
    std::string out;
    out.reserve(text.size() * 2);
    for (const Line &line : lines)
        appendLine(out, line, layout);
    return out;
}

} // namespace minato::kube
