// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"
#include "kube/object.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace minato::components {

/// How a container ended.
struct ContainerEnd {
    std::string containerId, reason, message;
    int exitCode = 0;
    std::optional<base::Instant> startedAt;
    base::Instant finishedAt;
};

/// A container as its kubelet knows it.
struct ContainerState {
    enum class Kind : std::uint8_t { Waiting, Running, Terminated };
    enum class Role : std::uint8_t { Main, Init, Sidecar };
    Role role = Role::Main;
    Kind kind = Kind::Waiting;
    std::string reason = "ContainerCreating", message; ///< of waiting
    std::string imageId, containerId;
    std::optional<base::Instant> startedAt; ///< of running
    std::optional<ContainerEnd> end;        ///< of terminated, or the last one
    std::optional<ContainerEnd> formerEnd;  ///< the one before that
    int restarts = 0;
    bool isReady = false;
    bool isStarted = false; ///< running, and its startup probe has passed
    /// Terminated, and the Pod's policy starts it again.
    bool isToRestart = false;
};

/// A Pod as its kubelet knows it: what its status is made from.
struct PodState {
    base::Instant startTime;
    bool hasSandbox = false;
    std::string hostIp, ip;
    std::vector<ContainerState> initContainers, containers; ///< in the order of the spec
    /// The kubelet ended it for good: evicted, past its deadline, not admitted.
    bool hasFailed = false;
    bool isOver = false; ///< nothing of it will be started again
    std::string reason, message;
    kube::Value disruption; ///< the DisruptionTarget condition that the kubelet gives; or null
};

/// The phase alone.
[[nodiscard]] std::string_view phaseOf(const PodState &state);

/// The status of a Pod. Conditions keep their transition times from `before` where their status is the same;
/// those that are not the kubelet's are taken from the Pod.
///
/// Mirrors   pkg/kubelet/kubelet_pods.go generateAPIPodStatus and getPhase, status/generate.go
/// Differs   Ephemeral containers, resizing and allocated resources are left out.
[[nodiscard]] kube::Value makePodStatus(const kube::Object &pod, const PodState &state,
                                        const kube::Value &before, base::Instant now);

} // namespace minato::components
