// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/events_model.h"

namespace minato::viewmodels {

QString clockText(base::Duration sinceStart)
{
    if (sinceStart < -std::chrono::seconds(1)) // before it was opened, in a real cluster
        return u'−' + clockText(-sinceStart);
    const qint64 seconds = sinceStart.count() / 1'000'000'000;
    const auto two = [](qint64 n) { return QStringLiteral("%1").arg(n, 2, 10, QLatin1Char('0')); };
    if (seconds >= 3600)
        return QStringLiteral("%1:%2:%3").arg(seconds / 3600).arg(two(seconds / 60 % 60), two(seconds % 60));
    return QStringLiteral("%1:%2").arg(two(seconds / 60), two(seconds % 60));
}

EventsModel::EventsModel(SelectionModel *selection, QObject *parent)
    : RowModel(parent), m_selection(selection)
{
    m_shown.setSourceModel(this);
    connect(this, &QAbstractItemModel::rowsInserted, this, &EventsModel::countChanged);
    connect(this, &QAbstractItemModel::rowsRemoved, this, &EventsModel::countChanged);
}

QVariant EventsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const session::EventLine &event = rows().at(index.row()).event;
    switch (role) {
    case TimeRole:
        return clockText(event.at - m_start);
    case IsWarningRole:
        return event.isWarning;
    case ReasonRole:
        return QString::fromStdString(event.reason);
    case ObjectRole:
        return QString::fromStdString(event.object);
    case MessageRole:
    case Qt::DisplayRole:
        return QString::fromStdString(event.message);
    case CountRole:
        return event.count;
    case KindRole:
        return QString::fromStdString(event.object).section(u'/', 0, 0);
    case NsRole:
        return QString::fromStdString(event.ns);
    case NameRole:
        return QString::fromStdString(event.object).section(u'/', 1);
    default:
        return {};
    }
}

QHash<int, QByteArray> EventsModel::roleNames() const
{
    return {{TimeRole, "time"},       {IsWarningRole, "isWarning"},
            {ReasonRole, "reason"},   {ObjectRole, "object"},
            {MessageRole, "message"}, {CountRole, "times"},
            {KindRole, "kind"},       {NsRole, "ns"},
            {NameRole, "name"}};
}

QString EventsModel::countText() const
{
    return QString::number(count()) +
           (m_hasForgotten && count() >= kMaxRows ? QStringLiteral("+") : QString());
}

void EventsModel::apply(const session::Changes<session::EventLine> &changes)
{
    std::vector<const session::EventLine *> added;
    for (const auto &[uid, event] : changes) {
        if (event)
            added.push_back(&*event);
        else
            remove(uid);
    }
    std::ranges::stable_sort(added, {}, [](const session::EventLine *event) { return event->at; });
    for (const session::EventLine *event : added) {
        EventRow row{*event, event->at, m_serial++};
        if (const int known = rows().find(event->uid); known >= 0) {
            row.firstSeen = rows().at(known).firstSeen;
            row.serial = rows().at(known).serial;
        }
        upsert(std::move(row));
    }
    for (; rowCount() > kMaxRows; m_hasForgotten = true)
        remove(std::string(rows().at(rowCount() - 1).key()));
}

} // namespace minato::viewmodels
