// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"
#include "kube/value.h"

#include <expected>
#include <span>
#include <string>
#include <vector>

namespace minato::components {

/// The arithmetic of a rollout: how many Pods each ReplicaSet may have right now.
///
/// Mirrors   pkg/controller/deployment/rolling.go, sync.go (scale), util/deployment_util.go
/// Units     Pods.
/// Threads   Pure.
/// Tests     tests/components/tst_rollout.cpp, tst_deployment_sets.cpp

struct Fenceposts {
    int surge = 0, unavailable = 0;
    friend bool operator==(const Fenceposts &, const Fenceposts &) = default;
};

/// Numbers or percentages: surge rounds up, unavailable down; never both 0. The error is upstream's words.
[[nodiscard]] std::expected<Fenceposts, std::string>
resolveFenceposts(const kube::Value &maxSurge, const kube::Value &maxUnavailable, int desired);

/// What counts for a Deployment: both 0 unless it rolls, unavailable at most all of its replicas.
[[nodiscard]] Fenceposts rolloutBounds(const kube::Value &deploymentSpec);

/// One ReplicaSet's part in a rollout.
struct SetNumbers {
    int spec = 0;      ///< spec.replicas
    int available = 0; ///< status.availableReplicas
};

/// The size for the new ReplicaSet, `total` being the sum of all sizes, its own included.
[[nodiscard]] int newReplicaSetSize(bool isRolling, int desired, int surge, int total, int current);

/// The same in a pass of a rolling update, where a new ReplicaSet that is too large shrinks.
[[nodiscard]] int reconcileNewSize(int desired, int surge, int total, int current);

/// Sizes after taking away Pods that are not available anyway, at most `most` of them; oldest first.
[[nodiscard]] std::vector<int> cleanUpUnhealthy(std::span<const SetNumbers> oldSets, int most);

/// Sizes after taking away available Pods as far as `minAvailable` of all sets allows; oldest first.
[[nodiscard]] std::vector<int> scaleDownOld(std::span<const SetNumbers> oldSets, int totalAvailable,
                                            int minAvailable);

/// Sizes for the old ReplicaSets in one pass, which resizes them twice.
struct OldSizes {
    std::vector<int> cleanedUp; ///< after the first of the above
    std::vector<int> last;      ///< after both
};
[[nodiscard]] OldSizes reconcileOldSizes(std::span<const SetNumbers> oldSets, SetNumbers newSet, int desired,
                                         int maxUnavailable);

/// One ReplicaSet in a Deployment that is resized in the middle of a rollout.
struct ProportionalSet {
    std::string name;
    base::Instant created;
    int spec = 0;
    int annotatedMax = 0; ///< its max-replicas annotation; 0: none
};

/// By how much its share of the new total differs from its size; nothing when no former total is known.
[[nodiscard]] int proportionalChange(const ProportionalSet &set, int replicas, int surge, int statusReplicas);

/// Who is served first: the largest; of equal ones the newest when Pods are added, the oldest when they are taken
/// away. As given when there is nothing to share out.
[[nodiscard]] std::vector<std::size_t> proportionalOrder(std::span<const ProportionalSet> sets, int toAdd);

/// Sizes, in the order given, when `replicas` changes while several sets have Pods.
[[nodiscard]] std::vector<int> proportionalSizes(std::span<const ProportionalSet> sets, int replicas,
                                                 int surge, int statusReplicas);

} // namespace minato::components
