// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/object.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace minato::components {

/// The Pods of a DaemonSet, one for each node that is meant.
///
/// Mirrors   pkg/controller/daemon/util/daemonset_util.go; NodeShouldRunDaemonPod of daemon_controller.go
/// Threads   Pure.

inline constexpr std::string_view kTemplateHash = "controller-revision-hash";
inline constexpr std::string_view kTemplateGeneration = "pod-template-generation";

/// What a DaemonSet's Pods may do on a node.
struct NodeFit {
    bool mayStart = false, mayStay = false;
    friend bool operator==(const NodeFit &, const NodeFit &) = default;
};
/// Asked of many nodes.
class Placement {
public:
    explicit Placement(const kube::Object &daemonSet);
    [[nodiscard]] NodeFit fit(const kube::Object &node) const;

private:
    kube::Value m_spec; ///< of its Pods
};

/// Such a Pod stays on a node in trouble, and on one that is cordoned.
void addDaemonTolerations(kube::Value &podSpec);
/// The Pod for a node: which one is said by its node affinity, so that the scheduler binds it.
[[nodiscard]] kube::Value daemonPod(const kube::Object &daemonSet, std::string_view hash,
                                    std::string_view node);

/// The node that a Pod is on or meant for; empty: it does not say.
[[nodiscard]] std::string_view targetNode(const kube::Object &pod);
/// It is of the template with this hash.
[[nodiscard]] bool isDaemonPodUpdated(const kube::Object &daemonSet, const kube::Object &pod,
                                      std::string_view hash);

/// By the node that they are on or meant for.
using PodsByNode = std::map<std::string, std::vector<kube::ObjectPtr>, std::less<>>;
[[nodiscard]] PodsByNode podsByNode(const std::vector<kube::ObjectPtr> &pods);
/// Ended and being deleted: nothing more to do with it.
[[nodiscard]] bool isAlreadyLeaving(const kube::Object &pod);

/// Those on a node first, then by age, then by name.
void sortOldestFirst(std::vector<kube::ObjectPtr> &pods);

} // namespace minato::components
