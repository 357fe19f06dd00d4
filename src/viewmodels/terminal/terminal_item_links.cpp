// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// TerminalItem: links, and places that were looked for.
#include "viewmodels/terminal/terminal_item.h"

#include <QCoreApplication>
#include <QCursor>
#include <QHoverEvent>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace minato::viewmodels {

std::vector<QRectF> TerminalItem::areasOf(qint64 line, int from, int length) const
{
    std::vector<QRectF> areas;
    const int last = std::min(m_layout.rowCount(), m_top + visibleRows() + 1);
    for (int i = m_top; i < last; ++i) {
        const RowRange &row = m_layout.row(i);
        const int start = std::max(from, row.from), end = std::min(from + length, row.to);
        if (row.line != line || start >= end)
            continue;
        const QString &text = m_layout.textOf(line, *m_terminal);
        areas.emplace_back(cellsBetween(text, row.from, start) * m_cell, (i - m_top) * m_rowHeight,
                           cellsBetween(text, start, end) * m_cell, m_rowHeight);
    }
    return areas;
}

std::optional<TerminalItem::PlacedLink> TerminalItem::linkAt(QPointF point) const
{
    const int row = m_top + int(point.y() / m_rowHeight);
    if (!m_terminal || point.y() < 0 || row >= m_layout.rowCount())
        return std::nullopt;
    const qint64 line = m_layout.row(row).line;
    for (TerminalLink &link : m_terminal->linksIn(line))
        for (const QRectF &area : areasOf(line, link.from, link.length))
            if (area.contains(point))
                return PlacedLink{line, std::move(link)};
    return std::nullopt;
}

/// From top to bottom.
std::vector<TerminalItem::PlacedLink> TerminalItem::seenLinks() const
{
    std::vector<PlacedLink> links;
    const int last = std::min(m_layout.rowCount(), m_top + visibleRows());
    for (int i = m_top; i < last; ++i) {
        const qint64 line = m_layout.row(i).line;
        if (i > m_top && m_layout.row(i - 1).line == line)
            continue; // a further row of the same line
        for (TerminalLink &link : m_terminal->linksIn(line))
            links.push_back({line, std::move(link)});
    }
    return links;
}

QString TerminalItem::linkText() const
{
    if (!m_link)
        return {};
    const TerminalLink &link = m_link->link;
    if (!link.column.isEmpty())
        return columnText(link.column, m_terminal->headerOf(m_link->line));
    const QString name =
        QString::fromStdString(link.object.kind) + u' ' + QString::fromStdString(link.object.name);
    //: Beside a name in the terminal. %1: what it leads to, "Pod web-1".
    //% "%1: click to show it in the cluster"
    const QString byMouse = qtTrId("terminal.link");
    //: As terminal.link, for the keyboard.
    //% "%1: Enter shows it in the cluster"
    const QString byKeys = qtTrId("terminal.link-keys");
    return (m_isExploring ? byKeys : byMouse).arg(name);
}

QRectF TerminalItem::linkArea() const
{
    if (!m_link)
        return {};
    const auto areas = areasOf(m_link->line, m_link->link.from, m_link->link.length);
    return areas.empty() ? QRectF() : areas.front();
}

void TerminalItem::setLink(std::optional<PlacedLink> link, bool isExploring)
{
    if (m_link == link && m_isExploring == isExploring)
        return;
    m_link = std::move(link);
    m_isExploring = isExploring;
    setCursor(QCursor(m_link && !m_link->link.object.isEmpty() ? Qt::PointingHandCursor : Qt::IBeamCursor));
    update();
    Q_EMIT linkChanged();
}

void TerminalItem::hoverMoveEvent(QHoverEvent *event)
{
    if (!m_isExploring)
        setLink(linkAt(event->position()), false);
}

void TerminalItem::hoverLeaveEvent(QHoverEvent *)
{
    if (!m_isExploring)
        setLink({}, false);
}

void TerminalItem::follow(const PlacedLink &link)
{
    const session::ObjectName &object = link.link.object;
    if (!object.isEmpty())
        Q_EMIT objectChosen(QString::fromStdString(object.kind), QString::fromStdString(object.ns),
                            QString::fromStdString(object.name));
}

void TerminalItem::explore()
{
    const auto links = m_terminal ? seenLinks() : std::vector<PlacedLink>();
    if (!links.empty())
        setLink(links.back(), true);
}

void TerminalItem::stepLink(int by)
{
    const auto links = seenLinks();
    if (links.empty())
        return setLink({}, false);
    const auto here = std::ranges::find(links, *m_link);
    const auto count = std::ptrdiff_t(links.size());
    const std::ptrdiff_t at = here == links.end() ? count - 1 : (here - links.begin() + by + count) % count;
    setLink(links[std::size_t(at)], true);
}

bool TerminalItem::handleExploring(const QKeyEvent &event)
{
    if (!m_isExploring)
        return false;
    switch (event.key()) {
    case Qt::Key_Left:
    case Qt::Key_Up:
    case Qt::Key_Backtab:
        stepLink(-1);
        return true;
    case Qt::Key_Right:
    case Qt::Key_Down:
    case Qt::Key_Tab:
        stepLink(1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        follow(*m_link);
        return true;
    case Qt::Key_Shift:
    case Qt::Key_Control:
        return false;
    default:
        setLink({}, false);
        return event.key() == Qt::Key_Escape; // any other key does what it always does
    }
}

void TerminalItem::showFound()
{
    const auto place = m_terminal->find()->current();
    if (!place)
        return update();
    const int row = m_layout.cellOf(*place, *m_terminal).row;
    if (row < m_top || row >= m_top + visibleRows())
        scrollTo(row - visibleRows() / 2);
    update();
}

void TerminalItem::paintFound(QPainter &painter, const RowRange &row, double y)
{
    const TerminalFind &find = *m_terminal->find();
    if (find.count() == 0 || row.line >= m_layout.inputIndex())
        return;
    const QString &text = m_layout.textOf(row.line, *m_terminal);
    for (const int at : find.in(row.line)) {
        const int from = std::max(at, row.from), to = std::min(at + find.length(), row.to);
        if (from >= to)
            continue;
        const QRectF area(cellsBetween(text, row.from, from) * m_cell, y + 1,
                          cellsBetween(text, from, to) * m_cell, m_rowHeight - 2);
        painter.fillRect(area, QColor(0x5A, 0x47, 0x10));
        if (find.current() == TextPlace{row.line, at}) { // framed: not by colour alone
            painter.setPen(QPen(QColor(0xFF, 0xD8, 0x66), 2));
            painter.drawRect(area.adjusted(1, 1, -1, -1));
        }
    }
}

void TerminalItem::paintLinks(QPainter &painter)
{
    painter.setPen(QPen(QColor(0x6F, 0x86, 0x9A), 1, Qt::DotLine));
    for (const PlacedLink &placed : seenLinks())
        for (const QRectF &area : areasOf(placed.line, placed.link.from, placed.link.length))
            painter.drawLine(area.bottomLeft() - QPointF(0, 2.5), area.bottomRight() - QPointF(0, 2.5));
    if (!m_link)
        return;
    for (const QRectF &area : areasOf(m_link->line, m_link->link.from, m_link->link.length)) {
        painter.setPen(QPen(QColor(0x8F, 0xD3, 0xF5), 2));
        if (m_isExploring)
            painter.drawRect(area.adjusted(-1, 1, 1, -1));
        else
            painter.drawLine(area.bottomLeft() - QPointF(0, 2), area.bottomRight() - QPointF(0, 2));
    }
}

} // namespace minato::viewmodels
