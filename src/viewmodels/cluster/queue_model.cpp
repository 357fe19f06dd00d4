// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/cluster/queue_model.h"

#include "viewmodels/cluster/scheduling_reason.h"

#include <QCoreApplication>

namespace minato::viewmodels {

QueueModel::QueueModel(const PodStore &store, QObject *parent) : PodListModel(store, parent)
{
    connect(this, &PodListModel::countChanged, this, &QueueModel::textChanged);
    connect(this, &QAbstractItemModel::dataChanged, this, &QueueModel::textChanged);
}

QString QueueModel::text() const
{
    if (count() == 0)
        //: On the card of Pods that wait for a node, when there are none.
        //% "Nothing waits"
        return qtTrId("queue.empty");
    if (const QString reason = reasonAt(0); !reason.isEmpty())
        return reason;
    //: On the card of Pods that wait for a node.
    //% "%n Pod(s) waiting"
    return qtTrId("queue.waiting", count());
}

QString QueueModel::rawText() const
{
    return rawReasonAt(0);
}

QString QueueModel::reasonAt(int row) const
{
    return row < 0 || row >= count() ? QString() : reasonsText(cell(row).state.message);
}

QString QueueModel::rawReasonAt(int row) const
{
    return row < 0 || row >= count() ? QString() : QString::fromStdString(cell(row).state.message);
}

} // namespace minato::viewmodels
