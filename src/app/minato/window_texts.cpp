// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/minato/window_texts.h"

#include <QAccessible>
#include <QFileInfo>
#include <QMetaEnum>
#include <QQmlContext>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QRegularExpression>

#include <functional>

namespace minato::app {
namespace {

/// An end "…" that is meant. All else is a fault.
struct Allowed {
    const char *part;    ///< the QML file
    const char *pattern; ///< of the text
    const char *why;
};
constexpr Allowed kAllowed[] = {
    {"PodChip", ".",
     "a Pod's name gives way from its front, where replicas are alike; the whole name is the accessible one "
     "and in the hint"},
    {"EventRow", ".", "a line of a log; its whole is the accessible name, the message is in the hint, too"},
    {"DifferencesPopup", "\\.(h|cpp)",
     "a path in the source, for those who look it up: its end, the file's name, stays"},
};

void walkItems(const QQuickItem *item, const std::function<void(const QQuickItem &)> &visit)
{
    if (!item->isVisible() || item->opacity() <= 0)
        return;
    visit(*item);
    for (const QQuickItem *child : item->childItems())
        walkItems(child, visit);
}

bool isText(const QQuickItem &item)
{
    return (item.inherits("QQuickText") || item.inherits("QQuickTextEdit")) &&
           !item.property("text").toString().isEmpty();
}

QString plain(const QQuickItem &text)
{
    static const QRegularExpression markup(QStringLiteral("<style>.*</style>|<[^>]*>|&nbsp;|\u2060|\u200B"));
    QString plain = text.property("text").toString();
    return plain.remove(markup);
}

/// The QML file that an item stands in.
QString partOf(const QQuickItem &item)
{
    const QQmlContext *context = qmlContext(&item);
    return context ? QFileInfo(context->baseUrl().path()).baseName() : QString();
}

/// Where the letters of a text stand, in the window.
QRectF inkOf(const QQuickItem &text)
{
    const double width = text.property("contentWidth").toDouble();
    const double height = text.property("contentHeight").toDouble();
    const int across = text.property("effectiveHorizontalAlignment").toInt();
    const double x = across == Qt::AlignHCenter ? (text.width() - width) / 2
                     : across == Qt::AlignRight ? text.width() - width
                                                : text.property("leftPadding").toDouble();
    const bool isCentered = text.property("verticalAlignment").toInt() == Qt::AlignVCenter;
    const double y = isCentered ? (text.height() - height) / 2 : text.property("topPadding").toDouble();
    constexpr double kLead = 3; // lines are higher than their letters
    return text.mapRectToScene(QRectF(x, y, width, height).adjusted(0, kLead, 0, -kLead));
}

QRectF roomOf(const QQuickItem &item)
{
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()));
}

/// The nearest item around it that cuts off what does not fit.
const QQuickItem *frameOf(const QQuickItem &item)
{
    for (const QQuickItem *frame = item.parentItem(); frame; frame = frame->parentItem())
        if (frame->clip())
            return frame;
    return item.window()->contentItem();
}

/// The nearest box around it that one sees, within its frame; null: none.
const QQuickItem *boxOf(const QQuickItem &item)
{
    for (const QQuickItem *box = item.parentItem(); box && !box->clip(); box = box->parentItem())
        if (box->inherits("QQuickRectangle") || box->inherits("QQuickControl") ||
            box->inherits("QQuickPopupItem"))
            return box;
    return nullptr;
}

/// What stands above the window: a popup, or the keys that are shown to an audience; null: nothing.
const QQuickItem *layerOf(const QQuickItem &item)
{
    for (const QQuickItem *layer = &item; layer->parentItem(); layer = layer->parentItem())
        if (layer->parentItem()->inherits("QQuickOverlay") ||
            QByteArrayView(layer->metaObject()->className()).startsWith("KeyOverlay"))
            return layer;
    return nullptr;
}

/// Out of sight is well where one can scroll to it, and only in that direction.
bool isWithinReach(const QRectF &place, const QQuickItem &frame)
{
    const QRectF room = roomOf(frame);
    const auto scrolls = [&frame](const char *content, double size) {
        return frame.inherits("QQuickFlickable") && frame.property(content).toDouble() > size;
    };
    const bool fitsAcross = place.left() >= room.left() - 1 && place.right() <= room.right() + 1;
    const bool fitsDown = place.top() >= room.top() - 1 && place.bottom() <= room.bottom() + 1;
    return (fitsAcross || scrolls("contentWidth", frame.width())) &&
           (fitsDown || scrolls("contentHeight", frame.height()));
}

/// What is seen of it now: less what is scrolled away.
QRectF seenPartOf(const QQuickItem &text)
{
    QRectF seen = inkOf(text) & roomOf(*text.window()->contentItem());
    for (const QQuickItem *around = text.parentItem(); around; around = around->parentItem())
        if (around->clip())
            seen &= roomOf(*around);
    return seen;
}

bool isSpilled(const QQuickItem &text)
{
    const QQuickItem *box = boxOf(text);
    return box && !roomOf(*box).adjusted(-1.5, -1.5, 1.5, 1.5).contains(inkOf(text));
}

/// One text that is seen, for what stands on what.
struct Ink {
    QRectF place;
    const QQuickItem *item, *layer;
};

void addOverlaps(const std::vector<Ink> &seen, std::vector<TextFault> &faults)
{
    for (std::size_t i = 0; i < seen.size(); ++i)
        for (std::size_t j = i + 1; j < seen.size(); ++j) {
            const QRectF both = seen[i].place & seen[j].place;
            if (seen[i].layer == seen[j].layer && both.width() > 1 && both.height() > 1)
                faults.push_back({.kind = TextFault::Kind::Overlapping,
                                  .text = plain(*seen[i].item),
                                  .part = partOf(*seen[i].item),
                                  .other = plain(*seen[j].item),
                                  .place = both});
        }
}

QString whyAllowed(const TextFault &fault)
{
    if (fault.kind != TextFault::Kind::Elided)
        return {};
    for (const Allowed &each : kAllowed)
        if (fault.part == QLatin1String(each.part) &&
            fault.text.contains(QRegularExpression(QString::fromLatin1(each.pattern))))
            return QString::fromUtf8(each.why);
    return {};
}

} // namespace

std::vector<SeenItem> seenItems(const QQuickWindow &window)
{
    static const QMetaEnum roles = QMetaEnum::fromType<QAccessible::Role>();
    std::vector<SeenItem> items;
    walkItems(window.contentItem(), [&items](const QQuickItem &item) {
        SeenItem seen;
        auto *accessible = QAccessible::queryAccessibleInterface(const_cast<QQuickItem *>(&item));
        if (accessible && accessible->isValid() && accessible->role() != QAccessible::NoRole &&
            !accessible->state().invisible) {
            seen.role = QString::fromLatin1(roles.valueToKey(int(accessible->role())));
            seen.name = accessible->text(QAccessible::Name);
        }
        const bool isDrawn = isText(item);
        if (isDrawn) {
            seen.text = plain(item);
            seen.isElided = item.property("truncated").toBool();
        }
        if (!isDrawn && seen.name.isEmpty())
            return;
        seen.part = partOf(item);
        seen.place = isDrawn ? inkOf(item) : roomOf(item);
        items.push_back(std::move(seen));
    });
    return items;
}

QStringList drawnTexts(const QQuickWindow &window)
{
    QStringList texts;
    walkItems(window.contentItem(), [&texts](const QQuickItem &item) {
        if (isText(item))
            texts += plain(item);
    });
    return texts;
}

std::vector<TextFault> textFaults(const QQuickWindow &window, bool withAllowed)
{
    std::vector<TextFault> faults;
    std::vector<Ink> seen;
    walkItems(window.contentItem(), [&](const QQuickItem &item) {
        if (!isText(item))
            return;
        const QRectF ink = inkOf(item);
        const auto add = [&](TextFault::Kind kind) {
            faults.push_back({.kind = kind, .text = plain(item), .part = partOf(item), .place = ink});
        };
        if (item.property("truncated").toBool())
            add(TextFault::Kind::Elided);
        if (!isWithinReach(ink, *frameOf(item)))
            add(TextFault::Kind::OutOfSight);
        else if (isSpilled(item))
            add(TextFault::Kind::Spilled);
        if (const QRectF part = seenPartOf(item); !part.isEmpty())
            seen.push_back({part, &item, layerOf(item)});
    });
    addOverlaps(seen, faults);
    for (TextFault &fault : faults)
        fault.why = whyAllowed(fault);
    if (!withAllowed)
        std::erase_if(faults, [](const TextFault &fault) { return !fault.why.isEmpty(); });
    return faults;
}

QString nameOf(TextFault::Kind kind)
{
    switch (kind) {
    case TextFault::Kind::Elided:
        return QStringLiteral("elided");
    case TextFault::Kind::OutOfSight:
        return QStringLiteral("out of sight");
    case TextFault::Kind::Spilled:
        return QStringLiteral("outside its box");
    case TextFault::Kind::Overlapping:
        break;
    }
    return QStringLiteral("overlapping");
}

} // namespace minato::app
