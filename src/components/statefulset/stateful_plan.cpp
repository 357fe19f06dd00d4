// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/statefulset/stateful_plan.h"

#include "components/common/object_edit.h"
#include "components/common/pod.h"

#include <algorithm>
#include <array>
#include <ranges>

namespace minato::components {
namespace {

std::int64_t minReadySeconds(const kube::Object &set)
{
    return set.spec()["minReadySeconds"].asInt();
}

bool isReadyLongEnough(const kube::Object &set, const kube::Object &pod, base::Instant now)
{
    return isRunningAndReady(pod) && isPodAvailable(pod, minReadySeconds(set), now);
}

} // namespace

StatefulPods::StatefulPods(const kube::Object &set, const SetRevisions &revisions,
                           const std::vector<kube::ObjectPtr> &pods, base::Instant now)
{
    const int start = startOrdinal(set);
    replicas.resize(static_cast<std::size_t>(std::max(wantedPods(set), 0)));
    for (const kube::ObjectPtr &pod : pods) {
        const int ordinal = ordinalOf(*pod);
        if (isInOrdinalRange(set, ordinal))
            replicas[static_cast<std::size_t>(ordinal - start)] = pod;
        else if (ordinal >= 0)
            condemned.push_back(pod);
    }
    for (std::size_t i = 0; i < replicas.size(); ++i) {
        if (!replicas[i])
            replicas[i] = newStatefulPod(set, revisions, start + static_cast<int>(i));
    }
    std::ranges::stable_sort(condemned, std::greater(), [](const auto &pod) { return ordinalOf(*pod); });
    const auto isFirst = [&](const kube::ObjectPtr &pod) {
        if (!firstUnavailable && isUnavailable(*pod, minReadySeconds(set), now))
            firstUnavailable = pod;
    };
    std::ranges::for_each(replicas, isFirst);
    std::ranges::for_each(std::views::reverse(condemned), isFirst);
}

std::vector<kube::ObjectPtr> StatefulPods::all() const
{
    std::vector<kube::ObjectPtr> both = replicas;
    both.insert(both.end(), condemned.begin(), condemned.end());
    return both;
}

bool isOrdered(const kube::Object &set)
{
    return set.spec()["podManagementPolicy"].asString() != "Parallel";
}

PodStep replicaStep(const kube::Object &set, const kube::Object &pod, base::Instant now)
{
    // One that has ended is replaced however it ended: its new one comes when it is gone.
    if (isPodTerminal(pod))
        return pod.isTerminating() ? PodStep::Wait : PodStep::Delete;
    if (!isCreated(pod))
        return PodStep::Create;
    if (isOrdered(set) && (pod.isTerminating() || !isReadyLongEnough(set, pod, now)))
        return PodStep::Wait;
    return identityMatches(set, pod) && storageMatches(set, pod) ? PodStep::Nothing : PodStep::Repair;
}

PodStep condemnedStep(const kube::Object &set, const StatefulPods &pods, const kube::Object &pod,
                      base::Instant now)
{
    if (pod.isTerminating())
        return isOrdered(set) ? PodStep::Wait : PodStep::Nothing;
    const bool isFirst = pods.firstUnavailable.get() == &pod;
    const bool mayGo = isFirst || isReadyLongEnough(set, pod, now);
    return isOrdered(set) && !mayGo ? PodStep::Wait : PodStep::Delete;
}

kube::ObjectPtr nextToUpdate(const kube::Object &set, const StatefulPods &pods,
                             std::string_view updateRevision, base::Instant now)
{
    const auto partition = set.at("spec", "updateStrategy", "rollingUpdate", "partition").asInt();
    for (auto i = std::ssize(pods.replicas) - 1; i >= partition; --i) {
        const kube::ObjectPtr &pod = pods.replicas[static_cast<std::size_t>(i)];
        if (revisionOf(*pod) != updateRevision && !pod->isTerminating())
            return pod;
        if (isUnavailable(*pod, minReadySeconds(set), now))
            return nullptr;
    }
    return nullptr;
}

kube::Value statefulSetStatus(const kube::Object &set, const SetRevisions &revisions,
                              const std::vector<kube::ObjectPtr> &pods, base::Instant now)
{
    int replicas = 0, ready = 0, available = 0, current = 0, updated = 0;
    for (const kube::ObjectPtr &pod : pods) {
        replicas += isCreated(*pod) ? 1 : 0;
        ready += isRunningAndReady(*pod) ? 1 : 0;
        available += isReadyLongEnough(set, *pod, now) ? 1 : 0;
        const bool isStaying = isCreated(*pod) && !pod->isTerminating();
        current += isStaying && revisionOf(*pod) == revisions.current->name() ? 1 : 0;
        updated += isStaying && revisionOf(*pod) == revisions.update->name() ? 1 : 0;
    }
    auto status = kube::Value::map({{"replicas", replicas},
                                    {"availableReplicas", available},
                                    {"currentRevision", revisions.current->name()},
                                    {"updateRevision", revisions.update->name()},
                                    {"collisionCount", revisions.collisions}});
    setCount(status, "observedGeneration", set.generation());
    setCount(status, "readyReplicas", ready);
    setCount(status, "currentReplicas", current);
    setCount(status, "updatedReplicas", updated);
    return status;
}

void completeRollingUpdate(const kube::Object &set, kube::Value &status)
{
    const bool isRolling = set.at("spec", "updateStrategy", "type").asString() == "RollingUpdate";
    const auto isAll = [&](const char *key) { return status[key].asInt() == wantedPods(set); };
    if (!isRolling || !isAll("updatedReplicas") || !isAll("readyReplicas") || !isAll("replicas"))
        return;
    setCount(status, "currentReplicas", status["updatedReplicas"].asInt());
    status.set("currentRevision", status["updateRevision"]);
}

bool isInconsistent(const kube::Value &before, const kube::Value &status)
{
    static constexpr std::array kCounts{"replicas", "currentReplicas", "readyReplicas", "updatedReplicas",
                                        "availableReplicas"};
    static constexpr std::array kRevisions{"currentRevision", "updateRevision"};
    return status["observedGeneration"].asInt() > before["observedGeneration"].asInt() ||
           std::ranges::any_of(kCounts,
                               [&](auto key) { return status[key].asInt() != before[key].asInt(); }) ||
           std::ranges::any_of(kRevisions,
                               [&](auto key) { return status[key].asString() != before[key].asString(); });
}

bool isRolledOut(const kube::Object &set)
{
    const auto &status = set.status(), &strategy = set.spec()["updateStrategy"];
    const auto wanted = wantedPods(set);
    const bool isRolling = strategy["type"].asString() == "RollingUpdate";
    const auto toUpdate = isRolling ? wanted - strategy["rollingUpdate"]["partition"].asInt() : 0;
    return status["observedGeneration"].asInt() >= set.generation() && status["replicas"].asInt() == wanted &&
           status["availableReplicas"].asInt() == wanted && status["updatedReplicas"].asInt() >= toUpdate;
}

} // namespace minato::components
