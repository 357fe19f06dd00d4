// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/count_model.h"

#include <algorithm>

namespace minato::viewmodels {

void CountModel::setCount(int count)
{
    count = std::max(0, count);
    if (count == m_count)
        return;
    if (count > m_count) {
        beginInsertRows({}, m_count, count - 1);
        m_count = count;
        endInsertRows();
    } else {
        beginRemoveRows({}, count, m_count - 1);
        m_count = count;
        endRemoveRows();
    }
    Q_EMIT countChanged();
}

int CountModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_count;
}

QVariant CountModel::data(const QModelIndex &index, int role) const
{
    return index.isValid() && role == Qt::DisplayRole ? QVariant(index.row()) : QVariant();
}

} // namespace minato::viewmodels
