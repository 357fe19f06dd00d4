// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/ring_item.h"

#include <QPainter>

#include <algorithm>

namespace minato::viewmodels {

RingItem::RingItem(QQuickItem *parent) : QQuickPaintedItem(parent)
{
    setAntialiasing(true);
}

void RingItem::refresh()
{
    update();
    Q_EMIT changed();
}

void RingItem::itemChange(ItemChange change, const ItemChangeData &data)
{
    QQuickPaintedItem::itemChange(change, data);
    if (change == ItemVisibleHasChanged) { // Qt paints items out of sight, too
        setFlag(ItemHasContents, data.boolValue);
        update();
    }
}

void RingItem::setRadius(double radius)
{
    if (m_radius == radius)
        return;
    m_radius = radius;
    refresh();
}

void RingItem::setThickness(double thickness)
{
    if (m_thickness == thickness)
        return;
    m_thickness = thickness;
    refresh();
}

void RingItem::setColor(const QColor &color)
{
    if (m_color == color)
        return;
    m_color = color;
    refresh();
}

void RingItem::paint(QPainter *painter)
{
    const double half = m_thickness / 2;
    const QRectF line = QRectF(0, 0, width(), height()).adjusted(half, half, -half, -half);
    const double radius = std::clamp(m_radius - half, 0., std::min(line.width(), line.height()) / 2);
    painter->setPen(QPen(m_color, m_thickness));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(line, radius, radius);
}

} // namespace minato::viewmodels
