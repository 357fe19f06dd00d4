// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// TerminalItem: keys and input methods.
#include "viewmodels/terminal/terminal_item.h"

#include <QInputMethodEvent>
#include <QKeyEvent>

#include <optional>

namespace minato::viewmodels {
namespace {

bool isText(const QKeyEvent &event)
{
    return !event.text().isEmpty() && event.text().at(0).isPrint() &&
           !(event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
}

/// Ctrl with +, - or 0.
std::optional<int> zoomOf(const QKeyEvent &event)
{
    if (!(event.modifiers() & Qt::ControlModifier) || event.modifiers() & Qt::AltModifier)
        return std::nullopt;
    switch (event.key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return 1;
    case Qt::Key_Minus:
        return -1;
    case Qt::Key_0:
        return 0;
    default:
        return std::nullopt;
    }
}

} // namespace

/// Here these keys mean the terminal's text, not the window's.
bool TerminalItem::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && zoomOf(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return QQuickPaintedItem::event(event);
}

void TerminalItem::keyPressEvent(QKeyEvent *event)
{
    // While an input method composes, Enter accepts kana: it must not run the command.
    const bool isComposing = m_terminal && !m_terminal->preedit().isEmpty();
    if (!m_terminal || isComposing) {
        event->ignore();
        return;
    }
    if (handleExploring(*event) || handleSearch(*event) || handleShortcut(*event) || handleControl(*event) ||
        handleEditing(*event)) {
        event->accept();
        return;
    }
    if (!isText(*event)) {
        event->ignore(); // Tab on an empty line, the window's own shortcuts
        return;
    }
    m_terminal->editor().insert(event->text());
    m_terminal->edited();
    followEnd();
}

/// Ctrl+R, and the keys while it looks for a line. Those that it has no use for end it and do what they always do.
bool TerminalItem::handleSearch(const QKeyEvent &event)
{
    const bool isControl = event.modifiers() == Qt::ControlModifier;
    if (isControl && event.key() == Qt::Key_R) {
        m_terminal->searchHistory();
        followEnd();
        return true;
    }
    if (!m_terminal->isSearching())
        return false;
    if (event.key() == Qt::Key_Backspace) {
        m_terminal->shortenSearch();
    } else if (event.key() == Qt::Key_Escape ||
               (isControl && (event.key() == Qt::Key_G || event.key() == Qt::Key_C))) {
        m_terminal->endSearch(false);
    } else if (event.key() == Qt::Key_Shift || event.key() == Qt::Key_Control) {
        return false;
    } else if (isText(event)) {
        m_terminal->extendSearch(event.text());
    } else {
        m_terminal->endSearch(true);
        return event.key() == Qt::Key_Tab;
    }
    followEnd();
    return true;
}

bool TerminalItem::handleShortcut(const QKeyEvent &event)
{
    const bool isShifted = event.modifiers() & Qt::ShiftModifier;
    const bool isControl = event.modifiers() & Qt::ControlModifier;
    if (isControl && event.key() == Qt::Key_C && (isShifted || hasSelection())) {
        copy();
        select(m_head, m_head);
        return true;
    }
    if ((isControl && event.key() == Qt::Key_V) || (isShifted && event.key() == Qt::Key_Insert)) {
        paste();
        return true;
    }
    if (const auto steps = zoomOf(event)) {
        Q_EMIT zoomAsked(*steps);
        return true;
    }
    if (isControl && isShifted && event.key() == Qt::Key_A) {
        selectAll();
        return true;
    }
    if (event.key() == Qt::Key_PageUp || event.key() == Qt::Key_PageDown) {
        scrollTo(m_top + (event.key() == Qt::Key_PageUp ? 1 - visibleRows() : visibleRows() - 1));
        return true;
    }
    return false;
}

bool TerminalItem::handleControl(const QKeyEvent &event)
{
    if (event.modifiers() != Qt::ControlModifier)
        return false;
    LineEditor &editor = m_terminal->editor();
    switch (event.key()) {
    case Qt::Key_C:
        m_terminal->cancel();
        break;
    case Qt::Key_D:
        if (!m_terminal->endInput())
            editor.deleteForward();
        break;
    case Qt::Key_L:
        m_terminal->clear();
        break;
    case Qt::Key_A:
        editor.home();
        break;
    case Qt::Key_E:
        editor.end();
        break;
    case Qt::Key_K:
        editor.deleteToEnd();
        break;
    case Qt::Key_U:
        editor.deleteToStart();
        break;
    case Qt::Key_W:
        editor.deleteWordBefore();
        break;
    case Qt::Key_Left:
        editor.wordLeft();
        break;
    case Qt::Key_Right:
        editor.wordRight();
        break;
    default:
        return false;
    }
    m_terminal->edited();
    followEnd();
    return true;
}

bool TerminalItem::handleEditing(const QKeyEvent &event)
{
    if (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier))
        return false;
    LineEditor &editor = m_terminal->editor();
    switch (event.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        m_terminal->enter();
        break;
    case Qt::Key_Tab:
        m_terminal->setColumns(columns());
        return m_terminal->complete();
    case Qt::Key_Backspace:
        editor.backspace();
        break;
    case Qt::Key_Delete:
        editor.deleteForward();
        break;
    case Qt::Key_Left:
        editor.left();
        break;
    case Qt::Key_Right:
        editor.right();
        break;
    case Qt::Key_Home:
        editor.home();
        break;
    case Qt::Key_End:
        editor.end();
        break;
    case Qt::Key_Up:
        editor.older();
        break;
    case Qt::Key_Down:
        editor.newer();
        break;
    default:
        return false;
    }
    m_terminal->edited();
    followEnd();
    return true;
}

void TerminalItem::inputMethodEvent(QInputMethodEvent *event)
{
    if (!m_terminal)
        return;
    if (!event->commitString().isEmpty())
        m_terminal->editor().insert(event->commitString());
    m_terminal->setPreedit(event->preeditString());
    m_terminal->edited();
    followEnd();
    event->accept();
}

QVariant TerminalItem::inputMethodQuery(Qt::InputMethodQuery query) const
{
    if (!m_terminal)
        return QQuickPaintedItem::inputMethodQuery(query);
    switch (query) {
    case Qt::ImEnabled:
        return true;
    case Qt::ImHints:
        return int(Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    case Qt::ImFont:
        return m_font;
    case Qt::ImSurroundingText:
        return m_terminal->editor().text();
    case Qt::ImCursorPosition:
    case Qt::ImAnchorPosition:
        return m_terminal->editor().cursor();
    case Qt::ImCursorRectangle: {
        const auto cell = cursorCell();
        return QRectF(cell.column * m_cell, (cell.row - m_top) * m_rowHeight, m_cell, m_rowHeight);
    }
    default:
        return QQuickPaintedItem::inputMethodQuery(query);
    }
}

} // namespace minato::viewmodels
