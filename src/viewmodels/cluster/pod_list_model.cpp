// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/cluster/pod_list_model.h"

#include "viewmodels/cluster/quantity_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace minato::viewmodels {

using session::PodPhase;
using session::PodState;

static_assert(int(PodListModel::Unknown) == int(PodPhase::Unknown));

PodListModel::PodListModel(const PodStore &store, QObject *parent)
    : QAbstractListModel(parent), m_store(store)
{
}

int PodListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

const PodCell &PodListModel::cell(int row) const
{
    return m_store.at(slot(row));
}

int PodListModel::rowOf(int slot) const
{
    const auto place =
        std::ranges::lower_bound(m_slots, slot, [this](int a, int b) { return isBefore(a, b); });
    return place == m_slots.end() || *place != slot ? -1 : static_cast<int>(place - m_slots.begin());
}

void PodListModel::tally(const PodState &pod, int sign)
{
    m_counts[static_cast<std::size_t>(pod.phase)] += sign;
    if (pod.phase == PodPhase::Failed || pod.phase == PodPhase::Succeeded)
        return;
    m_milliCpu += sign * pod.milliCpu;
    m_memoryBytes += sign * pod.memoryBytes;
}

void PodListModel::add(int slot)
{
    m_added.push_back(slot);
    tally(m_store.at(slot).state, 1);
}

void PodListModel::remove(int slot)
{
    m_removed.push_back(slot);
    tally(m_store.at(slot).state, -1);
}

void PodListModel::changed(int slot, const PodState &before)
{
    tally(before, -1);
    tally(m_store.at(slot).state, 1);
    m_changed.push_back(slot);
}

void PodListModel::commit()
{
    const std::size_t comeAndGo = m_added.size() + m_removed.size();
    if (comeAndGo > kRowByRow)
        commitAtOnce();
    else if (comeAndGo > 0)
        commitByRow();
    if (m_changed.size() > kRowByRow) {
        if (count() > 0)
            Q_EMIT dataChanged(index(0), index(count() - 1));
    } else {
        for (const int slot : m_changed)
            if (const int row = rowOf(slot); row >= 0)
                Q_EMIT dataChanged(index(row), index(row));
    }
    m_added.clear();
    m_removed.clear();
    m_changed.clear();
    if (comeAndGo > 0)
        Q_EMIT countChanged();
}

void PodListModel::commitByRow()
{
    for (const int slot : m_removed) {
        const int row = rowOf(slot);
        beginRemoveRows({}, row, row);
        m_slots.erase(m_slots.begin() + row);
        endRemoveRows();
    }
    for (const int slot : m_added) {
        const auto place =
            std::ranges::lower_bound(m_slots, slot, [this](int a, int b) { return isBefore(a, b); });
        const auto row = static_cast<int>(place - m_slots.begin());
        beginInsertRows({}, row, row);
        m_slots.insert(place, slot);
        endInsertRows();
    }
}

void PodListModel::commitAtOnce()
{
    const auto before = [this](int a, int b) { return isBefore(a, b); };
    std::ranges::sort(m_removed);
    std::ranges::sort(m_added, before);
    beginResetModel();
    std::erase_if(m_slots, [this](int slot) { return std::ranges::binary_search(m_removed, slot); });
    const auto middle = static_cast<std::ptrdiff_t>(m_slots.size());
    m_slots.insert(m_slots.end(), m_added.begin(), m_added.end());
    std::inplace_merge(m_slots.begin(), m_slots.begin() + middle, m_slots.end(), before);
    endResetModel();
}

void PodListModel::refresh(const QList<int> &roles)
{
    if (count() > 0)
        Q_EMIT dataChanged(index(0), index(count() - 1), roles);
}

bool PodListModel::areOnlyWords(const QList<int> &roles)
{
    return !roles.isEmpty() &&
           std::ranges::all_of(roles, [](int role) { return role == AgeRole || role == DetailRole; });
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

QString PodListModel::countsText() const
{
    QStringList parts;
    for (std::size_t phase = 0; phase < kPhases; ++phase)
        if (m_counts[phase] > 0)
            //: Part of a list: how many Pods are in a state. %1: the state ("Running"), %2: how many.
            //% "%1 %2"
            parts += qtTrId("pods.in-state").arg(phaseText(PodPhase(phase))).arg(m_counts[phase]);
    //: Between the parts of such a list.
    //% ", "
    return parts.join(qtTrId("pods.separator"));
}

QString PodListModel::suffix(const PodState &pod)
{
    const bool isReplica = !pod.generateName.empty() && pod.name.starts_with(pod.generateName);
    return QString::fromStdString(isReplica ? pod.name.substr(pod.generateName.size()) : pod.name);
}

QString PodListModel::ageText(base::Duration age)
{
    const qint64 seconds = std::max<qint64>(0, age.count() / 1'000'000'000);
    const qint64 minutes = seconds / 60, hours = minutes / 60;
    const auto two = [](qint64 a, char unitA, qint64 b, char unitB) {
        const QString first = QString::number(a) + QLatin1Char(unitA);
        return b == 0 ? first : first + QString::number(b) + QLatin1Char(unitB);
    };
    if (seconds < 120)
        return QStringLiteral("%1s").arg(seconds);
    if (minutes < 10)
        return two(minutes, 'm', seconds % 60, 's');
    if (minutes < 180)
        return QStringLiteral("%1m").arg(minutes);
    if (hours < 8)
        return two(hours, 'h', minutes % 60, 'm');
    if (hours < 48)
        return QStringLiteral("%1h").arg(hours);
    return hours < 192 ? two(hours / 24, 'd', hours % 24, 'h') : QStringLiteral("%1d").arg(hours / 24);
}

QString PodListModel::rateText(double rate)
{
    if (rate < 0.05) // "0.0/s"
        return {};
    //: Requests that a Pod answers a second, on its chip. Short. %1: a number.
    //% "%1/s"
    return qtTrId("pod.rate").arg(QString::number(rate, 'f', rate < 9.95 ? 1 : 0));
}

QString PodListModel::stateText(const PodCell &cell)
{
    const QString phase = phaseText(cell.state.phase);
    // The reason, where it says more than the state does.
    const bool isTold = cell.state.phase == PodPhase::Failed && !cell.state.reason.empty();
    return isTold ? QString::fromStdString(cell.state.reason) : phase;
}

QString PodListModel::detail(const PodCell &cell) const
{
    const PodState &pod = cell.state;
    QStringList lines{QString::fromStdString(pod.name)};
    //: In a Pod's tool tip. %1: its state ("Running"), %2: its age ("2m10s").
    //% "%1 · %2 old"
    lines += qtTrId("pod.state-and-age").arg(phaseText(pod.phase), ageText(m_store.now - pod.createdAt));
    for (const std::string *line : {&pod.ip, &pod.reason, &pod.message})
        if (!line->empty())
            lines += QString::fromStdString(*line);
    if (pod.milliCpu > 0 || pod.memoryBytes > 0)
        //: In a Pod's tool tip: what it asks for. %1: CPU ("100m"), %2: memory ("64Mi").
        //% "Requested: CPU %1 · memory %2"
        lines += qtTrId("pod.requested").arg(cpuQuantity(pod.milliCpu), memoryQuantity(pod.memoryBytes));
    if (cell.usage)
        //: In a Pod's tool tip: what it really uses. %1: CPU ("12m"), %2: memory ("24Mi").
        //% "Used: CPU %1 · memory %2"
        lines += qtTrId("pod.used")
                     .arg(cpuQuantity(cell.usage->milliCpu), memoryQuantity(cell.usage->memoryBytes));
    return lines.join(u'\n');
}

QVariant PodListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PodCell &pod = cell(index.row());
    switch (role) {
    case UidRole:
        return QString::fromStdString(pod.state.uid);
    case NsRole:
        return QString::fromStdString(pod.state.ns);
    case NameRole:
    case Qt::DisplayRole:
        return QString::fromStdString(pod.state.name);
    case PrefixRole:
        return QString::fromStdString(pod.state.name).chopped(suffix(pod.state).size());
    case SuffixRole:
        return suffix(pod.state);
    case PhaseRole:
        return int(pod.state.phase);
    case PhaseTextRole:
        return phaseText(pod.state.phase);
    case StateTextRole:
        return stateText(pod);
    case IpRole:
        return QString::fromStdString(pod.state.ip);
    case HitsRole:
        return static_cast<int>(pod.hits);
    case RateTextRole:
        return rateText(pod.rate);
    case AgeRole:
        return ageText(m_store.now - pod.state.createdAt);
    case DetailRole:
        return detail(pod);
    case SummaryRole:
        return summaryAt(index.row());
    case MarkRole:
        return int(pod.mark);
    case IsFoundRole:
        return pod.isFound;
    default:
        return {};
    }
}

QHash<int, QByteArray> PodListModel::roleNames() const
{
    return {{UidRole, "uid"},
            {NsRole, "ns"},
            {NameRole, "name"},
            {PrefixRole, "prefix"},
            {SuffixRole, "suffix"},
            {PhaseRole, "phase"},
            {PhaseTextRole, "phaseText"},
            {StateTextRole, "stateText"},
            {IpRole, "ip"},
            {HitsRole, "hits"},
            {RateTextRole, "rateText"},
            {AgeRole, "age"},
            {DetailRole, "detail"},
            {SummaryRole, "summary"},
            {MarkRole, "mark"},
            {IsFoundRole, "isFound"}};
}

QString PodListModel::nameAt(int row) const
{
    return row < 0 || row >= count() ? QString() : QString::fromStdString(cell(row).state.name);
}

QString PodListModel::nsAt(int row) const
{
    return row < 0 || row >= count() ? QString() : QString::fromStdString(cell(row).state.ns);
}

QString PodListModel::detailAt(int row) const
{
    return row < 0 || row >= count() ? QString() : detail(cell(row));
}

QString PodListModel::summaryAt(int row) const
{
    if (row < 0 || row >= count())
        return {};
    const PodCell &pod = cell(row);
    //: A Pod for screen readers. %1: name, %2: state, %3: number of requests that it answered.
    //% "Pod %1, %2, answered %3"
    return qtTrId("pod.summary")
        .arg(QString::fromStdString(pod.state.name), phaseText(pod.state.phase))
        .arg(pod.hits);
}

} // namespace minato::viewmodels
