// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/object.h"
#include "session/state.h"
#include "session/traffic_book.h"

#include <vector>

namespace minato::session {

/// The few fields of API objects that the window draws.
///
/// Mirrors   kubectl's printers, as far as a Pod's state and reason go (pkg/printers/internalversion)
/// Differs   A container that waits for its image or for a restart counts as Failed: that is what a learner
///           needs to see.
[[nodiscard]] NodeState nodeState(const kube::Object &node);
[[nodiscard]] PodState podState(const kube::Object &pod);
[[nodiscard]] DeploymentState deploymentState(const kube::Object &deployment);
[[nodiscard]] ReplicaSetState replicaSetState(const kube::Object &set);
[[nodiscard]] SliceStatePtr sliceState(const kube::Object &slice);
/// `slices`: those of the Service.
[[nodiscard]] ServiceState serviceState(const kube::Object &service, std::vector<SliceStatePtr> slices);
[[nodiscard]] TrafficBook::Rules trafficRules(const kube::Object &service);
/// Those that requests could go to, ready or not; the ones that end are left out.
[[nodiscard]] std::vector<TrafficBook::Endpoint> countedEndpoints(const kube::Object &slice);
[[nodiscard]] EventLine eventLine(const kube::Object &event);

} // namespace minato::session
