// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "components/common/tolerations.h"
#include "components/scheduler/framework.h"

namespace minato::components::scheduling {

/// The plugins of the default profile, one file each.
///
/// Mirrors   pkg/scheduler/framework/plugins
extern const FilterPlugin kNodeUnschedulableFilter, kNodeNameFilter, kTaintTolerationFilter,
    kNodeAffinityFilter, kNodePortsFilter, kResourcesFilter, kPodTopologySpreadFilter,
    kInterPodAffinityFilter;
extern const ScorePlugin kTaintTolerationScore, kNodeAffinityScore, kResourcesScore, kPodTopologySpreadScore,
    kInterPodAffinityScore, kBalancedAllocationScore, kImageLocalityScore;

/// A NodeSelectorTerm: matchExpressions and matchFields, all of them; an empty term matches nothing.
[[nodiscard]] bool matchesTerm(const kube::Value &term, const kube::Object &node);
/// The Pod's nodeSelector and required node affinity.
[[nodiscard]] bool matchesNodeAffinity(const kube::Value &podSpec, const kube::Object &node);

/// 0..100 for what would be free with the Pod there, and for how alike the shares of cpu and memory would be.
[[nodiscard]] std::int64_t leastAllocatedScore(const PodInfo &pod, const NodeInfo &node);
[[nodiscard]] std::int64_t balancedScore(const PodInfo &pod, const NodeInfo &node);
/// The sum of (size × share of nodes that have it) of a Pod's images, as a score.
[[nodiscard]] std::int64_t imageScore(std::int64_t sum, int containers);

} // namespace minato::components::scheduling
