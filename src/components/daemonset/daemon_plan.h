// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"
#include "components/daemonset/daemon_pods.h"

#include <expected>
#include <functional>

namespace minato::components {

/// What a pass over a DaemonSet makes and deletes.
///
/// Mirrors   pkg/controller/daemon/daemon_controller.go podsShouldBeOnNode, updateDaemonSetStatus; update.go
///           rollingUpdate
/// Differs   Where a rolling update may choose between Pods, it takes them in the order of their nodes' names;
///           upstream in no order at all.
/// Threads   Pure.
/// Tests     tests/components/tst_daemon_sets.cpp

/// A DaemonSet as a pass sees it. What it is made of must outlive it.
struct DaemonView {
    DaemonView(const kube::Object &set, const std::vector<kube::ObjectPtr> &allNodes,
               std::string templateHash, base::Instant moment);

    [[nodiscard]] std::int64_t minReadySeconds() const;
    [[nodiscard]] bool isAvailable(const kube::Object &pod) const;
    [[nodiscard]] bool isUpdated(const kube::Object &pod) const;

    const kube::Object &daemonSet;
    const std::vector<kube::ObjectPtr> &nodes; ///< by name
    std::string hash;                          ///< of its present template
    base::Instant now;
    std::vector<NodeFit> fits; ///< of the nodes, in their order
};

struct DaemonWork {
    std::vector<std::string> newOnNodes;
    std::vector<std::string> victims; ///< names of Pods
};

/// Asked of a Pod that has ended on this node: whether to delete it now.
using EndedPods = std::function<bool(const kube::Object &pod, const kube::Object &node)>;

/// A Pod for each node that lacks one, none where none belongs, and one only.
[[nodiscard]] DaemonWork manageWork(const DaemonView &view, const PodsByNode &pods, const EndedPods &onEnded);
/// How many Pods a rolling update may add or be without, of so many; never neither.
struct UpdateBounds {
    int surge = 0, unavailable = 0;
    friend bool operator==(const UpdateBounds &, const UpdateBounds &) = default;
};
[[nodiscard]] std::expected<UpdateBounds, std::string> updateBounds(const kube::Object &daemonSet,
                                                                    int desired);
/// What the update strategy allows right now. The error is upstream's words.
[[nodiscard]] std::expected<DaemonWork, std::string> updateWork(const DaemonView &view, PodsByNode pods);

[[nodiscard]] bool allowsSurge(const kube::Object &daemonSet);

struct DaemonCounts {
    int desired = 0, current = 0, misscheduled = 0, ready = 0, updated = 0, available = 0;
};
[[nodiscard]] DaemonCounts countDaemons(const DaemonView &view, const PodsByNode &pods);
/// The status with these counts.
[[nodiscard]] kube::Value daemonSetStatus(const kube::Value &before, const DaemonCounts &counts);
/// Nothing is left to do, as far as its status tells.
[[nodiscard]] bool isDaemonSetRolledOut(const kube::Object &daemonSet);

} // namespace minato::components
