// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/charts/timeline_model.h"

#include "viewmodels/charts/figures.h"

#include <QCoreApplication>

#include <algorithm>

namespace minato::viewmodels {

int TimelineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QString TimelineModel::text(const Row &row)
{
    if (row.kind == Replicas)
        //: A moment in the table of replicas: Pods that are wanted, that exist, are ready, are available.
        //% "%1 wanted, %2 exist, %3 ready, %4 available"
        return qtTrId("timeline.replicas")
            .arg(row.desired)
            .arg(row.existing)
            .arg(row.ready)
            .arg(row.available);
    return row.repeats > 1 ? row.text + QStringLiteral(" ×%1").arg(row.repeats) : row.text;
}

QVariant TimelineModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[std::size_t(index.row())];
    const QString clock = clockText(row.time);
    switch (role) {
    case TimeRole:
        return row.time;
    case ClockRole:
        return clock;
    case KindRole:
        return row.kind;
    case Qt::DisplayRole:
    case TextRole:
        return text(row);
    case DetailRole:
        return clock + QLatin1Char(' ') + text(row);
    default:
        return {};
    }
}

QHash<int, QByteArray> TimelineModel::roleNames() const
{
    return {{TimeRole, "time"},
            {ClockRole, "clock"},
            {KindRole, "kind"},
            {TextRole, "rowText"},
            {DetailRole, "detail"}};
}

void TimelineModel::add(Row row)
{
    auto place = std::ranges::upper_bound(m_rows, row.time, {}, &Row::time);
    if (place != m_rows.begin()) {
        const auto before = std::prev(place);
        if (row.kind != Replicas && before->key == row.key && row.time - before->time < 1) {
            ++before->repeats;
            const QModelIndex changed = index(int(before - m_rows.begin()));
            Q_EMIT dataChanged(changed, changed);
            return;
        }
    }
    const int at = int(place - m_rows.begin());
    beginInsertRows({}, at, at);
    m_rows.insert(place, std::move(row));
    endInsertRows();
    if (count() > kMost) {
        beginRemoveRows({}, 0, 0);
        m_rows.pop_front();
        endRemoveRows();
    }
    Q_EMIT countChanged();
}

void TimelineModel::clear()
{
    if (m_rows.empty())
        return;
    beginRemoveRows({}, 0, count() - 1);
    m_rows.clear();
    endRemoveRows();
    Q_EMIT countChanged();
}

void TimelineModel::retranslate()
{
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0), index(count() - 1));
}

} // namespace minato::viewmodels
