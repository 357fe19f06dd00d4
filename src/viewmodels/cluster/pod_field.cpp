// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/cluster/pod_field.h"

#include <QPainter>
#include <QQuickWindow>

#include <algorithm>
#include <cmath>

namespace minato::viewmodels {
namespace {

constexpr qint64 kMotion = 350; ///< ms
constexpr int kFrame = 33;
constexpr int kMostMoving = 300;

} // namespace

PodField::PodField(QQuickItem *parent) : QQuickPaintedItem(parent)
{
    CellList::installFactory();
    connect(this, &PodField::limitsChanged, this, &PodField::layOut);
    m_clock.start();
}

void PodField::setPods(PodListModel *pods)
{
    if (m_pods == pods)
        return;
    if (m_pods)
        m_pods->disconnect(this);
    m_pods = pods;
    if (m_pods) {
        connect(m_pods, &QAbstractItemModel::dataChanged, this,
                [this](const QModelIndex &first, const QModelIndex &last) {
                    onChanged(first.row(), last.row());
                });
        connect(m_pods, &QAbstractItemModel::rowsInserted, this,
                [this](const QModelIndex &, int first, int last) { onInserted(first, last); });
        connect(m_pods, &QAbstractItemModel::rowsRemoved, this, &PodField::layOut);
        connect(m_pods, &QAbstractItemModel::modelReset, this, &PodField::layOut);
    }
    Q_EMIT podsChanged();
    layOut();
}

void PodField::setLook(PodLook *look)
{
    if (m_look == look)
        return;
    m_look = look;
    if (m_look)
        connect(m_look, &PodLook::changed, this, [this] { update(); });
    update();
    Q_EMIT lookChanged();
}

void PodField::setCurrentIndex(int index)
{
    index = std::clamp(index, 0, std::max(0, shownCount() - 1));
    if (index != m_current) {
        m_current = index;
        Q_EMIT currentIndexChanged();
    }
    tellCurrent();
}

void PodField::layOut()
{
    const int count = m_pods ? m_pods->count() : 0;
    const auto fitting = [this](int square) {
        return std::max(1, int(width()) / square) * std::max(1, int(height()) / square);
    };
    m_square = std::max(1, m_largest);
    while (m_square > m_smallest && fitting(m_square) < count)
        --m_square;
    m_columns = std::max(1, int(width()) / m_square);
    m_moving.clear();
    m_current = std::clamp(m_current, 0, std::max(0, count - 1));
    forgetChildren();
    update();
    Q_EMIT laidOut();
}

int PodField::shownCount() const
{
    const int fit = m_columns * std::max(1, int(height()) / m_square);
    return std::min(fit, m_pods ? m_pods->count() : 0);
}

int PodField::cellCount() const
{
    return shownCount() > kMostTold ? 0 : shownCount();
}

QRectF PodField::placeOf(int row) const
{
    if (row < 0)
        return {};
    return {double(row % m_columns) * m_square, std::floor(double(row) / m_columns) * m_square,
            double(m_square), double(m_square)};
}

int PodField::rowAt(double x, double y) const
{
    if (x < 0 || y < 0 || x >= double(m_columns) * m_square)
        return -1;
    const int row = int(y) / m_square * m_columns + int(x) / m_square;
    return row < shownCount() ? row : -1;
}

void PodField::pressCell(int cell)
{
    setCurrentIndex(cell);
    Q_EMIT picked(cell);
}

void PodField::onChanged(int first, int last)
{
    if (last - first >= kMostMoving || !m_isMoving) {
        update(QRectF(0, placeOf(first).y(), width(), placeOf(last).bottom() - placeOf(first).y())
                   .toAlignedRect());
        return;
    }
    for (int row = first; row <= last; ++row) {
        m_moving[row] = {m_clock.elapsed(), false};
        update(placeOf(row).toAlignedRect());
    }
    if (!m_frames.isActive())
        m_frames.start(kFrame, this);
}

void PodField::onInserted(int first, int last)
{
    layOut();
    if (!m_isMoving || last - first >= kMostMoving)
        return;
    for (int row = first; row <= last; ++row)
        m_moving[row] = {m_clock.elapsed(), true};
    m_frames.start(kFrame, this);
}

void PodField::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_frames.timerId())
        return QQuickPaintedItem::timerEvent(event);
    const qint64 now = m_clock.elapsed();
    for (auto moving = m_moving.begin(); moving != m_moving.end();) {
        update(placeOf(moving->first).toAlignedRect());
        moving = now - moving->second.first > kMotion ? m_moving.erase(moving) : std::next(moving);
    }
    if (m_moving.empty())
        m_frames.stop();
}

void PodField::geometryChange(const QRectF &now, const QRectF &before)
{
    QQuickPaintedItem::geometryChange(now, before);
    if (now.size() != before.size())
        layOut();
}

void PodField::paint(QPainter *painter)
{
    if (!m_pods || !m_look)
        return;
    m_squares.setColors(m_look->colors());
    const QRectF clip = painter->clipBoundingRect();
    const double ratio = window() ? window()->effectiveDevicePixelRatio() : 1;
    const int shown = shownCount();
    const int firstRow = std::max(0, int(clip.top()) / m_square);
    const int lastRow = clip.isEmpty() ? INT_MAX / (m_columns + 1) : int(clip.bottom()) / m_square;
    const double inset = m_square >= 10 ? std::max(1., std::round(m_square / 9.)) : 0.5;
    const qint64 now = m_clock.elapsed();
    for (int row = firstRow * m_columns; row < shown && row / m_columns <= lastRow; ++row) {
        QRectF place = placeOf(row).adjusted(0, 0, -inset, -inset);
        if (!clip.isEmpty() && !clip.intersects(place))
            continue;
        const auto moving = m_moving.find(row);
        const double left = moving == m_moving.end()
                                ? 0
                                : 1 - std::min(1., double(now - moving->second.first) / double(kMotion));
        const PodCell &pod = m_pods->cell(row);
        const QImage &square = m_squares.square(pod, std::max(1, int(place.width() * ratio)));
        if (left > 0 && moving->second.second) { // grows into its place
            const double shrink = place.width() * left * 0.3;
            place.adjust(shrink, shrink, -shrink, -shrink);
        }
        painter->drawImage(place, square);
        if (left > 0 && !moving->second.second && m_square >= 10) { // what has changed lights up
            QColor glow = m_look->accent();
            glow.setAlphaF(float(left));
            painter->setPen(QPen(glow, 2));
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(place.adjusted(1, 1, -1, -1), m_square / 5., m_square / 5.);
        }
    }
}

} // namespace minato::viewmodels
