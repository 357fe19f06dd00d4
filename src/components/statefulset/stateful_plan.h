// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"
#include "components/statefulset/stateful_pods.h"

#include <cstdint>
#include <vector>

namespace minato::components {

/// What a pass over a StatefulSet does with each Pod.
///
/// Mirrors   pkg/controller/statefulset/stateful_set_control.go updateStatefulSet, processReplica,
///           processCondemned, computeReplicaStatus
/// Threads   Pure.
/// Tests     tests/components/tst_stateful_sets.cpp

/// A set's Pods by what is to become of them.
struct StatefulPods {
    std::vector<kube::ObjectPtr> replicas;  ///< by number; those that are missing, as they are to be made
    std::vector<kube::ObjectPtr> condemned; ///< out of range, highest number first
    kube::ObjectPtr firstUnavailable;       ///< lowest replica, or else lowest condemned; may be null

    StatefulPods(const kube::Object &set, const SetRevisions &revisions,
                 const std::vector<kube::ObjectPtr> &pods, base::Instant now);
    /// Of both.
    [[nodiscard]] std::vector<kube::ObjectPtr> all() const;
};

/// One at a time, each when all before it are available; else all at once.
[[nodiscard]] bool isOrdered(const kube::Object &set);

enum class PodStep : std::uint8_t {
    Nothing,
    Wait, ///< and with it all that come after
    Create,
    Delete,
    Repair ///< its identity or its storage is not as the set wants it
};
[[nodiscard]] PodStep replicaStep(const kube::Object &set, const kube::Object &pod, base::Instant now);
[[nodiscard]] PodStep condemnedStep(const kube::Object &set, const StatefulPods &pods,
                                    const kube::Object &pod, base::Instant now);
/// The Pod that a rolling update replaces next: the highest of another revision, if all above it are available.
/// Null: none.
[[nodiscard]] kube::ObjectPtr nextToUpdate(const kube::Object &set, const StatefulPods &pods,
                                           std::string_view updateRevision, base::Instant now);

/// The status after a pass that has left these Pods.
[[nodiscard]] kube::Value statefulSetStatus(const kube::Object &set, const SetRevisions &revisions,
                                            const std::vector<kube::ObjectPtr> &pods, base::Instant now);
/// When all Pods are of the new revision and ready, it becomes the current one.
void completeRollingUpdate(const kube::Object &set, kube::Value &status);
/// The server's is to be replaced. Not by the count of collisions alone.
[[nodiscard]] bool isInconsistent(const kube::Value &before, const kube::Value &status);

/// Nothing is left to do, as far as its status tells.
[[nodiscard]] bool isRolledOut(const kube::Object &set);

} // namespace minato::components
