// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/cluster/node_list_model.h"

#include "viewmodels/cluster/pod_list_model.h"

#include <QCoreApplication>
#include <QLocale>

namespace minato::viewmodels {
namespace {

double fraction(std::int64_t part, std::int64_t whole)
{
    return whole <= 0 ? 0 : std::clamp(static_cast<double>(part) / static_cast<double>(whole), 0., 1.);
}

} // namespace

NodeListModel::NodeListModel(QObject *parent) : RowModel(parent)
{
    connect(this, &QAbstractItemModel::rowsInserted, this, &NodeListModel::countChanged);
    connect(this, &QAbstractItemModel::rowsRemoved, this, &NodeListModel::countChanged);
}

QString NodeListModel::cpuText(std::int64_t milliCpu)
{
    return milliCpu % 1000 == 0 ? QString::number(milliCpu / 1000) : QStringLiteral("%1m").arg(milliCpu);
}

QString NodeListModel::memoryText(std::int64_t bytes)
{
    constexpr std::int64_t kMi = std::int64_t{1} << 20;
    const QLocale c = QLocale::c();
    if (bytes < 1024 * kMi)
        return QStringLiteral("%1Mi").arg(bytes / kMi);
    return QStringLiteral("%1Gi").arg(c.toString(static_cast<double>(bytes) / (1024. * double(kMi)), 'g', 3));
}

QString NodeListModel::statusText(const NodeRow &row)
{
    // As kubectl's STATUS column has it: learners meet these words in the terminal.
    QString text = row.state.isReady ? QStringLiteral("Ready") : QStringLiteral("NotReady");
    if (!row.state.isSchedulable)
        text += QStringLiteral(",SchedulingDisabled");
    return text;
}

QString NodeListModel::freeText(const NodeRow &row)
{
    //: At the foot of a node card: what is left to ask for. %1: CPU ("1500m"), %2: memory ("3.5Gi").
    //% "Free: CPU %1 · %2"
    return qtTrId("node.free")
        .arg(cpuText(std::max<std::int64_t>(0, row.state.milliCpu - row.milliCpu)),
             memoryText(std::max<std::int64_t>(0, row.state.memoryBytes - row.memoryBytes)));
}

QVariant NodeListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const NodeRow &row = rows().at(index.row());
    switch (role) {
    case NameRole:
    case Qt::DisplayRole:
        return QString::fromStdString(row.state.name);
    case StatusTextRole:
        return statusText(row);
    case IsReadyRole:
        return row.state.isReady;
    case IsSchedulableRole:
        return row.state.isSchedulable;
    case CpuRole:
        return fraction(row.milliCpu, row.state.milliCpu);
    case MemoryRole:
        return fraction(row.memoryBytes, row.state.memoryBytes);
    case CpuTextRole:
        return QStringLiteral("%1 / %2").arg(cpuText(row.milliCpu), cpuText(row.state.milliCpu));
    case MemoryTextRole:
        return QStringLiteral("%1 / %2").arg(memoryText(row.memoryBytes), memoryText(row.state.memoryBytes));
    case PodsRole:
        return QVariant::fromValue(row.pods);
    case ReadyPodsRole:
        return row.readyPods;
    case SummaryRole:
        //: For screen readers. %1 is the name of a node, %2 its status ("Ready"), %n the number of its Pods.
        //% "Node %1, %2, %n Pod(s)"
        return qtTrId("node.summary", row.pods->count())
            .arg(QString::fromStdString(row.state.name), statusText(row));
    case FreeTextRole:
        return freeText(row);
    default:
        return {};
    }
}

QHash<int, QByteArray> NodeListModel::roleNames() const
{
    return {{NameRole, "name"},       {StatusTextRole, "statusText"},
            {IsReadyRole, "isReady"}, {IsSchedulableRole, "isSchedulable"},
            {CpuRole, "cpu"},         {MemoryRole, "memory"},
            {CpuTextRole, "cpuText"}, {MemoryTextRole, "memoryText"},
            {PodsRole, "pods"},       {ReadyPodsRole, "readyPods"},
            {SummaryRole, "summary"}, {FreeTextRole, "freeText"}};
}

} // namespace minato::viewmodels
