// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/start/fleet_picture.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace minato::viewmodels {

std::vector<QRectF> packSquares(const QRectF &space, int count, double most)
{
    std::vector<QRectF> squares;
    if (count <= 0 || space.isEmpty())
        return squares;
    double side = 0;
    int columns = 1;
    const int mostColumns = std::min<int>(count, static_cast<int>(space.width()) + 1);
    for (int candidate = 1; candidate <= mostColumns; ++candidate) {
        const int rows = (count + candidate - 1) / candidate;
        const double fits = std::min(space.width() / candidate, space.height() / rows);
        if (fits > side) {
            side = fits;
            columns = candidate;
        }
    }
    side = std::min(side, most);
    if (side >= 4)
        side = std::floor(side); // whole pixels, where that does not cost too much
    columns = std::max(columns, std::min(count, static_cast<int>(space.width() / side)));
    const int rows = (count + columns - 1) / columns;
    const double left = space.left() + (space.width() - columns * side) / 2;
    const double top = space.top() + (space.height() - rows * side) / 2;
    squares.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i)
        squares.emplace_back(left + i % columns * side, top + i / columns * side, side, side);
    return squares;
}

FleetPicture::FleetPicture(QQuickItem *parent) : QQuickPaintedItem(parent)
{
    setAntialiasing(true);
}

void FleetPicture::paintNode(QPainter &painter, const QRectF &cell, bool hasPod) const
{
    const double gap = std::clamp(cell.width() * 0.1, 0.3, 4.);
    const QRectF box = cell.adjusted(gap, gap, -gap, -gap);
    if (cell.width() < 9) {
        painter.fillRect(box, hasPod ? m_pod : m_edge);
        return;
    }
    painter.setPen(QPen(m_edge, 1));
    painter.setBrush(m_node);
    const double radius = std::min(6., box.width() * 0.16);
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    if (!hasPod)
        return;
    const double side = std::clamp(box.width() * 0.34, 3., 14.);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_pod);
    const double inset = box.width() * 0.16;
    painter.drawRoundedRect(QRectF(box.left() + inset, box.top() + inset, side, side), side * 0.25,
                            side * 0.25);
}

void FleetPicture::paint(QPainter *painter)
{
    const int zones = std::max(1, m_zones);
    // Zones beside each other, in two rows when there are many.
    const int across = zones <= 4 ? zones : (zones + 1) / 2;
    const int down = (zones + across - 1) / across;
    constexpr double kGap = 8, kInset = 6, kMostSide = 64;
    const double zoneWidth = (width() - (across - 1) * kGap) / across;
    const double zoneHeight = (height() - (down - 1) * kGap) / down;
    for (int zone = 0; zone < zones; ++zone) {
        const QRectF place(zone % across * (zoneWidth + kGap), zone / across * (zoneHeight + kGap), zoneWidth,
                           zoneHeight);
        painter->setPen(Qt::NoPen);
        painter->setBrush(m_ground);
        painter->drawRoundedRect(place, 8, 8);
        // Node i stands in zone i mod zones; the first Pods come to the first nodes.
        const int here = (m_nodes - zone + zones - 1) / zones;
        const auto cells = packSquares(place.adjusted(kInset, kInset, -kInset, -kInset), here, kMostSide);
        for (int i = 0; i < here; ++i)
            paintNode(*painter, cells[static_cast<std::size_t>(i)], i * zones + zone < m_pods);
    }
}

} // namespace minato::viewmodels
