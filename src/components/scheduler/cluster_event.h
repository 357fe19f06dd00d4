// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/object.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace minato::components::scheduling {

/// What has changed in the cluster, so that Pods are tried again only when it could help them.
///
/// Mirrors   kube-scheduler/framework ClusterEvent, pkg/scheduler/framework/events.go
struct ClusterEvent {
    enum class Kind : std::uint8_t {
        NodeAdded,
        NodeAllocatable,
        NodeLabels,
        NodeTaints, ///< or whether it is unschedulable
        NodeGone,
        PodAdded, ///< to a node, as all of these but the last three
        PodLabels,
        PodScaledDown,
        PodGone,
        PodTolerations, ///< of the waiting Pod itself
        PodUngated,     ///< the waiting Pod itself lost its last scheduling gate
        Any
    };
    Kind kind = Kind::Any;
    kube::ObjectPtr before, now;

    [[nodiscard]] bool isOfNode() const { return kind <= Kind::NodeGone; }
};

/// What an update of a Node or a Pod means for scheduling; nothing when it does not matter.
[[nodiscard]] std::vector<ClusterEvent> nodeEvents(const kube::ObjectPtr &before, const kube::ObjectPtr &now);
[[nodiscard]] std::vector<ClusterEvent> podEvents(const kube::ObjectPtr &before, const kube::ObjectPtr &now);

} // namespace minato::components::scheduling
