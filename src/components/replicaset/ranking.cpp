// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/replicaset/ranking.h"

#include "components/common/object_edit.h"
#include "components/common/pod.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <map>
#include <tuple>

namespace minato::components {
namespace {

using Time = std::optional<base::Instant>;

/// 32 bits without a plus or leading zeros; anything else counts as 0.
std::int64_t deletionCost(const kube::Value &annotation)
{
    using Limits = std::numeric_limits<std::int32_t>;
    const auto text = annotation.asString();
    const bool isPlain = text == "0" || (!text.empty() && text.front() != '0' && text.front() != '+');
    const auto cost = isPlain ? intText(annotation, 0) : 0;
    return cost < Limits::min() || cost > Limits::max() ? 0 : cost;
}

int phaseOrder(std::string_view phase)
{
    return phase == "Running" ? 2 : phase == "Unknown" ? 1 : 0;
}

std::int64_t sidecarRestarts(const kube::Object &pod)
{
    std::int64_t most = 0;
    for (const kube::Value &container : pod.spec()["initContainers"].items()) {
        if (container["restartPolicy"].asString() != "Always")
            continue;
        for (const kube::Value &status : pod.status()["initContainerStatuses"].items()) {
            if (status["name"] == container["name"])
                most = std::max(most, status["restartCount"].asInt());
        }
    }
    return most;
}

/// The newer first, a missing time before any; ages in one bucket go by UID.
std::strong_ordering compareTimes(const Time &a, const Time &b, const VictimCandidate &x,
                                  const VictimCandidate &y, base::Instant now)
{
    if (a == b)
        return std::strong_ordering::equal;
    if (!a || !b)
        return a ? std::strong_ordering::greater : std::strong_ordering::less;
    const auto order = ageBucket(now - *a) <=> ageBucket(now - *b);
    return order == 0 ? x.uid <=> y.uid : order;
}

} // namespace

std::string_view toString(VictimRule rule)
{
    switch (rule) {
    case VictimRule::Unassigned:
        return "unassigned before assigned";
    case VictimRule::Phase:
        return "Pending before Unknown before Running";
    case VictimRule::NotReady:
        return "not ready before ready";
    case VictimRule::DeletionCost:
        return "lower pod-deletion-cost first";
    case VictimRule::CoLocation:
        return "more Pods of the same owner on the node first";
    case VictimRule::ReadyTime:
        return "shorter time ready first";
    case VictimRule::Restarts:
        return "more restarts first";
    case VictimRule::CreationTime:
        return "newer first";
    case VictimRule::None:
        break;
    }
    return "equal";
}

VictimCandidate victimCandidate(const kube::Object &pod)
{
    VictimCandidate candidate;
    candidate.name = pod.name();
    candidate.uid = pod.uid();
    candidate.node = pod.spec()["nodeName"].asString();
    candidate.phase = podPhase(pod);
    candidate.isReady = isPodReady(pod);
    candidate.deletionCost = deletionCost(pod.annotations()["controller.kubernetes.io/pod-deletion-cost"]);
    candidate.readySince = podReadyTransition(pod);
    candidate.created = base::parseRfc3339(pod.metadata()["creationTimestamp"].asString());
    for (const kube::Value &status : pod.status()["containerStatuses"].items())
        candidate.restarts = std::max(candidate.restarts, status["restartCount"].asInt());
    candidate.sidecarRestarts = sidecarRestarts(pod);
    return candidate;
}

std::vector<VictimCandidate> victimCandidates(std::span<const kube::Object *const> own,
                                              std::span<const kube::Object *const> related)
{
    std::map<std::string_view, int> perNode;
    for (const kube::Object *pod : related) {
        if (isPodActive(*pod))
            ++perNode[pod->spec()["nodeName"].asString()];
    }
    std::vector<VictimCandidate> candidates;
    for (const kube::Object *pod : own) {
        if (!isPodActive(*pod))
            continue;
        candidates.push_back(victimCandidate(*pod));
        candidates.back().colocated = perNode[pod->spec()["nodeName"].asString()];
    }
    return candidates;
}

VictimComparison compareVictims(const VictimCandidate &a, const VictimCandidate &b, base::Instant now)
{
    if (const auto order = !a.node.empty() <=> !b.node.empty(); order != 0)
        return {order, VictimRule::Unassigned};
    if (const auto order = phaseOrder(a.phase) <=> phaseOrder(b.phase); order != 0)
        return {order, VictimRule::Phase};
    if (const auto order = a.isReady <=> b.isReady; order != 0)
        return {order, VictimRule::NotReady};
    if (const auto order = a.deletionCost <=> b.deletionCost; order != 0)
        return {order, VictimRule::DeletionCost};
    if (const auto order = b.colocated <=> a.colocated; order != 0)
        return {order, VictimRule::CoLocation};
    if (a.isReady && b.isReady) {
        if (const auto order = compareTimes(a.readySince, b.readySince, a, b, now); order != 0)
            return {order, VictimRule::ReadyTime};
    }
    if (const auto order =
            std::tie(b.restarts, b.sidecarRestarts) <=> std::tie(a.restarts, a.sidecarRestarts);
        order != 0)
        return {order, VictimRule::Restarts};
    if (const auto order = compareTimes(a.created, b.created, a, b, now); order != 0)
        return {order, VictimRule::CreationTime};
    return {std::strong_ordering::equal, VictimRule::None};
}

int ageBucket(base::Duration age)
{
    return age.count() <= 0 ? -1 : std::bit_width(static_cast<std::uint64_t>(age.count())) - 1;
}

void rankVictims(std::vector<VictimCandidate> &candidates, base::Instant now)
{
    std::ranges::stable_sort(
        candidates, [now](const auto &a, const auto &b) { return compareVictims(a, b, now).order < 0; });
}

} // namespace minato::components
