// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/cluster/pod_list_model.h"

#include <QCoreApplication>

namespace minato::viewmodels {

using session::PodPhase;
using session::PodState;

static_assert(int(PodListModel::Unknown) == int(PodPhase::Unknown));

PodListModel::PodListModel(QObject *parent) : RowModel(parent)
{
    connect(this, &QAbstractItemModel::rowsInserted, this, &PodListModel::countChanged);
    connect(this, &QAbstractItemModel::rowsRemoved, this, &PodListModel::countChanged);
}

int PodListModel::readyCount() const
{
    return static_cast<int>(std::ranges::count_if(
        rows().rows(), [](const PodRow &row) { return row.state.phase == PodPhase::Running; }));
}

QString PodListModel::phaseText(PodPhase phase)
{
    switch (phase) {
    case PodPhase::Pending:
        //: State of a Pod: no node has been found for it yet. Drawn on a small chip: keep it short.
        //% "Pending"
        return qtTrId("pod.phase.pending");
    case PodPhase::Starting:
        //: State of a Pod: its container is being started, or is not ready yet. Short.
        //% "Starting"
        return qtTrId("pod.phase.starting");
    case PodPhase::Running:
        //: State of a Pod: running and ready. Short.
        //% "Running"
        return qtTrId("pod.phase.running");
    case PodPhase::Terminating:
        //: State of a Pod: asked to stop, within its grace period. Short.
        //% "Stopping"
        return qtTrId("pod.phase.terminating");
    case PodPhase::Failed:
        //: State of a Pod. Short.
        //% "Failed"
        return qtTrId("pod.phase.failed");
    case PodPhase::Succeeded:
        //: State of a Pod: its work is done. Short.
        //% "Finished"
        return qtTrId("pod.phase.succeeded");
    case PodPhase::Unknown:
        break;
    }
    //: State of a Pod whose node does not report. Short.
    //% "Unknown"
    return qtTrId("pod.phase.unknown");
}

QString PodListModel::suffix(const PodState &pod)
{
    const bool isReplica = !pod.generateName.empty() && pod.name.starts_with(pod.generateName);
    return QString::fromStdString(isReplica ? pod.name.substr(pod.generateName.size()) : pod.name);
}

QString PodListModel::detail(const PodRow &row)
{
    QStringList lines{QString::fromStdString(row.state.name)};
    if (!row.state.ip.empty())
        lines += QString::fromStdString(row.state.ip);
    if (!row.state.reason.empty())
        lines += QString::fromStdString(row.state.reason);
    if (!row.state.message.empty())
        lines += QString::fromStdString(row.state.message);
    return lines.join(u'\n');
}

QVariant PodListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PodRow &row = rows().at(index.row());
    switch (role) {
    case UidRole:
        return QString::fromStdString(row.state.uid);
    case NameRole:
    case Qt::DisplayRole:
        return QString::fromStdString(row.state.name);
    case PrefixRole:
        return QString::fromStdString(row.state.name).chopped(suffix(row.state).size());
    case SuffixRole:
        return suffix(row.state);
    case PhaseRole:
        return int(row.state.phase);
    case PhaseTextRole:
        return phaseText(row.state.phase);
    case IpRole:
        return QString::fromStdString(row.state.ip);
    case HitsRole:
        return static_cast<int>(row.hits);
    case DetailRole:
        return detail(row);
    default:
        return {};
    }
}

QHash<int, QByteArray> PodListModel::roleNames() const
{
    return {{UidRole, "uid"},       {NameRole, "name"},   {PrefixRole, "prefix"},
            {SuffixRole, "suffix"}, {PhaseRole, "phase"}, {PhaseTextRole, "phaseText"},
            {IpRole, "ip"},         {HitsRole, "hits"},   {DetailRole, "detail"}};
}

} // namespace minato::viewmodels
