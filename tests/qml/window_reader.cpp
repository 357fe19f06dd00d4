// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
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

void walkItems(QQuickItem *item, const std::function<void(QQuickItem &)> &visit)
{
    if (!item->isVisible())
        return;
    visit(*item);
    for (QQuickItem *child : item->childItems())
        walkItems(child, visit);
}

bool isText(const QQuickItem &item)
{
    return item.inherits("QQuickText") && !item.property("text").toString().isEmpty() && item.opacity() > 0;
}

QString plain(const QQuickItem &text)
{
    QString plain = text.property("text").toString();
    return plain.remove(QRegularExpression(QStringLiteral("<style>.*</style>|<[^>]*>|&nbsp;|\u2060|\u200B")));
}

/// Where the letters of a text stand, in the window.
QRectF inkOf(const QQuickItem &text)
{
    const double width = text.property("contentWidth").toDouble();
    const double height = text.property("contentHeight").toDouble();
    const int across = text.property("effectiveHorizontalAlignment").toInt();
    const double x = across == Qt::AlignHCenter ? (text.width() - width) / 2
                     : across == Qt::AlignRight ? text.width() - width
                                                : 0;
    const bool isCentered = text.property("verticalAlignment").toInt() == Qt::AlignVCenter;
    const double y = isCentered ? (text.height() - height) / 2 : text.property("topPadding").toDouble();
    constexpr double kLead = 3; // lines are higher than their letters
    return text.mapRectToScene(QRectF(x, y, width, height).adjusted(0, kLead, 0, -kLead));
}

/// The nearest item around it that cuts off what does not fit.
const QQuickItem *frameOf(const QQuickItem &item)
{
    for (const QQuickItem *frame = item.parentItem(); frame; frame = frame->parentItem())
        if (frame->clip())
            return frame;
    return item.window()->contentItem();
}

QRectF roomOf(const QQuickItem &frame)
{
    return frame.mapRectToScene(QRectF(0, 0, frame.width(), frame.height()));
}

/// Out of sight is well where one can scroll to it, and only in that direction.
bool isWithinReach(const QQuickItem &text)
{
    const QQuickItem *frame = frameOf(text);
    const QRectF room = roomOf(*frame), ink = inkOf(text);
    const auto scrolls = [frame](const char *content, double size) {
        return frame->inherits("QQuickFlickable") && frame->property(content).toDouble() > size;
    };
    const bool fitsAcross = ink.left() >= room.left() - 1 && ink.right() <= room.right() + 1;
    const bool fitsDown = ink.top() >= room.top() - 1 && ink.bottom() <= room.bottom() + 1;
    return (fitsAcross || scrolls("contentWidth", frame->width())) &&
           (fitsDown || scrolls("contentHeight", frame->height()));
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
    QStringList texts;
    walkItems(window->contentItem(), [&texts](QQuickItem &item) {
        if (isText(item))
            texts += plain(item);
    });
    return texts;
}

QStringList WindowReader::cutTexts(QQuickWindow *window) const
{
    QStringList cut;
    walkItems(window->contentItem(), [&cut](QQuickItem &item) {
        if (isText(item) && (item.property("truncated").toBool() || !isWithinReach(item)))
            cut += plain(item);
    });
    return cut;
}

QStringList WindowReader::overlappingTexts(QQuickWindow *window) const
{
    std::vector<std::pair<QRectF, QString>> seen;
    walkItems(window->contentItem(), [&seen](QQuickItem &item) {
        if (isText(item) && roomOf(*frameOf(item)).contains(inkOf(item)))
            seen.emplace_back(inkOf(item), plain(item));
    });
    QStringList overlapping;
    for (std::size_t i = 0; i < seen.size(); ++i)
        for (std::size_t j = i + 1; j < seen.size(); ++j)
            if (const QRectF both = seen[i].first & seen[j].first; both.width() > 1 && both.height() > 1)
                overlapping += seen[i].second + u'|' + seen[j].second;
    return overlapping;
}

} // namespace minato::tests
