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

template <class T>
const T &first(const std::map<std::string, T> &known)
{
    static const T kNone{};
    return known.empty() ? kNone : known.begin()->second;
}

} // namespace

const session::DeploymentState &DeploymentModel::shown() const
{
    return first(m_known);
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

const session::ServiceState &ServiceModel::shown() const
{
    return first(m_known);
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
