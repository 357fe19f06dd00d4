// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/scheduler/framework.h"

#include "components/scheduler/plugins/plugins.h"

#include <algorithm>
#include <format>

namespace minato::components::scheduling {
namespace {

constexpr int kEnoughNodes = 100;
constexpr int kLeastPercentage = 5;

constexpr std::array<const FilterPlugin *, kFilterPluginCount> kFilters{
    &kNodeUnschedulableFilter, &kNodeNameFilter,  &kTaintTolerationFilter,   &kNodeAffinityFilter,
    &kNodePortsFilter,         &kResourcesFilter, &kPodTopologySpreadFilter, &kInterPodAffinityFilter};

} // namespace

Rejection resolvable(std::string reason)
{
    return {{std::move(reason)}, true, 0};
}

Rejection unresolvable(std::string reason)
{
    return {{std::move(reason)}, false, 0};
}

std::span<const FilterPlugin, kFilterPluginCount> filterPlugins()
{
    static const std::array<FilterPlugin, kFilterPluginCount> plugins = [] {
        std::array<FilterPlugin, kFilterPluginCount> all{};
        std::ranges::transform(kFilters, all.begin(), [](const FilterPlugin *plugin) { return *plugin; });
        return all;
    }();
    return plugins;
}

std::span<const ScorePlugin, kScorePluginCount> scorePlugins()
{
    static const std::array<ScorePlugin, kScorePluginCount> plugins{
        kTaintTolerationScore,  kNodeAffinityScore,       kResourcesScore,    kPodTopologySpreadScore,
        kInterPodAffinityScore, kBalancedAllocationScore, kImageLocalityScore};
    return plugins;
}

const FilterPlugin *findFilterPlugin(std::string_view name)
{
    const auto it = std::ranges::find(filterPlugins(), name, &FilterPlugin::name);
    return it == filterPlugins().end() ? nullptr : &*it;
}

PrepareResult prepareFilters(CycleState &state)
{
    PrepareResult result;
    for (std::size_t i = 0; i < kFilterPluginCount; ++i) {
        const FilterPlugin &plugin = filterPlugins()[i];
        if (!plugin.prepare)
            continue;
        const bool hadNodes = state.onlyOnNodes.has_value();
        const auto outcome = plugin.prepare(state, result.reason);
        state.skipped[i] = outcome == FilterPlugin::Before::Skip;
        if (outcome == FilterPlugin::Before::Reject) {
            result.plugins = {plugin.name};
            return result;
        }
        if (state.onlyOnNodes && !hadNodes)
            result.plugins.push_back(plugin.name);
    }
    return result;
}

Rejection runFilters(const CycleState &state, const NodeInfo &node)
{
    for (std::size_t i = 0; i < kFilterPluginCount; ++i) {
        if (state.skipped[i])
            continue;
        if (auto rejection = filterPlugins()[i].filter(state, node); rejection) {
            rejection.plugin = i;
            return rejection;
        }
    }
    return {};
}

void updateFilters(CycleState &state, const PlacedPod &pod, const NodeInfo &node, int delta)
{
    for (std::size_t i = 0; i < kFilterPluginCount; ++i) {
        if (!state.skipped[i] && filterPlugins()[i].update)
            filterPlugins()[i].update(state, pod, node, delta);
    }
}

Rejection runFilters(const CycleState &state, const NodeInfo &node, const NominatedPods &nominated)
{
    std::vector<const PlacedPod *> others;
    for (const PlacedPod &other : nominated.on(node.name)) {
        if (other.info->priority >= state.pod.priority && other.object->uid() != state.pod.object->uid())
            others.push_back(&other);
    }
    if (!others.empty()) {
        CycleState crowded = state;
        NodeInfo crowdedNode = node;
        for (const PlacedPod *other : others) {
            crowdedNode.add(*other);
            updateFilters(crowded, *other, crowdedNode, +1);
        }
        if (auto rejection = runFilters(crowded, crowdedNode); rejection)
            return rejection;
    }
    return runFilters(state, node);
}

void normaliseByMax(std::span<std::int64_t> scores, bool reversed)
{
    const std::int64_t high = scores.empty() ? 0 : std::ranges::max(scores);
    for (std::int64_t &score : scores) {
        if (high != 0)
            score = kMaxScore * score / high;
        if (reversed)
            score = kMaxScore - score;
    }
}

int feasibleNodesToFind(int nodeCount, int percentageOfNodesToScore)
{
    if (nodeCount < kEnoughNodes)
        return nodeCount;
    const int percent = percentageOfNodesToScore != 0 ? percentageOfNodesToScore
                                                      : std::max(kLeastPercentage, 50 - nodeCount / 125);
    return std::max(kEnoughNodes, nodeCount * percent / 100);
}

} // namespace minato::components::scheduling
