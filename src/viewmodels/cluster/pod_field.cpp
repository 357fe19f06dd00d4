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
constexpr int kLeastForGlow = 10;

/// What is drawn of a square's place: neighbours keep a distance.
QRectF insetOf(const QRectF &place)
{
    const double gap = place.width() >= kLeastForGlow ? std::max(1., std::round(place.width() / 9)) : 0.5;
    return place.adjusted(0, 0, -gap, -gap);
}

QRectF shrunk(const QRectF &rect, double share)
{
    const double less = rect.width() * share;
    return rect.adjusted(less, less, -less, -less);
}

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
    if (m_pods)
        follow();
    Q_EMIT podsChanged();
    onReset();
}

void PodField::follow()
{
    connect(m_pods, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &first, const QModelIndex &last, const QList<int> &roles) {
                if (!PodListModel::areOnlyWords(roles))
                    onChanged(first.row(), last.row());
            });
    connect(m_pods, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { onInserted(first, last); });
    connect(m_pods, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex &, int first, int last) { onLeaving(first, last); });
    connect(m_pods, &QAbstractItemModel::rowsRemoved, this, &PodField::layOut);
    connect(m_pods, &QAbstractItemModel::modelReset, this, &PodField::onReset);
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

void PodField::onReset()
{
    m_moving.clear();
    m_leavers.clear();
    m_gaps.clear();
    layOut();
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
    if (count + m_gaps.count() > placesThatFit()) { // the living come first
        m_leavers.clear();
        m_gaps.clear();
    }
    m_current = std::clamp(m_current, 0, std::max(0, count - 1));
    forgetChildren();
    update();
    Q_EMIT laidOut();
}

int PodField::placesThatFit() const
{
    return m_columns * std::max(1, int(height()) / m_square);
}

int PodField::shownCount() const
{
    return std::min(placesThatFit(), m_pods ? m_pods->count() : 0);
}

int PodField::cellCount() const
{
    return shownCount() > kMostTold ? 0 : shownCount();
}

QRectF PodField::rectOf(int place) const
{
    return {double(place % m_columns) * m_square, std::floor(double(place) / m_columns) * m_square,
            double(m_square), double(m_square)};
}

QRectF PodField::placeOf(int row) const
{
    return row < 0 ? QRectF() : rectOf(m_gaps.placeOf(row));
}

int PodField::rowAt(double x, double y) const
{
    if (x < 0 || y < 0 || x >= double(m_columns) * m_square)
        return -1;
    const int row = m_gaps.rowAt(int(y) / m_square * m_columns + int(x) / m_square);
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
        m_moving[m_pods->slot(row)] = {m_clock.elapsed(), false};
        update(placeOf(row).toAlignedRect());
    }
    begin();
}

void PodField::begin()
{
    if (!m_frames.isActive())
        m_frames.start(kFrame, this);
}

void PodField::onInserted(int first, int last)
{
    layOut();
    if (!m_isMoving || last - first >= kMostMoving)
        return;
    for (int row = first; row <= last; ++row)
        m_moving[m_pods->slot(row)] = {m_clock.elapsed(), true};
    begin();
}

void PodField::onLeaving(int first, int last)
{
    if (!m_isMoving || leaverCount() + last - first >= kMostMoving)
        return;
    for (int row = std::min(last, shownCount() - 1); row >= first; --row) {
        const PodCell &cell = m_pods->cell(row);
        Leaver leaver{.place = m_gaps.open(row), .since = m_clock.elapsed()};
        leaver.look.state.phase = cell.state.phase;
        leaver.look.isFound = cell.isFound;
        m_leavers.push_back(std::move(leaver));
    }
    begin();
}

double PodField::restOf(qint64 since, qint64 now)
{
    return 1 - std::min(1., double(now - since) / double(kMotion));
}

void PodField::dropLeavers(qint64 now)
{
    const auto isOver = [now](const Leaver &leaver) { return restOf(leaver.since, now) == 0; };
    for (const Leaver &leaver : m_leavers)
        if (isOver(leaver))
            m_gaps.close(leaver.place);
    if (std::erase_if(m_leavers, isOver) > 0)
        layOut(); // the others close up
    for (const Leaver &leaver : m_leavers)
        update(rectOf(leaver.place).toAlignedRect());
}

void PodField::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_frames.timerId())
        return QQuickPaintedItem::timerEvent(event);
    const qint64 now = m_clock.elapsed();
    for (auto moving = m_moving.begin(); moving != m_moving.end();) {
        const int row = m_pods ? m_pods->rowOf(moving->first) : -1;
        if (row >= 0)
            update(placeOf(row).toAlignedRect());
        moving =
            row < 0 || restOf(moving->second.first, now) == 0 ? m_moving.erase(moving) : std::next(moving);
    }
    dropLeavers(now);
    if (m_moving.empty() && m_leavers.empty())
        m_frames.stop();
}

void PodField::geometryChange(const QRectF &now, const QRectF &before)
{
    QQuickPaintedItem::geometryChange(now, before);
    if (now.size() != before.size())
        layOut();
}

const QImage &PodField::squareOf(const PodCell &pod, double width)
{
    const double ratio = window() ? window()->effectiveDevicePixelRatio() : 1;
    return m_squares.square(pod, std::max(1, int(width * ratio)));
}

void PodField::paint(QPainter *painter)
{
    if (!m_pods || !m_look)
        return;
    m_squares.setColors(m_look->colors());
    const QRectF clip = painter->clipBoundingRect();
    const int shown = shownCount() + m_gaps.count();
    const int firstLine = std::max(0, int(clip.top()) / m_square);
    const int lastLine = clip.isEmpty() ? INT_MAX / (m_columns + 1) : int(clip.bottom()) / m_square;
    const qint64 now = m_clock.elapsed();
    for (int place = firstLine * m_columns; place < shown && place / m_columns <= lastLine; ++place)
        if (const int row = m_gaps.rowAt(place);
            row >= 0 && row < m_pods->count() && (clip.isEmpty() || clip.intersects(rectOf(place))))
            paintRow(*painter, row, rectOf(place), now);
    paintLeavers(*painter, now);
}

void PodField::paintRow(QPainter &painter, int row, QRectF rect, qint64 now)
{
    rect = insetOf(rect);
    const PodCell &pod = m_pods->cell(row);
    const QImage &square = squareOf(pod, rect.width());
    const auto moving = m_moving.find(m_pods->slot(row));
    const double left = moving == m_moving.end() ? 0 : restOf(moving->second.first, now);
    if (left > 0 && moving->second.second) // grows into its place
        rect = shrunk(rect, left * 0.3);
    painter.drawImage(rect, square);
    if (left > 0 && !moving->second.second && m_square >= kLeastForGlow) { // what has changed lights up
        QColor glow = m_look->accent();
        glow.setAlphaF(float(left));
        painter.setPen(QPen(glow, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), m_square / 5., m_square / 5.);
    }
}

void PodField::paintLeavers(QPainter &painter, qint64 now)
{
    for (const Leaver &leaver : m_leavers) {
        const QRectF rect = insetOf(rectOf(leaver.place));
        const double left = restOf(leaver.since, now);
        painter.setOpacity(left);
        painter.drawImage(shrunk(rect, (1 - left) * 0.3), squareOf(leaver.look, rect.width()));
    }
    painter.setOpacity(1);
}

} // namespace minato::viewmodels
