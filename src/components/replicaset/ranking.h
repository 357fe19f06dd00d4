// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"
#include "kube/object.h"

#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace minato::components {

/// The rules that choose which Pods a ReplicaSet gives up, in their order; the first that tells two Pods
/// apart counts.
enum class VictimRule : std::uint8_t {
    Unassigned,
    Phase,
    NotReady,
    DeletionCost,
    CoLocation,
    ReadyTime,
    Restarts,
    CreationTime,
    None
};
[[nodiscard]] std::string_view toString(VictimRule rule);

/// What the rules look at.
struct VictimCandidate {
    std::string name, uid, node;
    std::string phase;
    bool isReady = false;
    std::int64_t deletionCost = 0;
    int colocated = 0; ///< active Pods of the same owner's ReplicaSets on its node, itself included
    std::optional<base::Instant> readySince, created;
    std::int64_t restarts = 0;        ///< of the container that restarted most
    std::int64_t sidecarRestarts = 0; ///< the same of its sidecars
};

/// Everything but `colocated`.
[[nodiscard]] VictimCandidate victimCandidate(const kube::Object &pod);

/// The active ones of a ReplicaSet's Pods. `related`: those of all ReplicaSets of its owner, its own included; none
/// for a ReplicaSet that nobody owns, all of whose Pods rank alike.
///
/// Mirrors   pkg/controller/replicaset/replica_set.go getPodsRankedByRelatedPodsOnSameNode
[[nodiscard]] std::vector<VictimCandidate> victimCandidates(std::span<const kube::Object *const> own,
                                                            std::span<const kube::Object *const> related);

struct VictimComparison {
    std::strong_ordering order; ///< less: the first is deleted first
    VictimRule rule;
};

/// Mirrors   pkg/controller/controller_utils.go ActivePodsWithRanks, with LogarithmicScaleDown
/// Threads   Pure.
[[nodiscard]] VictimComparison compareVictims(const VictimCandidate &a, const VictimCandidate &b,
                                              base::Instant now);

/// floor(log2(age in nanoseconds)); -1 for no age: ages within a factor of two count as equal.
[[nodiscard]] int ageBucket(base::Duration age);

/// Orders so that the first are deleted first.
void rankVictims(std::vector<VictimCandidate> &candidates, base::Instant now);

} // namespace minato::components
