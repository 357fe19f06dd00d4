// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/instant.h"
#include "components/deployment/rollout.h"
#include "kube/object.h"

namespace minato::components {

inline constexpr std::string_view kRevisionAnnotation = "deployment.kubernetes.io/revision";
inline constexpr std::string_view kRevisionHistoryAnnotation = "deployment.kubernetes.io/revision-history";
inline constexpr std::string_view kDesiredReplicasAnnotation = "deployment.kubernetes.io/desired-replicas";
inline constexpr std::string_view kMaxReplicasAnnotation = "deployment.kubernetes.io/max-replicas";
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
    std::vector<OwnedSet> sets;           ///< oldest first, ties by name
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

/// Equal but for the pod-template-hash label.
[[nodiscard]] bool isSameTemplate(const kube::Value &a, const kube::Value &b);

/// Copies the Deployment's annotations and gives a new set its revision. True when something changed.
///
/// Mirrors   SetNewReplicaSetAnnotations
bool setNewSetAnnotations(kube::Value &set, const kube::Object &deployment, std::int64_t newRevision, bool exists);

/// desired-replicas and max-replicas. True when something changed.
bool setReplicasAnnotations(kube::Value &set, int desired, int maximum);

/// The ReplicaSet that a Deployment's template makes, of this size.
[[nodiscard]] kube::Value makeReplicaSet(const kube::Object &deployment, const std::string &hash, int size);

} // namespace minato::components
