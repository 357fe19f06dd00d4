// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/minato/window_texts.h"
#include "test_lab.h"

#include <QAccessible>
#include <QMetaEnum>
#include <QRegularExpression>

#include <functional>

namespace minato::tests {
namespace {

QString described(QAccessibleInterface &item)
{
    const char *role = QMetaEnum::fromType<QAccessible::Role>().valueToKey(int(item.role()));
    return QString::fromLatin1(role ? role : "?") + u'|' + item.text(QAccessible::Name);
}

/// Visits what assistive tools see, parents before children.
void walk(QAccessibleInterface *item, const std::function<void(QAccessibleInterface &)> &visit)
{
    if (!item || !item->isValid() || item->state().invisible)
        return;
    visit(*item);
    for (int i = 0; i < item->childCount(); ++i)
        walk(item->child(i), visit);
}

QAccessibleInterface &rootOf(QQuickWindow *window)
{
    auto *root = QAccessible::queryAccessibleInterface(window);
    if (!root || root->childCount() == 0)
        qFatal("the window has no accessible side"); // else every test here would pass
    return *root;
}

} // namespace

QQuickItem *WindowReader::find(QQuickWindow *window, const QString &namePattern) const
{
    const QRegularExpression pattern(namePattern);
    QQuickItem *found = nullptr;
    walk(&rootOf(window), [&](QAccessibleInterface &item) {
        if (!found && pattern.match(item.text(QAccessible::Name)).hasMatch())
            found = qobject_cast<QQuickItem *>(item.object());
    });
    return found;
}

QStringList WindowReader::places(QQuickWindow *window, const QString &namePattern) const
{
    const QRegularExpression pattern(namePattern);
    QStringList places;
    walk(&rootOf(window), [&](QAccessibleInterface &item) {
        if (!pattern.match(item.text(QAccessible::Name)).hasMatch())
            return;
        const QRect place = item.rect();
        places += QStringLiteral("%1,%2 %3x%4")
                      .arg(place.x())
                      .arg(place.y())
                      .arg(place.width())
                      .arg(place.height());
    });
    return places;
}

QStringList WindowReader::focusable(QQuickWindow *window) const
{
    QStringList found;
    walk(&rootOf(window), [&found](QAccessibleInterface &item) {
        if (item.state().focusable && item.object() && item.object()->inherits("QQuickItem"))
            found += described(item);
    });
    return found;
}

QString WindowReader::focused(QQuickWindow *window) const
{
    auto *item = QAccessible::queryAccessibleInterface(window->activeFocusItem());
    return item ? described(*item) : QStringLiteral("nothing");
}

QStringList WindowReader::names(QQuickWindow *window) const
{
    QStringList names;
    walk(&rootOf(window), [&names](QAccessibleInterface &item) { names += item.text(QAccessible::Name); });
    return names;
}

QStringList WindowReader::texts(QQuickWindow *window) const
{
    return app::drawnTexts(*window);
}

QStringList WindowReader::cutTexts(QQuickWindow *window) const
{
    QStringList cut;
    for (const app::TextFault &fault : app::textFaults(*window))
        if (fault.kind != app::TextFault::Kind::Overlapping)
            cut += app::nameOf(fault.kind) + QStringLiteral(": ") + fault.text;
    return cut;
}

QStringList WindowReader::overlappingTexts(QQuickWindow *window) const
{
    QStringList overlapping;
    for (const app::TextFault &fault : app::textFaults(*window))
        if (fault.kind == app::TextFault::Kind::Overlapping)
            overlapping += fault.text + u'|' + fault.other;
    return overlapping;
}

} // namespace minato::tests
