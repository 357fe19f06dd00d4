// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "components/scheduler/scheduler_types.h"

namespace minato::components::scheduling {

/// Why a node cannot take a Pod.
struct Rejection {
    std::vector<std::string> reasons; ///< empty: it can
    bool isResolvable = false;        ///< evicting Pods might help
    std::size_t plugin = 0;           ///< index into filterPlugins()

    explicit operator bool() const { return !reasons.empty(); }
};

/// One filter: gives the reasons against a node. The first plugin that has any speaks for the node.
struct FilterPlugin {
    std::string_view name;
    Rejection (*check)(const PodInfo &pod, const NodeInfo &node);
};

/// In the order of the default profile.
///
/// Mirrors   pkg/scheduler/framework/plugins: nodeunschedulable, nodename, tainttoleration, nodeaffinity, noderesources
/// Differs   NodePorts, volumes, topology spread as a filter and Pod affinity are not modelled yet.
[[nodiscard]] std::span<const FilterPlugin> filterPlugins();

[[nodiscard]] Rejection filterNode(const PodInfo &pod, const NodeInfo &node);

/// True when one of the Pod's tolerations covers the taint.
[[nodiscard]] bool isTolerated(const kube::Value &tolerations, const kube::Value &taint);

/// A NodeSelectorTerm: matchExpressions and matchFields, all of them; an empty term matches nothing.
[[nodiscard]] bool matchesTerm(const kube::Value &term, const NodeInfo &node);

} // namespace minato::components::scheduling
