// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/instant.h"
#include "kube/object.h"

namespace minato::components {

/// A container as its kubelet knows it.
struct ContainerState {
    enum class Kind : std::uint8_t { Waiting, Running, Terminated };
    Kind kind = Kind::Waiting;
    std::string reason = "ContainerCreating", message; ///< of waiting, or terminated
    std::string imageId, containerId;
    std::optional<base::Instant> startedAt, finishedAt;
    int exitCode = 0;
    int restarts = 0;
    bool isReady = false;
};

/// A Pod as its kubelet knows it: what its status is made from.
struct PodState {
    base::Instant startTime;
    bool hasSandbox = false;
    std::string hostIp, ip;
    std::vector<ContainerState> containers; ///< in the order of the spec
};

/// The status of a Pod. Conditions keep their transition times from `before` where their status is the same, and those
/// that are not the kubelet's are kept.
///
/// Mirrors   pkg/kubelet/kubelet_pods.go generateAPIPodStatus, status/generate.go
/// Differs   Without init containers, probes and readiness gates.
[[nodiscard]] kube::Value makePodStatus(const kube::Object &pod, const PodState &state, const kube::Value &before,
                                        base::Instant now);

} // namespace minato::components
