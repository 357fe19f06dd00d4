// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// TerminalItem: drawing.
#include "viewmodels/terminal/cell_width.h"
#include "viewmodels/terminal/terminal_item.h"

#include <QPainter>
#include <QPainterPath>

namespace minato::viewmodels {

QColor TerminalItem::colorOf(Ink ink) const
{
    // At least 4.5:1 on both terminal backgrounds; the terminal is dark in both themes.
    switch (ink) {
    case Ink::Plain:
    case Ink::Preedit:
        return {0xDC, 0xE6, 0xEE};
    case Ink::Prompt:
    case Ink::Good:
        return {0x56, 0xD3, 0xA8};
    case Ink::Dim:
        return {0xA9, 0xB9, 0xC8};
    case Ink::Error:
        return {0xFF, 0x9B, 0x7A};
    case Ink::Hint:
        return {0xFF, 0xE0, 0x8A};
    case Ink::Busy:
        return {0x7C, 0xC7, 0xF2};
    case Ink::Waiting:
        return {0xF0, 0xB8, 0x3C};
    case Ink::Leaving:
        return {0xE3, 0xA3, 0xC6};
    }
    return Qt::white;
}

void TerminalItem::paint(QPainter *painter)
{
    if (!m_terminal)
        return;
    painter->setFont(m_font);
    const int last = std::min(m_layout.rowCount(), m_top + visibleRows() + 1);
    for (int i = m_top; i < last; ++i) {
        const double y = (i - m_top) * m_rowHeight;
        paintFound(*painter, m_layout.row(i), y);
        paintSelection(*painter, m_layout.row(i), y);
        paintRow(*painter, m_layout.row(i), y);
    }
    paintLinks(*painter);
    if (m_terminal->takesInput())
        paintCursor(*painter);
}

void TerminalItem::paintRow(QPainter &painter, const RowRange &row, double y)
{
    const TerminalLine &line = m_layout.lineAt(row.line, *m_terminal);
    if (line.kind == TerminalLine::Kind::Hint && row.from == 0)
        paintBulb(painter, y);
    double x = 0;
    int at = row.from;
    const auto run = [&](int to, Ink ink) {
        if (to <= at)
            return;
        painter.setPen(colorOf(ink));
        paintRun(painter, line.text, at, to, {x, y});
        const double width = cellsBetween(line.text, at, to) * m_cell;
        if (ink == Ink::Preedit)
            painter.drawLine(QPointF(x, y + m_rowHeight - 3), QPointF(x + width, y + m_rowHeight - 3));
        x += width;
        at = to;
    };
    for (const InkSpan &span : inksOf(line)) {
        run(std::min(span.from, row.to), line.ink);
        run(std::min(span.from + span.length, row.to), span.ink);
    }
    run(row.to, line.ink);
}

/// A lamp before a hint: its colour alone would not tell it from output.
void TerminalItem::paintBulb(QPainter &painter, double y)
{
    const double size = std::min(2 * m_cell, m_rowHeight - 4.0);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(0, y + (m_rowHeight - size) / 2);
    painter.scale(size / 24, size / 24); // the icon "bulb" of qml/controls/Icon.qml
    painter.setPen(QPen(colorOf(Ink::Hint), 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawLine(QPointF(9, 18), QPointF(15, 18));
    painter.drawLine(QPointF(10, 21), QPointF(14, 21));
    QPainterPath glass(QPointF(9, 15));
    glass.arcTo(QRectF(6, 3, 12, 12), -120, -300);
    glass.lineTo(QPointF(15, 15));
    painter.drawPath(glass);
    painter.restore();
}

void TerminalItem::paintRun(QPainter &painter, const QString &text, int from, int to, QPointF at)
{
    double x = at.x();
    int start = from;
    const auto flush = [&](int end) {
        if (end > start)
            painter.drawText(QPointF(x, at.y() + m_ascent), text.mid(start, end - start));
        x += cellsBetween(text, start, end) * m_cell;
        start = end;
    };
    for (int i = from; i < to;) {
        const CodePoint c = codePointAt(text, i);
        if (cellWidth(c.value) == 2) { // drawn alone: its own font's advance is not two cells
            flush(i);
            const QString glyph = text.mid(i, c.size);
            const double advance = painter.fontMetrics().horizontalAdvance(glyph);
            painter.drawText(QPointF(x + (2 * m_cell - advance) / 2, at.y() + m_ascent), glyph);
            x += 2 * m_cell;
            start = i + c.size;
        }
        i += c.size;
    }
    flush(to);
}

void TerminalItem::paintSelection(QPainter &painter, const RowRange &row, double y)
{
    if (!hasSelection())
        return;
    const auto [from, to] = std::minmax(m_anchor, m_head);
    const QString &text = m_layout.textOf(row.line, *m_terminal);
    const int start = from <= TextPlace{row.line, row.from} ? row.from
                      : from.line == row.line               ? from.at
                                                            : row.to;
    const int end = to > TextPlace{row.line, row.to} ? row.to : to.line == row.line ? to.at : row.from;
    if (start >= end)
        return;
    const double x = cellsBetween(text, row.from, start) * m_cell;
    painter.fillRect(QRectF(x, y, cellsBetween(text, start, end) * m_cell, m_rowHeight),
                     QColor(0x2A, 0x52, 0x70));
}

void TerminalItem::paintCursor(QPainter &painter)
{
    const auto cell = cursorCell();
    const QRectF box(cell.column * m_cell, (cell.row - m_top) * m_rowHeight + 2, m_cell, m_rowHeight - 4);
    if (!hasActiveFocus()) {
        painter.setPen(colorOf(Ink::Dim));
        painter.drawRect(box.adjusted(.5, .5, -.5, -.5));
        return;
    }
    painter.fillRect(box, colorOf(Ink::Plain));
    const LineEditor &editor = m_terminal->editor();
    if (m_terminal->preedit().isEmpty() && editor.cursor() < editor.text().size()) {
        const CodePoint c = codePointAt(editor.text(), editor.cursor());
        painter.setPen(m_background);
        painter.drawText(QPointF(box.x(), box.y() - 2 + m_ascent),
                         editor.text().mid(editor.cursor(), c.size));
    }
}

} // namespace minato::viewmodels
