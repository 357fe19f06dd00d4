// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"
#include "base/random.h"
#include "kube/object.h"

#include <map>
#include <string>

namespace minato::components {

/// A machine with a kubelet.
struct NodeSpec {
    std::string name, internalIp, podCidr;
    std::string cpu = "4", memory = "8Gi"; ///< capacity, quantities
    int pods = 110;
    bool isControlPlane = false; ///< tainted NoSchedule
    std::map<std::string, std::string> labels;
};

/// The Node object a kubelet registers, not ready yet.
///
/// Mirrors   pkg/kubelet/kubelet_node_status.go; allocatable is capacity less 100Mi of memory (the eviction
///           threshold)
/// Differs   podCIDR is in it from the start (upstream's node IPAM controller adds it).
[[nodiscard]] kube::Value makeNode(const NodeSpec &spec, base::RandomStream &random, base::Instant now);

/// What the conditions of a Node say.
struct NodeHealth {
    bool isReady = false, hasMemoryPressure = false;
};

/// The four conditions in the kubelet's order; transition times kept from `before` where nothing changed.
[[nodiscard]] kube::Value nodeConditions(const NodeHealth &health, const kube::Value &before,
                                         base::Instant now);

} // namespace minato::components
