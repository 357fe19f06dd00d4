// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/cluster/cell_list.h"

#include <QAccessible>
#include <QAccessibleObject>
#include <QQuickItem>
#include <QQuickWindow>

namespace minato::viewmodels {
namespace {

QRect onScreen(const QQuickItem &item, const QRectF &place)
{
    if (!item.window())
        return {};
    const QRect inWindow = item.mapRectToScene(place).toAlignedRect();
    return {item.window()->mapToGlobal(inWindow.topLeft()), inWindow.size()};
}

/// What fades out for another form of the same is disabled: there would be two of each.
bool isGone(const QQuickItem &item)
{
    return !item.isVisible() || !item.isEnabled();
}

/// The nearest item around it that assistive tools know.
QAccessibleInterface *around(const QQuickItem &item)
{
    for (QQuickItem *parent = item.parentItem(); parent; parent = parent->parentItem())
        if (auto *found = QAccessible::queryAccessibleInterface(parent))
            return found;
    return item.window() ? QAccessible::queryAccessibleInterface(item.window()) : nullptr;
}

class CellInterface : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    CellInterface(CellList &list, int cell) : m_list(list), m_cell(cell) {}

    bool isValid() const override { return m_cell < m_list.cellCount(); }
    QObject *object() const override { return nullptr; }
    QAccessibleInterface *parent() const override
    {
        return QAccessible::queryAccessibleInterface(&m_list.item());
    }
    QAccessibleInterface *child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    QWindow *window() const override { return m_list.item().window(); }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    QRect rect() const override { return onScreen(m_list.item(), m_list.cellPlace(m_cell)); }
    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Name ? m_list.cellText(m_cell) : QString();
    }
    void setText(QAccessible::Text, const QString &) override {}
    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.focusable = state.selectable = true;
        const bool isCurrent = m_list.currentCell() == m_cell;
        state.focused = isCurrent && m_list.item().hasActiveFocus();
        state.selected = isCurrent;
        state.invisible = isGone(m_list.item());
        return state;
    }
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this)
                                                    : nullptr;
    }
    QStringList actionNames() const override { return {pressAction()}; }
    void doAction(const QString &action) override
    {
        if (action == pressAction())
            m_list.pressCell(m_cell);
    }
    QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    CellList &m_list;
    int m_cell;
};

class ListInterface : public QAccessibleObject {
public:
    ListInterface(QObject *object, CellList &list) : QAccessibleObject(object), m_list(list) {}

    QAccessibleInterface *parent() const override { return around(m_list.item()); }
    QAccessibleInterface *child(int index) const override
    {
        return index < 0 || index >= childCount() ? nullptr
                                                  : QAccessible::accessibleInterface(m_list.childId(index));
    }
    int childCount() const override { return m_list.cellCount(); }
    int indexOfChild(const QAccessibleInterface *child) const override
    {
        for (int i = 0; i < childCount(); ++i)
            if (this->child(i) == child)
                return i;
        return -1;
    }
    QAccessibleInterface *childAt(int x, int y) const override
    {
        for (int i = 0; i < childCount(); ++i)
            if (QAccessibleInterface *found = child(i); found->rect().contains(x, y))
                return found;
        return nullptr;
    }
    QAccessibleInterface *focusChild() const override
    {
        return m_list.item().hasActiveFocus() ? child(m_list.currentCell()) : nullptr;
    }
    QWindow *window() const override { return m_list.item().window(); }
    QAccessible::Role role() const override { return QAccessible::List; }
    QRect rect() const override
    {
        return onScreen(m_list.item(), {0, 0, m_list.item().width(), m_list.item().height()});
    }
    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Name ? m_list.listText() : QString();
    }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.focusable = m_list.item().activeFocusOnTab();
        state.focused = m_list.item().hasActiveFocus();
        state.invisible = isGone(m_list.item());
        return state;
    }

private:
    CellList &m_list;
};

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    auto *list = dynamic_cast<CellList *>(object);
    return list ? new ListInterface(object, *list) : nullptr;
}

} // namespace

CellList::~CellList()
{
    forgetChildren();
}

unsigned CellList::childId(int cell)
{
    const auto known = m_children.find(cell);
    if (known != m_children.end())
        return known->second;
    const unsigned id = QAccessible::registerAccessibleInterface(new CellInterface(*this, cell));
    m_children[cell] = id;
    return id;
}

void CellList::forgetChildren()
{
    for (const auto &[cell, id] : m_children)
        QAccessible::deleteAccessibleInterface(id);
    m_children.clear();
}

void CellList::tellCurrent()
{
    if (!QAccessible::isActive() || currentCell() < 0 || currentCell() >= cellCount())
        return;
    if (QAccessibleInterface *child = QAccessible::accessibleInterface(childId(currentCell()))) {
        QAccessibleEvent event(child, QAccessible::Focus);
        QAccessible::updateAccessibility(&event);
    }
}

void CellList::installFactory()
{
    static const bool isInstalled = [] {
        QAccessible::installFactory(makeInterface);
        return true;
    }();
    Q_UNUSED(isInstalled)
}

} // namespace minato::viewmodels
