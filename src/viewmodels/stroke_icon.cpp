// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/stroke_icon.h"

#include "viewmodels/icon_paths.h"

#include <QPainter>
#include <QSvgRenderer>

#include <algorithm>

namespace minato::viewmodels {

StrokeIcon::StrokeIcon(QQuickItem *parent) : QQuickPaintedItem(parent)
{
    setAntialiasing(true);
    setFlag(ItemHasContents, false);
    setSide(16);
}

void StrokeIcon::refresh()
{
    setFlag(ItemHasContents, isVisible() && !m_path.isEmpty());
    update();
    Q_EMIT changed();
}

void StrokeIcon::itemChange(ItemChange change, const ItemChangeData &data)
{
    QQuickPaintedItem::itemChange(change, data);
    if (change == ItemVisibleHasChanged) {
        setFlag(ItemHasContents, data.boolValue && !m_path.isEmpty());
        update();
    }
}

void StrokeIcon::setName(const QString &name)
{
    if (m_name == name)
        return;
    m_name = name;
    m_path = iconPath(name);
    refresh();
}

void StrokeIcon::setColor(const QColor &color)
{
    if (m_color == color)
        return;
    m_color = color;
    refresh();
}

void StrokeIcon::setSide(double side)
{
    if (implicitWidth() == side)
        return;
    setImplicitSize(side, side);
    refresh();
}

void StrokeIcon::setWeight(double weight)
{
    if (m_weight == weight)
        return;
    m_weight = weight;
    refresh();
}

void StrokeIcon::paint(QPainter *painter)
{
    const QString color = m_color.name();
    const bool isFilled = m_name == u"play" || m_name == u"stop";
    const QString svg =
        QStringLiteral(
            "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'><path d='%1' fill='%2' stroke='%3' "
            "stroke-width='%4' stroke-linecap='round' stroke-linejoin='round'/></svg>")
            .arg(m_path, isFilled ? color : QStringLiteral("none"), color)
            .arg(m_weight * 24 / std::max(14., size()) * 0.9);
    QSvgRenderer renderer(svg.toUtf8());
    renderer.render(painter, QRectF(0, 0, width(), height()));
}

} // namespace minato::viewmodels
