// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "estimates/observed.h"

#include <optional>
#include <string>
#include <vector>

namespace minato::estimates {

/// What a Pod asks for, or a node has left.
struct Room {
    std::int64_t milliCpu = 0, memoryBytes = 0;
    friend bool operator==(const Room &, const Room &) = default;
};

/// What the scheduler's filters and scores say of one node.
struct NodeFit {
    std::string node;
    bool fits = false;
    int score = 0;                    ///< weighted, of those that fit; 0 when only one does
    std::vector<std::string> reasons; ///< why not, as the scheduler says it: "Insufficient cpu"
    Room left;
    friend bool operator==(const NodeFit &, const NodeFit &) = default;
};

/// Where a Pod would go.
struct Fit {
    bool isOneMore = false;     ///< another Pod of a workload; else the Pod itself
    Room wanted;                ///< its requests
    std::vector<NodeFit> nodes; ///< those that fit first, the best first; the others by name
    int ties = 0;               ///< how many share the best score: one of them is drawn
    int leftOut = 0;     ///< nodes that were not looked at: enough others fit, or the Pod names its nodes
    std::string message; ///< when no node fits: the scheduler's sentence
    /// When no node fits: where others would make way for it, and which.
    std::string preempts;
    std::vector<std::string> preempted; ///< "namespace/name"

    [[nodiscard]] bool fitsSomewhere() const { return !nodes.empty() && nodes.front().fits; }
};

/// Of a Pod that has not ended, itself: as if it were on no node. Of a Deployment, ReplicaSet or StatefulSet, one more
/// of its Pods. Of anything else, nothing.
///
/// Mirrors   pkg/scheduler/schedule_one.go with the default profile
/// Differs   A Pod that does not exist yet has not met admission: what LimitRanges and priority classes would add
///           to it is unknown, so it makes nobody go.
/// Threads   Pure: ties are not drawn, so equal states give equal answers.
[[nodiscard]] std::optional<Fit> fitOf(const kube::ObjectPtr &object, const Observed &observed);

} // namespace minato::estimates
