// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/cluster/workload_models.h"

#include <QCoreApplication>

#include <algorithm>

namespace minato::viewmodels {
namespace {

/// Applies changes by UID to a map by namespace/name, so that "the first" is stable when an object is remade.
template <class T>
void applyChanges(const session::Changes<T> &changes, std::map<std::string, T> &known,
                  std::map<std::string, std::string> &keys)
{
    for (const auto &[uid, state] : changes) {
        if (const auto key = keys.find(uid); key != keys.end()) {
            if (const auto old = known.find(key->second); old != known.end() && old->second.uid == uid)
                known.erase(old);
            keys.erase(key);
        }
        if (state) {
            keys[uid] = state->ns + '/' + state->name;
            known.insert_or_assign(keys[uid], *state);
        }
    }
}

/// The chosen one, else the first.
template <class T>
const T &chosenOf(const std::map<std::string, T> &known, const std::string &chosen)
{
    static const T kNone{};
    if (const auto found = known.find(chosen); found != known.end())
        return found->second;
    return known.empty() ? kNone : known.begin()->second;
}

template <class T>
std::string keyAfter(const std::map<std::string, T> &known, const T &shown)
{
    const auto next = known.upper_bound(shown.ns + '/' + shown.name);
    return known.empty() ? std::string() : next == known.end() ? known.begin()->first : next->first;
}

} // namespace

const session::DeploymentState &DeploymentModel::shown() const
{
    return chosenOf(m_known, m_chosen);
}

double DeploymentModel::progress() const
{
    if (desired() == 0)
        return 0; // nothing is wanted, nothing runs: an empty bar
    return std::min(1., double(ready()) / desired());
}

QString DeploymentModel::readyText() const
{
    return QStringLiteral("%1 / %2").arg(ready()).arg(desired());
}

QString DeploymentModel::summary() const
{
    //: For screen readers. %1: name of a Deployment, %2: ready Pods, %3: wanted Pods.
    //% "Deployment %1: %2 of %3 Pods are ready"
    return qtTrId("deployment.summary").arg(name()).arg(ready()).arg(desired());
}

void DeploymentModel::apply(const session::Changes<session::DeploymentState> &changes)
{
    if (changes.empty())
        return;
    applyChanges(changes, m_known, m_keys);
    Q_EMIT changed();
}

bool DeploymentModel::choose(const std::string &ns, const std::string &name)
{
    if (!m_known.contains(ns + '/' + name))
        return false;
    if (m_chosen != ns + '/' + name) {
        m_chosen = ns + '/' + name;
        Q_EMIT changed();
    }
    return true;
}

void DeploymentModel::chooseNext()
{
    m_chosen = keyAfter(m_known, shown());
    Q_EMIT changed();
}

ReplicaSetListModel::ReplicaSetListModel(QObject *parent) : RowModel(parent)
{
    connect(this, &QAbstractItemModel::rowsInserted, this, &ReplicaSetListModel::countChanged);
    connect(this, &QAbstractItemModel::rowsRemoved, this, &ReplicaSetListModel::countChanged);
    connect(this, &QAbstractItemModel::modelReset, this, &ReplicaSetListModel::countChanged);
}

QVariant ReplicaSetListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ReplicaSetRow &row = rows().at(index.row());
    const session::ReplicaSetState &set = row.state;
    switch (role) {
    case NsRole:
        return QString::fromStdString(set.ns);
    case NameRole:
    case Qt::DisplayRole:
        return QString::fromStdString(set.name);
    case TextRole:
        return QStringLiteral("%1 × %2").arg(QString::fromStdString(set.version)).arg(set.existing);
    case IsNewestRole:
        return row.isNewest;
    case DesiredRole:
        return set.desired;
    case ReadyRole:
        return set.ready;
    case SummaryRole:
        //: A ReplicaSet in its tool tip and for screen readers. %1: name, %2: revision (a number), %3: version of its
        //: image ("v1"), %4: ready Pods, %5: wanted Pods.
        //% "ReplicaSet %1, revision %2, version %3: %4 of %5 Pods are ready"
        return qtTrId("replica-set.summary")
            .arg(QString::fromStdString(set.name))
            .arg(set.revision)
            .arg(QString::fromStdString(set.version))
            .arg(set.ready)
            .arg(set.desired);
    case MarkRole:
        return int(row.mark);
    default:
        return {};
    }
}

QHash<int, QByteArray> ReplicaSetListModel::roleNames() const
{
    return {
        {NsRole, "ns"},           {NameRole, "name"},   {TextRole, "text"},       {IsNewestRole, "isNewest"},
        {DesiredRole, "desired"}, {ReadyRole, "ready"}, {SummaryRole, "summary"}, {MarkRole, "mark"}};
}

void ReplicaSetListModel::apply(const session::Changes<session::ReplicaSetState> &changes)
{
    for (const auto &[uid, set] : changes) {
        if (set)
            m_known.insert_or_assign(uid, *set);
        else
            m_known.erase(uid);
    }
}

void ReplicaSetListModel::show(const session::DeploymentState &deployment,
                               const std::function<Mark(const session::ReplicaSetState &)> &mark)
{
    std::vector<ReplicaSetRow> wanted;
    int newest = 0;
    for (const auto &[uid, set] : m_known) {
        if (set.owner.empty() || set.owner != deployment.name || set.ns != deployment.ns)
            continue;
        newest = std::max(newest, set.revision);
        wanted.push_back({set, false, mark(set)});
    }
    std::erase_if(wanted, [newest](ReplicaSetRow &row) {
        row.isNewest = row.state.revision == newest;
        return !row.isNewest && row.state.desired == 0 && row.state.existing == 0;
    });
    assign(std::move(wanted));
}

const session::ServiceState &ServiceModel::shown() const
{
    return chosenOf(m_known, m_chosen);
}

std::string ServiceModel::key() const
{
    return exists() ? shown().ns + '/' + shown().name : std::string();
}

QString ServiceModel::addressText() const
{
    if (shown().clusterIp.empty())
        return {};
    return QStringLiteral("%1:%2").arg(QString::fromStdString(shown().clusterIp)).arg(shown().port);
}

QString ServiceModel::endpointsText() const
{
    //: On a Service's card: how many Pods it may send requests to. %n: how many.
    //% "%n endpoint(s) ready"
    const QString ready = qtTrId("service.endpoints", endpoints());
    const int leaving = shown().leavingEndpoints;
    if (leaving == 0)
        return ready;
    //: On a Service's card. %1: "3 endpoints ready". %n: Pods that are leaving and get no new requests.
    //% "%1, %n leaving"
    return qtTrId("service.endpoints-leaving", leaving).arg(ready);
}

bool ServiceModel::choose(const std::string &ns, const std::string &name)
{
    if (!m_known.contains(ns + '/' + name))
        return false;
    if (m_chosen != ns + '/' + name) {
        m_chosen = ns + '/' + name;
        Q_EMIT changed();
    }
    return true;
}

void ServiceModel::chooseNext()
{
    m_chosen = keyAfter(m_known, shown());
    Q_EMIT changed();
}

QString ServiceModel::entryText() const
{
    const QString type = QString::fromStdString(shown().type);
    return shown().nodePort == 0 ? type : QStringLiteral("%1 %2").arg(type).arg(shown().nodePort);
}

QString ServiceModel::summary() const
{
    //: For screen readers. %1: name of a Service, %2: "NodePort 30080", %n: number of Pods that can answer.
    //% "Service %1, %2, %n ready endpoint(s)"
    return qtTrId("service.summary", endpoints()).arg(name(), entryText());
}

void ServiceModel::apply(const session::Changes<session::ServiceState> &changes)
{
    if (changes.empty())
        return;
    applyChanges(changes, m_known, m_keys);
    std::erase_if(m_known, [](const auto &entry) { return entry.first == "default/kubernetes"; });
    Q_EMIT changed();
}

} // namespace minato::viewmodels
