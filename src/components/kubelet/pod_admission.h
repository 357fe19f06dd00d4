// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "components/common/pod.h"

#include <optional>
#include <string>

namespace minato::components {

/// Why a kubelet does not take a Pod that is bound to its node.
struct PodRefusal {
    std::string reason, message;
};

/// What of a node is left to give.
struct NodeRoom {
    PodRequests allocatable, used;
    int pods = 0, usedPods = 0;
};

/// Mirrors   pkg/kubelet/lifecycle/predicate.go: OutOfpods, OutOfcpu, OutOfmemory, NodeAffinity
/// Differs   Ports, extended resources, topology and operating systems are not looked at.
[[nodiscard]] std::optional<PodRefusal> refusePod(const kube::Object &pod, const PodRequests &requests,
                                                  const NodeRoom &room, const kube::Value &nodeLabels);

/// Under memory pressure a node takes no Pod that asked for nothing, but one that is critical or tolerates it.
///
/// Mirrors   pkg/kubelet/eviction/eviction_manager.go Admit
[[nodiscard]] std::optional<PodRefusal> refuseUnderMemoryPressure(const kube::Object &pod);

} // namespace minato::components
