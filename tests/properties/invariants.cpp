// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "properties/invariants.h"

#include "components/common/object_edit.h"
#include "components/common/pod.h"
#include "components/deployment/rollout.h"

#include <algorithm>
#include <format>

namespace minato::tests {
namespace {

using namespace kube::resources;

struct Bounds {
    std::int64_t surge = 0, unavailable = 0;
};

std::int64_t share(const kube::Value &value, std::int64_t replicas, bool isUp)
{
    if (!value.isString())
        return value.asInt();
    const auto text = value.asString();
    const auto percent = std::atoll(std::string(text.substr(0, text.size() - 1)).c_str());
    return isUp ? (replicas * percent + 99) / 100 : replicas * percent / 100;
}

/// Of a rolling update; nothing is promised of other strategies.
Bounds boundsOf(const kube::Object &deployment)
{
    const auto replicas = deployment.spec()["replicas"].asInt(1);
    const auto &rolling = deployment.spec().at("strategy", "rollingUpdate");
    Bounds bounds{share(rolling["maxSurge"], replicas, true),
                  share(rolling["maxUnavailable"], replicas, false)};
    if (bounds.surge == 0 && bounds.unavailable == 0)
        bounds.unavailable = 1;
    return bounds;
}

bool hasObserved(const kube::Object &object)
{
    return object.status()["observedGeneration"].asInt() == object.generation();
}

} // namespace

void Invariants::onEvent(const kube::GroupVersionResource &resource, const kube::ObjectPtr &before,
                         const kube::ObjectPtr &now)
{
    if (resource == kDeployments)
        onDeployment(now, before);
    else if (resource == kReplicaSets)
        onReplicaSet(now, before);
    else if (resource == kPods)
        onPod(now, before);
    else if (resource == kResourceQuotas)
        onQuota(now, before);
}

/// Whether what was done lately may still take Pods away.
bool Invariants::isDisturbed() const
{
    return m_view.eventTime() < m_disturbedUntil;
}

std::vector<kube::ObjectPtr> Invariants::setsOf(const kube::Object &deployment) const
{
    std::vector<kube::ObjectPtr> sets;
    for (const auto &[key, set] : m_view.objects(kReplicaSets)) {
        if (components::isControlledBy(*set, deployment.uid()))
            sets.push_back(set);
    }
    return sets;
}

void Invariants::onDeployment(const kube::ObjectPtr &now, const kube::ObjectPtr &before)
{
    if (!now) {
        m_deployments.erase(std::string(before->uid()));
        return;
    }
    auto &known = m_deployments[std::string(now->uid())];
    const auto desired = now->spec()["replicas"].asInt(1);
    known.mostAllowed = std::max(known.mostAllowed, desired + boundsOf(*now).surge);
    const bool isOther = before && (before->spec()["replicas"] != now->spec()["replicas"] ||
                                    before->spec()["strategy"] != now->spec()["strategy"] ||
                                    before->spec()["paused"] != now->spec()["paused"]);
    const auto &status = now->status();
    if (isOther || isDisturbed())
        known.isCalm = false;
    else if (available(*now) >= desired && hasObserved(*now) &&
             status["availableReplicas"].asInt() == desired && status["replicas"].asInt() == desired &&
             status["updatedReplicas"].asInt() == desired)
        known.isCalm = true;
    checkSets(*now);
    checkAvailability(*now);
}

/// The Deployment controller never orders more than desired + surge.
void Invariants::checkSets(const kube::Object &deployment)
{
    auto &known = m_deployments[std::string(deployment.uid())];
    std::int64_t sum = 0;
    for (const auto &set : setsOf(deployment))
        sum += set->spec()["replicas"].asInt();
    if (sum > known.mostAllowed)
        m_complain(std::format("the sets of {} have {} replicas in all, {} allowed",
                               kube::objectKey(deployment), sum, known.mostAllowed));
    const auto bound = deployment.spec()["replicas"].asInt(1) + boundsOf(deployment).surge;
    if (hasObserved(deployment) && sum <= bound)
        known.mostAllowed = bound;
}

void Invariants::onReplicaSet(const kube::ObjectPtr &now, const kube::ObjectPtr &before)
{
    if (!now) {
        m_sets.erase(std::string(before->uid()));
        return;
    }
    auto &known = m_sets[std::string(now->uid())];
    known.mostAllowed = std::max(known.mostAllowed, now->spec()["replicas"].asInt(1));
    checkPods(*now);
    const bool isAdopted =
        before && before->controllerRef()["uid"].asString() != now->controllerRef()["uid"].asString();
    if (const auto adopter = m_deployments.find(now->controllerRef()["uid"].asString());
        isAdopted && adopter != m_deployments.end())
        adopter->second.mostAllowed += now->spec()["replicas"].asInt();
    const auto &owner = now->controllerRef();
    if (const auto deployment =
            m_view.find(kDeployments, kube::objectKey(now->ns(), owner["name"].asString()));
        deployment && deployment->uid() == owner["uid"].asString())
        checkSets(*deployment);
}

} // namespace minato::tests
