// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/clock.h"
#include "client/task.h"
#include "cluster/topology.h"
#include "components/kubelet/node_object.h"

#include <vector>

namespace minato::cluster {

/// The machines of a topology with their addresses: nodes from 192.168.49.2 on, Pods from 10.244.0.0 on, one
/// block a node (a /24, or more when a node takes more Pods than fit).
[[nodiscard]] std::vector<components::NodeSpec> machines(const Topology &topology);

/// One more machine, as the workers that a topology has by itself: the addresses after those that are taken.
[[nodiscard]] components::NodeSpec nextMachine(const std::vector<components::NodeSpec> &taken,
                                               const std::string &name);

/// Waits for all nodes to be Ready, then creates the objects in order. Refusals are kept in `errors`.
[[nodiscard]] client::Task<void> bootstrap(api::KubeTransport &transport, api::Timers &timers,
                                           std::size_t nodes, std::vector<kube::Value> objects,
                                           base::Diagnostics &errors);

/// "deployments" in apps/v1 for a Deployment: by the kinds we know, else by the rules of English plurals.
[[nodiscard]] kube::GroupVersionResource resourceFor(const kube::Value &manifest);

} // namespace minato::cluster
