// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/terminal/terminal_item.h"

#include "viewmodels/preferences.h"

#include <QClipboard>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QInputMethodEvent>
#include <QMouseEvent>
#include <QQuickWindow>
#include <QWheelEvent>

#include <cmath>

namespace minato::viewmodels {

TerminalItem::TerminalItem(QQuickItem *parent) : QQuickPaintedItem(parent)
{
    setFlag(ItemAcceptsInputMethod);
    setFlag(ItemHasContents);
    setActiveFocusOnTab(true);
    setAcceptedMouseButtons(Qt::LeftButton | Qt::MiddleButton);
    setCursor(Qt::IBeamCursor);
    setAcceptHoverEvents(true);
    refreshFont();
}

void TerminalItem::setTerminal(TerminalModel *terminal)
{
    if (m_terminal == terminal)
        return;
    if (m_terminal) {
        m_terminal->disconnect(this);
        m_terminal->find()->disconnect(this);
    }
    setLink({}, false);
    m_anchor = m_head = {};
    m_terminal = terminal;
    if (m_terminal) {
        connect(m_terminal, &TerminalModel::changed, this, &TerminalItem::onChanged);
        connect(m_terminal, &TerminalModel::trimmed, this, &TerminalItem::onTrimmed);
        connect(m_terminal, &TerminalModel::erased, this, &TerminalItem::onErased);
        connect(m_terminal->find(), &TerminalFind::changed, this, [this] { update(); });
        connect(m_terminal->find(), &TerminalFind::moved, this, &TerminalItem::showFound);
        m_layout.rebuild(*m_terminal, columns());
        followEnd();
        Q_EMIT selectionChanged();
    }
    Q_EMIT terminalChanged();
}

void TerminalItem::setFontFamily(const QString &family)
{
    m_family = family;
    refreshFont();
}

void TerminalItem::setFontSize(int size)
{
    m_fontSize = std::max(6, size);
    refreshFont();
}

void TerminalItem::setRowHeight(int height)
{
    m_rowHeight = std::max(8, height);
    refreshFont();
}

void TerminalItem::setBackground(const QColor &color)
{
    m_background = color;
    setFillColor(color);
    update();
    Q_EMIT fontChanged();
}

void TerminalItem::refreshFont()
{
    QStringList families{m_family};
    families += monoFamilies();
    families += sansFamilies();
    m_font = QFont(families);
    m_font.setPixelSize(m_fontSize);
    m_font.setFixedPitch(true);
    m_font.setKerning(false);
    m_font.setFeature("calt", 0); // no ligatures: "->" is two cells
    const QFontMetricsF metrics(m_font);
    m_cell = metrics.horizontalAdvance(u'0');
    m_ascent = (m_rowHeight - metrics.height()) / 2 + metrics.ascent();
    if (m_terminal) {
        m_layout.update(*m_terminal, columns()); // only other columns break lines anew
        scrollTo(m_isFollowing ? maxTop() : m_top);
    }
    update();
    Q_EMIT fontChanged();
}

int TerminalItem::columns() const
{
    return m_cell > 0 ? int(std::floor(width() / m_cell)) : 80;
}

int TerminalItem::visibleRows() const
{
    return std::max(1, int(std::floor(height() / m_rowHeight)));
}

void TerminalItem::onChanged()
{
    const auto seen =
        m_isFollowing || m_layout.rowCount() == 0 ? std::nullopt : std::optional(m_layout.row(m_top));
    m_layout.update(*m_terminal, columns());
    if (seen) // what the reader looks at stays there when older lines are dropped
        m_top = std::clamp(m_layout.cellOf({seen->line, seen->from}, *m_terminal).row, 0, maxTop());
    if (m_isFollowing)
        scrollTo(maxTop());
    updateInputMethod(Qt::ImCursorRectangle | Qt::ImSurroundingText | Qt::ImCursorPosition);
    update();
    Q_EMIT scrolled();
}

void TerminalItem::onTrimmed()
{
    select({}, {});
    setLink({}, false);
    m_layout.rebuild(*m_terminal, columns());
}

void TerminalItem::onErased(qint64 from)
{
    if (std::max(m_anchor, m_head).line >= from)
        select({}, {});
    setLink({}, false);
    m_layout.cut(from);
}

void TerminalItem::followEnd()
{
    m_isFollowing = true;
    scrollTo(maxTop());
}

void TerminalItem::scrollTo(int top)
{
    m_top = std::clamp(top, 0, maxTop());
    if (m_link && !m_isExploring)
        setLink({}, false);
    m_isFollowing = m_top == maxTop();
    update();
    Q_EMIT scrolled();
}

double TerminalItem::position() const
{
    return m_layout.rowCount() == 0 ? 0 : double(m_top) / m_layout.rowCount();
}

double TerminalItem::visibleShare() const
{
    return m_layout.rowCount() == 0 ? 1 : std::min(1., double(visibleRows()) / m_layout.rowCount());
}

void TerminalItem::setPosition(double position)
{
    scrollTo(int(std::lround(position * m_layout.rowCount())));
}

void TerminalItem::geometryChange(const QRectF &now, const QRectF &before)
{
    QQuickPaintedItem::geometryChange(now, before);
    if (!m_terminal)
        return;
    const bool wasFollowing = m_isFollowing;
    m_layout.update(*m_terminal, columns());
    scrollTo(wasFollowing ? maxTop() : m_top);
}

TextPlace TerminalItem::placeAt(QPointF point) const
{
    const int row = m_top + int(std::floor(point.y() / m_rowHeight));
    return m_layout.placeAt({row, int(std::lround(point.x() / m_cell))}, *m_terminal);
}

TerminalLayout::Cell TerminalItem::cursorCell() const
{
    const int at =
        m_terminal->inputStart() + m_terminal->editor().cursor() + int(m_terminal->preedit().size());
    auto cell = m_layout.cellOf({m_layout.inputIndex(), at}, *m_terminal);
    if (cell.column >= columns()) // behind the last cell: it stands at the start of the next row
        cell = {cell.row + 1, 0};
    return cell;
}

void TerminalItem::select(TextPlace anchor, TextPlace head)
{
    if (m_anchor == anchor && m_head == head)
        return;
    m_anchor = anchor;
    m_head = head;
    update();
    Q_EMIT selectionChanged();
}

void TerminalItem::selectAll()
{
    if (m_terminal)
        select({m_terminal->firstLine(), 0}, {m_layout.inputIndex(), int(m_layout.inputLine().text.size())});
}

QString TerminalItem::selectedText() const
{
    if (!m_terminal || !hasSelection())
        return {};
    const auto [from, to] = std::minmax(m_anchor, m_head);
    QStringList lines;
    for (qint64 line = std::max(from.line, m_terminal->firstLine());
         line <= std::min(to.line, m_layout.inputIndex()); ++line) {
        const QString &text = m_layout.textOf(line, *m_terminal);
        const qsizetype start = line == from.line ? from.at : 0;
        const qsizetype end = line == to.line ? to.at : text.size();
        lines += text.mid(start, end - start);
    }
    return lines.join(u'\n');
}

void TerminalItem::copy()
{
    if (hasSelection())
        QGuiApplication::clipboard()->setText(selectedText());
}

void TerminalItem::paste()
{
    if (m_terminal)
        m_terminal->paste(QGuiApplication::clipboard()->text());
    followEnd();
}

void TerminalItem::mousePressEvent(QMouseEvent *event)
{
    forceActiveFocus(Qt::MouseFocusReason);
    if (!m_terminal)
        return;
    if (event->button() == Qt::MiddleButton) {
        if (QGuiApplication::clipboard()->supportsSelection())
            m_terminal->paste(QGuiApplication::clipboard()->text(QClipboard::Selection));
        return;
    }
    m_pressedAt = event->position();
    const TextPlace place = placeAt(event->position());
    select(event->modifiers() & Qt::ShiftModifier ? m_anchor : place, place);
}

void TerminalItem::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_terminal || !(event->buttons() & Qt::LeftButton))
        return;
    if (event->position().y() < 0)
        scrollTo(m_top - 1);
    else if (event->position().y() > height())
        scrollTo(m_top + 1);
    select(m_anchor, placeAt(event->position()));
}

void TerminalItem::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    if (const auto link = linkAt(event->position()); link && !hasSelection() && linkAt(m_pressedAt) == link)
        follow(*link);
    if (hasSelection() && QGuiApplication::clipboard()->supportsSelection())
        QGuiApplication::clipboard()->setText(selectedText(), QClipboard::Selection);
}

void TerminalItem::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (!m_terminal)
        return;
    const TextPlace place = placeAt(event->position());
    const QString &text = m_layout.textOf(place.line, *m_terminal);
    int from = std::min(place.at, int(text.size())), to = from;
    while (from > 0 && !text[from - 1].isSpace())
        --from;
    while (to < text.size() && !text[to].isSpace())
        ++to;
    select({place.line, from}, {place.line, to});
}

void TerminalItem::wheelEvent(QWheelEvent *event)
{
    m_wheelRest -= event->angleDelta().y() / 40.;
    const int rows = int(m_wheelRest);
    m_wheelRest -= rows;
    scrollTo(m_top + rows);
}

void TerminalItem::focusInEvent(QFocusEvent *event)
{
    QQuickPaintedItem::focusInEvent(event);
    update();
}

void TerminalItem::focusOutEvent(QFocusEvent *event)
{
    QQuickPaintedItem::focusOutEvent(event);
    update();
}

} // namespace minato::viewmodels
