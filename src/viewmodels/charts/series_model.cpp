// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/charts/series_model.h"

#include "viewmodels/charts/axis.h"

#include <QCoreApplication>

#include <cmath>

namespace minato::viewmodels {

double SeriesModel::seconds(base::Instant at) const
{
    return double((at - m_start).count()) / 1e9;
}

int SeriesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_points.size());
}

int SeriesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SeriesModel::data(const QModelIndex &index, int role) const
{
    if (role != Qt::DisplayRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Point &point = m_points[static_cast<std::size_t>(index.row())];
    switch (index.column()) {
    case TimeColumn:
        return point.time;
    case DesiredColumn:
        return point.desired;
    default:
        return point.ready;
    }
}

int SeriesModel::largest() const
{
    int most = 0;
    for (const Point &point : m_points)
        most = std::max({most, point.desired, point.ready});
    return most;
}

double SeriesModel::axisMaximum() const
{
    return niceAxis(largest() + 1, 4).maximum;
}

int SeriesModel::axisTicks() const
{
    return niceAxis(largest() + 1, 4).ticks;
}

QString SeriesModel::description() const
{
    //: The replicas chart in one sentence, for screen readers. %1 and %2 are numbers of Pods.
    //% "%1 Pods wanted, %2 ready"
    return qtTrId("series.description").arg(desired()).arg(ready());
}

void SeriesModel::append(Point point)
{
    const int row = rowCount();
    beginInsertRows({}, row, row);
    m_points.push_back(point);
    endInsertRows();
}

/// The last point is always "now": it moves with the clock.
void SeriesModel::extendTo(double time)
{
    if (m_points.empty() || time <= m_points.back().time)
        return;
    if (m_points.size() == 1) {
        append({time, m_points.back().desired, m_points.back().ready});
        return;
    }
    m_points.back().time = time;
    const QModelIndex cell = index(rowCount() - 1, TimeColumn);
    Q_EMIT dataChanged(cell, cell);
}

void SeriesModel::add(const session::ReplicaSample &sample)
{
    const Point point{seconds(sample.at), sample.desired, sample.ready};
    if (m_points.empty()) {
        append(point);
        append(point);
        return;
    }
    if (m_points.back().desired == point.desired && m_points.back().ready == point.ready)
        return;
    extendTo(point.time); // the corner before the step
    append(point);        // the corner after it
    append(point);        // "now"
}

void SeriesModel::dropOld()
{
    // Keep one point left of the window: the line enters from there.
    int drop = 0;
    while (drop + 2 < rowCount() && m_points[static_cast<std::size_t>(drop) + 1].time <= from())
        ++drop;
    drop = std::max(drop, rowCount() - kMaxPoints);
    if (drop <= 0)
        return;
    beginRemoveRows({}, 0, drop - 1);
    m_points.erase(m_points.begin(), m_points.begin() + drop);
    endRemoveRows();
}

void SeriesModel::apply(const session::Batch &batch, const std::string &deploymentUid)
{
    if (m_uid != deploymentUid) {
        m_uid = deploymentUid;
        if (!m_points.empty()) {
            beginRemoveRows({}, 0, rowCount() - 1);
            m_points.clear();
            endRemoveRows();
        }
    }
    if (batch.clock)
        m_start = batch.clock->start;
    bool changed = false;
    for (const auto &sample : batch.replicas) {
        if (sample.deploymentUid != m_uid)
            continue;
        add(sample);
        changed = true;
    }
    // Whole seconds only: a chart that creeps at every frame costs more than it tells.
    const double now = batch.clock ? std::floor(seconds(batch.clock->now)) : m_to;
    if (!changed && now <= m_to)
        return;
    m_to = std::max({m_to, now, m_points.empty() ? 0. : m_points.back().time});
    extendTo(m_to);
    dropOld();
    Q_EMIT windowChanged();
}

} // namespace minato::viewmodels
