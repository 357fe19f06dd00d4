// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"
#include "client/cache.h"
#include "components/deployment/rollout.h"
#include "kube/object.h"

#include <optional>
#include <string>
#include <vector>

namespace minato::components {

inline constexpr std::string_view kRevisionAnnotation = "deployment.kubernetes.io/revision";
inline constexpr std::string_view kRevisionHistoryAnnotation = "deployment.kubernetes.io/revision-history";
inline constexpr std::string_view kDesiredReplicasAnnotation = "deployment.kubernetes.io/desired-replicas";
inline constexpr std::string_view kMaxReplicasAnnotation = "deployment.kubernetes.io/max-replicas";
inline constexpr std::string_view kRollbackAnnotation = "deprecated.deployment.rollback.to";
inline constexpr std::string_view kTemplateHashLabel = "pod-template-hash";

/// A ReplicaSet of a Deployment with the numbers that a rollout looks at.
struct OwnedSet {
    kube::ObjectPtr object;
    base::Instant created;
    int spec = 0, replicas = 0, ready = 0, available = 0;

    explicit OwnedSet(kube::ObjectPtr set);
    [[nodiscard]] SetNumbers numbers() const { return {spec, available}; }
    [[nodiscard]] std::int64_t revision() const;
};

/// A Deployment and its ReplicaSets at the start of a pass.
///
/// Mirrors   pkg/controller/deployment/util/deployment_util.go FindNewReplicaSet, FindOldReplicaSets
struct Rollout {
    kube::ObjectPtr deployment;
    std::vector<OwnedSet> sets; ///< oldest first, ties by name
    /// This pass has written the Deployment: upstream's next write in it meets a conflict, as its copy comes from
    /// a cache, and the pass is tried again.
    bool isDeploymentWritten = false;
    std::optional<std::size_t> newIndex; ///< the oldest whose template is the Deployment's

    Rollout(kube::ObjectPtr object, std::vector<kube::ObjectPtr> owned);
    [[nodiscard]] OwnedSet *newSet() { return newIndex ? &sets[*newIndex] : nullptr; }
    [[nodiscard]] const OwnedSet *newSet() const { return newIndex ? &sets[*newIndex] : nullptr; }
    [[nodiscard]] std::vector<OwnedSet *> oldSets();
    [[nodiscard]] int desired() const;
    [[nodiscard]] bool isRolling() const;
    [[nodiscard]] int totalSpec() const;
    [[nodiscard]] std::int64_t maxOldRevision() const;
    void add(kube::ObjectPtr created);
};

/// A ReplicaSet and the size that it is to have.
struct Resize {
    OwnedSet *set;
    int size;
    bool annotates; ///< its annotations are brought up to date even when the size stays
};
/// What a Deployment that was scaled, or is paused, does: one active set gets it all, several get their shares.
///
/// Mirrors   sync.go scale, FindActiveOrLatest, IsSaturated
[[nodiscard]] std::vector<Resize> scalingSteps(Rollout &rollout);

/// The old sets beyond the history limit that may be deleted.
///
/// Mirrors   sync.go cleanupDeployment
[[nodiscard]] std::vector<const OwnedSet *> forgettableSets(Rollout &rollout);

/// A Recreate Deployment waits while this is so. Pods that are ending count until they are gone.
///
/// Mirrors   recreate.go oldPodsRunning
[[nodiscard]] bool hasPodsLeft(const OwnedSet &oldSet, const client::Cache::Bucket &pods);

/// desired-replicas or max-replicas as it was written; nullopt when absent or no 32-bit count.
[[nodiscard]] std::optional<int> annotatedReplicas(const kube::Object &set, std::string_view annotation);

/// The revision that the annotation deprecated.deployment.rollback.to asks for; 0: the one before.
[[nodiscard]] std::optional<std::int64_t> rollbackTarget(const kube::Object &deployment);
/// The second highest revision; 0: there is none.
[[nodiscard]] std::int64_t lastRevision(const Rollout &rollout);
/// The Deployment's annotations after it has gone back to a set: the set's, but its own where they are not copied.
[[nodiscard]] kube::Value rolledBackAnnotations(const kube::Object &deployment, const kube::Object &set);

/// "web-6d4b75cb6d", the Deployment's part cut where the whole would be too long.
[[nodiscard]] std::string replicaSetName(std::string_view deployment, std::string_view hash);

/// Equal but for the pod-template-hash label.
[[nodiscard]] bool isSameTemplate(const kube::Value &a, const kube::Value &b);
[[nodiscard]] kube::Value withoutTemplateHash(const kube::Value &podTemplate);

/// Copies the Deployment's annotations and gives a new set its revision. True when something changed.
///
/// Mirrors   SetNewReplicaSetAnnotations
bool setNewSetAnnotations(kube::Value &set, const kube::Object &deployment, std::int64_t newRevision);

/// desired-replicas and max-replicas. True when something changed.
bool setReplicasAnnotations(kube::Value &set, int desired, int maximum);

/// The ReplicaSet that a Deployment's template makes, of this size.
[[nodiscard]] kube::Value makeReplicaSet(const kube::Object &deployment, const std::string &hash, int size);

} // namespace minato::components
