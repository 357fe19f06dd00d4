// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/deployment/deployment_status.h"

#include "components/common/object_edit.h"
#include "components/common/pod.h"

#include <algorithm>
#include <format>
#include <limits>

namespace minato::components {
namespace {

constexpr std::int64_t kNoDeadline = std::numeric_limits<std::int32_t>::max();

std::chrono::seconds deadline(const kube::Object &deployment)
{
    return std::chrono::seconds(deployment.spec()["progressDeadlineSeconds"].asInt(kNoDeadline));
}

void setProgress(const Rollout &rollout, kube::Value &status, base::Instant now)
{
    const kube::Object &deployment = *rollout.deployment;
    const auto subject = rollout.newSet() ? std::format("ReplicaSet \"{}\"", rollout.newSet()->object->name())
                                          : std::format("Deployment \"{}\"", deployment.name());
    const auto make = [&](std::string_view state, std::string_view reason, std::string_view what) {
        return deploymentCondition("Progressing", state, reason, subject + std::string(what), now);
    };
    if (isComplete(deployment, status)) {
        setDeploymentCondition(status, make("True", kNewSetAvailable, " has successfully progressed."));
    } else if (isProgressing(deployment.status(), status)) {
        auto condition = make("True", "ReplicaSetUpdated", " is progressing.");
        const kube::Value current = findCondition(status["conditions"], "Progressing");
        if (current["status"].asString() == "True")
            condition.set("lastTransitionTime", current["lastTransitionTime"]);
        // Removed first, so that the time of the last progress is written even if nothing else changed.
        removeDeploymentCondition(status, "Progressing");
        setDeploymentCondition(status, std::move(condition));
    } else if (isTimedOut(deployment, status, now)) {
        setDeploymentCondition(status, make("False", kTimedOut, " has timed out progressing."));
    }
}

/// A ReplicaSet's condition, its transition being its update too.
kube::Value asDeploymentCondition(const kube::Value &condition)
{
    auto same = condition;
    same.set("lastUpdateTime", condition["lastTransitionTime"]);
    return same;
}

kube::Value replicaFailure(const Rollout &rollout)
{
    const auto of = [](const OwnedSet &set) {
        return findCondition(set.object->status()["conditions"], "ReplicaFailure");
    };
    if (rollout.newSet()) {
        if (const auto &failure = of(*rollout.newSet()); !failure.isNull())
            return failure;
    }
    for (const OwnedSet &set : rollout.sets) {
        if (const auto &failure = of(set); !failure.isNull())
            return failure;
    }
    return {};
}

} // namespace

kube::Value deploymentCondition(std::string_view type, std::string_view status, std::string_view reason,
                                std::string_view message, base::Instant now)
{
    auto condition = makeCondition(type, status, reason, message);
    const kube::Value time = base::toRfc3339(now);
    condition.set("lastUpdateTime", time);
    condition.set("lastTransitionTime", time);
    return condition;
}

void setDeploymentCondition(kube::Value &status, kube::Value condition)
{
    const auto type = condition["type"].asString();
    const kube::Value current = findCondition(status["conditions"], type);
    if (!current.isNull() && current["status"] == condition["status"] &&
        current["reason"] == condition["reason"])
        return;
    if (!current.isNull() && current["status"] == condition["status"])
        condition.set("lastTransitionTime", current["lastTransitionTime"]);
    removeDeploymentCondition(status, type);
    status.edit("conditions").push(std::move(condition));
}

void removeDeploymentCondition(kube::Value &status, std::string_view type)
{
    if (findCondition(status["conditions"], type).isNull())
        return;
    std::erase_if(status.edit("conditions").editItems(),
                  [type](const kube::Value &condition) { return condition["type"].asString() == type; });
}

std::optional<int> terminatingReplicas(const std::vector<OwnedSet> &sets)
{
    int sum = 0;
    for (const OwnedSet &set : sets) {
        const auto &status = set.object->status();
        if (const auto &count = status["terminatingReplicas"]; !count.isNull())
            sum += static_cast<int>(count.asInt());
        else if (status["observedGeneration"].asInt() > 0)
            return std::nullopt;
    }
    return sum;
}

kube::Value calculateStatus(const Rollout &rollout, base::Instant now, const Features &features)
{
    int replicas = 0, ready = 0, available = 0;
    for (const OwnedSet &set : rollout.sets) {
        replicas += set.replicas;
        ready += set.ready;
        available += set.available;
    }
    const kube::Object &deployment = *rollout.deployment;
    kube::Value status = deployment.status();
    setCount(status, "observedGeneration", deployment.generation());
    setCount(status, "replicas", replicas);
    setCount(status, "updatedReplicas", rollout.newSet() ? rollout.newSet()->replicas : 0);
    setCount(status, "readyReplicas", ready);
    setCount(status, "availableReplicas", available);
    setCount(status, "unavailableReplicas", std::max(0, rollout.totalSpec() - available));
    status.erase("terminatingReplicas");
    if (features.terminatingReplicas) {
        if (const auto terminating = terminatingReplicas(rollout.sets))
            status.set("terminatingReplicas", *terminating);
    }
    const int minAvailable = rollout.desired() - rolloutBounds(deployment.spec()).unavailable;
    if (available >= minAvailable)
        setDeploymentCondition(status, deploymentCondition("Available", "True", "MinimumReplicasAvailable",
                                                           "Deployment has minimum availability.", now));
    else
        setDeploymentCondition(status,
                               deploymentCondition("Available", "False", "MinimumReplicasUnavailable",
                                                   "Deployment does not have minimum availability.", now));
    return status;
}

kube::Value rolloutStatus(const Rollout &rollout, base::Instant now, const Features &features)
{
    kube::Value status = calculateStatus(rollout, now, features);
    const auto &current = findCondition(rollout.deployment->status()["conditions"], "Progressing");
    const bool wasComplete = status["replicas"].asInt() == status["updatedReplicas"].asInt() &&
                             current["reason"].asString() == kNewSetAvailable;
    if (!hasProgressDeadline(*rollout.deployment))
        removeDeploymentCondition(status, "Progressing");
    else if (!wasComplete)
        setProgress(rollout, status, now);
    if (const auto failure = replicaFailure(rollout); !failure.isNull())
        setDeploymentCondition(status, asDeploymentCondition(failure));
    else
        removeDeploymentCondition(status, "ReplicaFailure");
    return status;
}

bool hasProgressDeadline(const kube::Object &deployment)
{
    return deadline(deployment).count() != kNoDeadline;
}

bool isComplete(const kube::Object &deployment, const kube::Value &status)
{
    const auto desired = deployment.spec()["replicas"].asInt(1);
    return status["updatedReplicas"].asInt() == desired && status["replicas"].asInt() == desired &&
           status["availableReplicas"].asInt() == desired &&
           status["observedGeneration"].asInt() >= deployment.generation();
}

bool isProgressing(const kube::Value &before, const kube::Value &after)
{
    const auto grew = [&](const char *counter) { return after[counter].asInt() > before[counter].asInt(); };
    const auto old = [](const kube::Value &s) {
        return s["replicas"].asInt() - s["updatedReplicas"].asInt();
    };
    return grew("updatedReplicas") || old(after) < old(before) || grew("readyReplicas") ||
           grew("availableReplicas");
}

bool isTimedOut(const kube::Object &deployment, const kube::Value &status, base::Instant now)
{
    const auto &condition = findCondition(status["conditions"], "Progressing");
    const auto reason = condition["reason"].asString();
    if (condition.isNull() || reason == kNewSetAvailable)
        return false;
    if (reason == kTimedOut)
        return true;
    const auto from = base::parseRfc3339(condition["lastUpdateTime"].asString());
    return from && *from + deadline(deployment) < now;
}

std::optional<base::Duration> stuckCheckDelay(const kube::Object &deployment, const kube::Value &status,
                                              base::Instant now)
{
    const auto &condition = findCondition(status["conditions"], "Progressing");
    if (!hasProgressDeadline(deployment) || condition.isNull() || isComplete(deployment, status) ||
        condition["reason"].asString() == kTimedOut)
        return std::nullopt;
    const auto from = base::parseRfc3339(condition["lastUpdateTime"].asString());
    if (!from)
        return std::nullopt;
    const base::Duration left = *from + deadline(deployment) - now;
    return left < std::chrono::seconds(1) ? base::Duration::zero() : left;
}

} // namespace minato::components
