// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "components/scheduler/scheduler_types.h"
#include "components/scheduler/spread_counters.h"

namespace minato::components::scheduling {

/// The arithmetic of the score plugins, each 0..100.
///
/// Mirrors   pkg/scheduler/framework/plugins: noderesources (least_allocated, balanced_allocation), podtopologyspread,
///           tainttoleration, nodeaffinity, imagelocality
/// Threads   Pure.
/// Tests     tests/components/tst_scheduler_scores.cpp

[[nodiscard]] std::int64_t leastAllocatedScore(const PodInfo &pod, const NodeInfo &node);
[[nodiscard]] std::int64_t balancedScore(const PodInfo &pod, const NodeInfo &node);
/// Not rounded: the sum over constraints of count × ln(size + 2) + maxSkew - 1 is.
[[nodiscard]] double spreadTerm(int count, int maxSkew, int topologySize);
/// raw → 0..100, the emptier the better.
void normaliseSpread(std::span<std::int64_t> scores);
/// raw → 0..100 by the largest; reversed: few is good.
void normaliseByMax(std::span<std::int64_t> scores, bool reversed);
/// The sum of (size × share of nodes that have it) of a Pod's images, as a score.
[[nodiscard]] std::int64_t imageScore(std::int64_t sum, int containers);

/// What plugins may look at beyond one node.
struct ScoreState {
    const PodInfo &pod;
    std::span<const NodeInfo> nodes;         ///< all slots
    std::span<const std::size_t> feasible;   ///< slots that passed the filters
    const SpreadCounters &counters;
    std::span<const int> nodesWithImage;     ///< by ImageId
    int nodeCount = 0;
};

struct ScorePlugin {
    std::string_view name;
    int weight;
    /// Fills one normalised score a feasible node; false: the plugin has nothing to say (skipped, all 0).
    bool (*score)(const ScoreState &state, std::span<std::int64_t> scores);
};

inline constexpr std::size_t kScorePluginCount = 6;
/// In the order and with the weights of the default profile.
[[nodiscard]] std::span<const ScorePlugin, kScorePluginCount> scorePlugins();

/// How many feasible nodes are enough.
[[nodiscard]] int feasibleNodesToFind(int nodeCount);

} // namespace minato::components::scheduling
