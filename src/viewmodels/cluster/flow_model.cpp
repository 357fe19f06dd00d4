// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/cluster/flow_model.h"

#include <algorithm>

namespace minato::viewmodels {

int FlowModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kDots;
}

QVariant FlowModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Dot &dot = m_dots[static_cast<std::size_t>(index.row())];
    switch (role) {
    case NodeRowRole:
        return dot.trip.nodeRow;
    case SerialRole:
        return dot.serial;
    case IsAnsweredRole:
        return dot.trip.isAnswered;
    case DelayRole:
        return dot.delay;
    default:
        return {};
    }
}

QHash<int, QByteArray> FlowModel::roleNames() const
{
    return {{NodeRowRole, "nodeRow"},
            {SerialRole, "serial"},
            {IsAnsweredRole, "isAnswered"},
            {DelayRole, "delay"}};
}

void FlowModel::start(const std::vector<Trip> &trips)
{
    const auto count = std::min<std::size_t>(trips.size(), kPerBatch);
    for (std::size_t i = 0; i < count; ++i) {
        Dot &dot = m_dots[static_cast<std::size_t>(m_next)];
        dot.trip = trips[i * trips.size() / count];
        dot.delay = static_cast<int>(i) * 60;
        ++dot.serial;
        Q_EMIT dataChanged(index(m_next), index(m_next));
        m_next = (m_next + 1) % kDots;
    }
}

} // namespace minato::viewmodels
