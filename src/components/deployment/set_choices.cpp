// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which of a Deployment's ReplicaSets are resized, forgotten or gone back to.
#include "components/common/object_edit.h"
#include "components/common/pod.h"
#include "components/deployment/owned_sets.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

namespace minato::components {
namespace {

constexpr std::int64_t kUnlimited = std::numeric_limits<std::int32_t>::max();

bool isSaturated(const Rollout &rollout)
{
    const OwnedSet *fresh = rollout.newSet();
    return fresh && fresh->spec == rollout.desired() && fresh->available == rollout.desired() &&
           intText(fresh->object->annotations()[kDesiredReplicasAnnotation], -1) == rollout.desired();
}

/// All of it for one set: the only one with Pods or, if there is none, the newest.
std::vector<Resize> resizeOnly(Rollout &rollout, OwnedSet *active)
{
    OwnedSet *only = active;
    if (!only)
        only = rollout.newSet() ? rollout.newSet() : rollout.sets.empty() ? nullptr : &rollout.sets.back();
    if (!only)
        return {};
    return {{only, rollout.desired(), false}};
}

int totalOf(const std::vector<OwnedSet *> &sets)
{
    int total = 0;
    for (const OwnedSet *set : sets)
        total += set->spec;
    return total;
}

std::vector<Resize> resizeAll(const Rollout &rollout, const std::vector<OwnedSet *> &active)
{
    std::vector<ProportionalSet> sets;
    for (const OwnedSet *set : active)
        sets.push_back({std::string(set->object->name()), set->created, set->spec,
                        annotatedReplicas(*set->object, kMaxReplicasAnnotation).value_or(0)});
    const auto sizes =
        proportionalSizes(sets, rollout.desired(), rolloutBounds(rollout.deployment->spec()).surge,
                          static_cast<int>(rollout.deployment->status()["replicas"].asInt()));
    const int toAdd = std::accumulate(sizes.begin(), sizes.end(), 0) - totalOf(active);
    std::vector<Resize> steps;
    for (const std::size_t i : proportionalOrder(sets, toAdd))
        steps.push_back({active[i], sizes[i], true});
    return steps;
}

} // namespace

std::vector<Resize> scalingSteps(Rollout &rollout)
{
    // The newest of the old ones first, the new one last.
    std::vector<OwnedSet *> active = rollout.oldSets();
    std::ranges::reverse(active);
    if (rollout.newSet())
        active.push_back(rollout.newSet());
    std::erase_if(active, [](const OwnedSet *set) { return set->spec == 0; });
    if (active.size() < 2)
        return resizeOnly(rollout, active.empty() ? nullptr : active.front());
    if (isSaturated(rollout)) {
        std::vector<Resize> steps;
        for (OwnedSet *set : active) {
            if (set != rollout.newSet())
                steps.push_back({set, 0, false});
        }
        return steps;
    }
    return rollout.isRolling() ? resizeAll(rollout, active) : std::vector<Resize>();
}

std::vector<const OwnedSet *> forgettableSets(Rollout &rollout)
{
    const auto limit = rollout.deployment->spec()["revisionHistoryLimit"].asInt(kUnlimited);
    auto candidates = rollout.oldSets();
    std::erase_if(candidates, [](const OwnedSet *set) { return set->object->isTerminating(); });
    const auto excess = limit == kUnlimited ? 0 : std::ssize(candidates) - limit;
    std::ranges::stable_sort(candidates, {}, &OwnedSet::revision);
    std::vector<const OwnedSet *> forgettable;
    for (std::ptrdiff_t i = 0; i < excess; ++i) {
        const OwnedSet *set = candidates[static_cast<std::size_t>(i)];
        const auto observed = set->object->status()["observedGeneration"].asInt();
        if (set->replicas == 0 && set->spec == 0 && observed >= set->object->generation())
            forgettable.push_back(set);
    }
    return forgettable;
}

bool hasPodsLeft(const OwnedSet &oldSet, const client::Cache::Bucket &pods)
{
    return oldSet.replicas > 0 ||
           std::ranges::any_of(pods, [](const auto &item) { return !isPodTerminal(*item.second->object); });
}

std::optional<int> annotatedReplicas(const kube::Object &set, std::string_view annotation)
{
    const auto count = intText(set.annotations()[annotation], -1);
    const bool isCount = count >= 0 && count <= std::numeric_limits<std::int32_t>::max();
    return isCount ? std::optional(static_cast<int>(count)) : std::nullopt;
}

std::optional<std::int64_t> rollbackTarget(const kube::Object &deployment)
{
    constexpr auto kNone = std::numeric_limits<std::int64_t>::min();
    const auto revision = intText(deployment.annotations()[kRollbackAnnotation], kNone);
    return revision == kNone ? std::nullopt : std::optional(revision);
}

std::int64_t lastRevision(const Rollout &rollout)
{
    std::int64_t highest = 0, second = 0;
    for (const OwnedSet &set : rollout.sets) {
        const auto revision = set.revision();
        if (revision >= highest)
            second = std::exchange(highest, revision);
        else
            second = std::max(second, revision);
    }
    return second;
}

} // namespace minato::components
