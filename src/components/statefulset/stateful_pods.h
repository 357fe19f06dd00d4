// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "components/history/controller_history.h"
#include "kube/object.h"

#include <string>
#include <string_view>

namespace minato::components {

/// The Pods of a StatefulSet are persons: each has a number, a name, and keeps them.
///
/// Mirrors   pkg/controller/statefulset/stateful_set_utils.go

inline constexpr std::string_view kPodNameLabel = "statefulset.kubernetes.io/pod-name";
inline constexpr std::string_view kPodIndexLabel = "apps.kubernetes.io/pod-index";
inline constexpr std::string_view kRevisionLabel = "controller-revision-hash";

/// What a Pod's name says: "web-3" is number 3 of "web".
struct PodIdentity {
    std::string_view parent;
    int ordinal = -1; ///< -1: none
};
[[nodiscard]] PodIdentity podIdentity(std::string_view podName);
[[nodiscard]] int ordinalOf(const kube::Object &pod);

/// The first of its numbers.
[[nodiscard]] int startOrdinal(const kube::Object &set);
[[nodiscard]] int wantedPods(const kube::Object &set);
[[nodiscard]] bool isInOrdinalRange(const kube::Object &set, int ordinal);

[[nodiscard]] bool isMemberOf(const kube::Object &set, const kube::Object &pod);
/// Name, namespace and label are as this set gives them.
[[nodiscard]] bool identityMatches(const kube::Object &set, const kube::Object &pod);
void updateIdentity(const kube::Object &set, kube::Value &pod);
/// Each claim of the set has its volume in the Pod.
[[nodiscard]] bool storageMatches(const kube::Object &set, const kube::Object &pod);
void updateStorage(const kube::Object &set, kube::Value &pod);

[[nodiscard]] std::string_view revisionOf(const kube::Object &pod);

/// The revisions between which a set is.
struct SetRevisions {
    kube::ObjectPtr current, update;
    std::int32_t collisions = 0;
};
/// The Pod with this number, of the revision that is due to it.
[[nodiscard]] kube::ObjectPtr newStatefulPod(const kube::Object &set, const SetRevisions &revisions,
                                             int ordinal);

/// The server knows it.
[[nodiscard]] bool isCreated(const kube::Object &pod);
[[nodiscard]] bool isRunningAndReady(const kube::Object &pod);
/// Not available, or going.
[[nodiscard]] bool isUnavailable(const kube::Object &pod, std::int64_t minReadySeconds, base::Instant now);

} // namespace minato::components
