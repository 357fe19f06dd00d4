// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/inspect/event_filter.h"

#include "viewmodels/events_model.h"

#include <algorithm>
#include <array>

namespace minato::viewmodels {

EventFilter::EventFilter(QObject *parent) : QSortFilterProxyModel(parent)
{
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(this, signal, this, &EventFilter::countChanged);
}

void EventFilter::setText(const QString &text)
{
    if (m_text == text)
        return;
    m_text = text;
    invalidateRowsFilter();
    Q_EMIT changed();
}

void EventFilter::setWarningsOnly(bool warningsOnly)
{
    if (m_warningsOnly == warningsOnly)
        return;
    m_warningsOnly = warningsOnly;
    invalidateRowsFilter();
    Q_EMIT changed();
}

QString EventFilter::countText() const
{
    //: Above the list of Events. %n: how many there are.
    //% "%n event(s)"
    return qtTrId("events.shown", count());
}

bool EventFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    if (m_warningsOnly && !index.data(EventsModel::IsWarningRole).toBool())
        return false;
    constexpr std::array kSearched{EventsModel::ReasonRole, EventsModel::ObjectRole,
                                   EventsModel::MessageRole};
    return m_text.isEmpty() || std::ranges::any_of(kSearched, [&](int role) {
               return index.data(role).toString().contains(m_text, Qt::CaseInsensitive);
           });
}

} // namespace minato::viewmodels
