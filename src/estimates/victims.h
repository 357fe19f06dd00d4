// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "components/replicaset/ranking.h"
#include "estimates/observed.h"

#include <string>
#include <vector>

namespace minato::estimates {

using components::VictimCandidate;
using components::VictimRule;

/// A Pod that a ReplicaSet may give up.
struct Victim {
    VictimCandidate pod;
    VictimRule rule = VictimRule::None; ///< why it goes before the next one
};

/// The Pods of a ReplicaSet in the order in which it would give them up: scaled down by n, the first n go.
struct VictimRanking {
    std::string replicaSet;
    std::vector<Victim> pods;
};

/// Of a Deployment, each of its ReplicaSets that has Pods, the one with the most first; of a ReplicaSet, itself; of
/// anything else, nothing.
///
/// Mirrors   pkg/controller/replicaset/replica_set.go getPodsToDelete, getPodsRankedByRelatedPodsOnSameNode
/// Threads   Pure.
[[nodiscard]] std::vector<VictimRanking> victimRankings(const kube::Object &workload,
                                                        const Observed &observed);

} // namespace minato::estimates
