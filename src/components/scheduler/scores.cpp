// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/scheduler/scores.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "components/scheduler/filters.h"

namespace minato::components::scheduling {
namespace {

constexpr std::int64_t kMiB = 1024 * 1024;
constexpr std::int64_t kMinImage = 23 * kMiB;
constexpr std::int64_t kMaxImagePerContainer = 1000 * kMiB;
constexpr int kEnoughNodes = 100;

std::int64_t freeShare(std::int64_t requested, std::int64_t allocatable)
{
    if (allocatable == 0 || requested > allocatable)
        return 0;
    return (allocatable - requested) * kMaxScore / allocatable;
}

double usedFraction(std::int64_t requested, std::int64_t allocatable)
{
    return std::min(1.0, static_cast<double>(requested) / static_cast<double>(allocatable));
}

bool scoreTaints(const ScoreState &state, std::span<std::int64_t> scores)
{
    const auto &tolerations = state.pod.spec()["tolerations"];
    for (std::size_t i = 0; i < state.feasible.size(); ++i) {
        for (const kube::Value &taint : state.nodes[state.feasible[i]].taints().items())
            scores[i] += taint["effect"].asString() == "PreferNoSchedule" && !isTolerated(tolerations, taint);
    }
    normaliseByMax(scores, true);
    return true;
}

bool scoreAffinity(const ScoreState &state, std::span<std::int64_t> scores)
{
    const auto &preferred =
        state.pod.spec().at("affinity", "nodeAffinity", "preferredDuringSchedulingIgnoredDuringExecution");
    if (preferred.isEmpty())
        return false;
    for (std::size_t i = 0; i < state.feasible.size(); ++i) {
        for (const kube::Value &term : preferred.items()) {
            if (matchesTerm(term["preference"], state.nodes[state.feasible[i]]))
                scores[i] += term["weight"].asInt();
        }
    }
    normaliseByMax(scores, false);
    return true;
}

bool scoreLeastAllocated(const ScoreState &state, std::span<std::int64_t> scores)
{
    for (std::size_t i = 0; i < state.feasible.size(); ++i)
        scores[i] = leastAllocatedScore(state.pod, state.nodes[state.feasible[i]]);
    return true;
}

bool scoreBalanced(const ScoreState &state, std::span<std::int64_t> scores)
{
    if (state.pod.requests.milliCpu == 0 && state.pod.requests.memory == 0)
        return false;
    for (std::size_t i = 0; i < state.feasible.size(); ++i)
        scores[i] = balancedScore(state.pod, state.nodes[state.feasible[i]]);
    return true;
}

/// The topology value of a node without building a string for the two common keys.
std::string_view topologyValue(const NodeInfo &node, std::string_view key)
{
    return key == kZoneLabel ? std::string_view(node.zone) : node.labels()[key].asString();
}

void addHostnameTerms(const ScoreState &state, const SpreadConstraint &constraint, int size, std::span<double> raws)
{
    for (std::size_t i = 0; i < state.feasible.size(); ++i) {
        const std::size_t node = state.feasible[i];
        if (state.nodes[node].labels().contains(kHostnameLabel))
            raws[i] += spreadTerm(state.counters.onNode(constraint.counter, node), constraint.maxSkew, size);
    }
}

void addDomainTerms(const ScoreState &state, const SpreadConstraint &constraint, std::span<double> raws)
{
    std::map<std::string_view, int> domains;
    for (const std::size_t node : state.feasible) {
        if (const auto value = topologyValue(state.nodes[node], constraint.topologyKey); !value.empty())
            domains.emplace(value, 0);
    }
    if (domains.empty())
        return;
    for (std::size_t node = 0; node < state.nodes.size(); ++node) {
        if (!state.nodes[node].object)
            continue;
        const auto it = domains.find(topologyValue(state.nodes[node], constraint.topologyKey));
        if (it != domains.end())
            it->second += state.counters.onNode(constraint.counter, node);
    }
    const int size = static_cast<int>(domains.size());
    for (std::size_t i = 0; i < state.feasible.size(); ++i) {
        const auto it = domains.find(topologyValue(state.nodes[state.feasible[i]], constraint.topologyKey));
        if (it != domains.end())
            raws[i] += spreadTerm(it->second, constraint.maxSkew, size);
    }
}

bool scoreSpread(const ScoreState &state, std::span<std::int64_t> scores)
{
    if (state.pod.spread.empty())
        return false;
    std::vector<double> raws(scores.size());
    for (const SpreadConstraint &constraint : state.pod.spread) {
        if (constraint.topologyKey == kHostnameLabel)
            addHostnameTerms(state, constraint, static_cast<int>(state.feasible.size()), raws);
        else
            addDomainTerms(state, constraint, raws);
    }
    std::ranges::transform(raws, scores.begin(), [](double raw) { return std::llround(raw); });
    normaliseSpread(scores);
    return true;
}

bool scoreImages(const ScoreState &state, std::span<std::int64_t> scores)
{
    for (std::size_t i = 0; i < state.feasible.size(); ++i) {
        const NodeInfo &node = state.nodes[state.feasible[i]];
        std::int64_t sum = 0;
        for (const ImageId image : state.pod.images) {
            const auto it = std::ranges::lower_bound(node.images, image, {}, &std::pair<ImageId, std::int64_t>::first);
            if (it == node.images.end() || it->first != image)
                continue;
            const double share = double(state.nodesWithImage[static_cast<std::size_t>(image)]) / state.nodeCount;
            sum += static_cast<std::int64_t>(static_cast<double>(it->second) * share);
        }
        scores[i] = imageScore(sum, state.pod.containers);
    }
    return true;
}

constexpr std::array<ScorePlugin, kScorePluginCount> kPlugins{{{"TaintToleration", 3, scoreTaints},
                                                               {"NodeAffinity", 2, scoreAffinity},
                                                               {"NodeResourcesFit", 1, scoreLeastAllocated},
                                                               {"PodTopologySpread", 2, scoreSpread},
                                                               {"NodeResourcesBalancedAllocation", 1, scoreBalanced},
                                                               {"ImageLocality", 1, scoreImages}}};

} // namespace

std::int64_t leastAllocatedScore(const PodInfo &pod, const NodeInfo &node)
{
    std::int64_t sum = 0, resources = 0;
    const auto add = [&](std::int64_t requested, std::int64_t allocatable) {
        if (allocatable == 0)
            return;
        sum += freeShare(requested, allocatable);
        ++resources;
    };
    add(node.requested.nonZeroMilliCpu + pod.requests.nonZeroMilliCpu, node.milliCpu);
    add(node.requested.nonZeroMemory + pod.requests.nonZeroMemory, node.memory);
    return resources == 0 ? 0 : sum / resources;
}

std::int64_t balancedScore(const PodInfo &pod, const NodeInfo &node)
{
    if (node.milliCpu == 0 || node.memory == 0)
        return kMaxScore;
    const double cpu = usedFraction(node.requested.milliCpu + pod.requests.milliCpu, node.milliCpu);
    const double memory = usedFraction(node.requested.memory + pod.requests.memory, node.memory);
    return static_cast<std::int64_t>((1 - std::abs(cpu - memory) / 2) * kMaxScore);
}

double spreadTerm(int count, int maxSkew, int topologySize)
{
    return count * std::log(topologySize + 2) + (maxSkew - 1);
}

void normaliseSpread(std::span<std::int64_t> scores)
{
    if (scores.empty())
        return;
    const auto [low, high] = std::ranges::minmax(scores);
    for (std::int64_t &score : scores)
        score = high == 0 ? kMaxScore : kMaxScore * (high + low - score) / high;
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

std::int64_t imageScore(std::int64_t sum, int containers)
{
    const std::int64_t most = kMaxImagePerContainer * containers;
    if (most <= kMinImage)
        return 0;
    return kMaxScore * (std::clamp(sum, kMinImage, most) - kMinImage) / (most - kMinImage);
}

std::span<const ScorePlugin, kScorePluginCount> scorePlugins()
{
    return kPlugins;
}

int feasibleNodesToFind(int nodeCount)
{
    if (nodeCount < kEnoughNodes)
        return nodeCount;
    const int percent = std::max(5, 50 - nodeCount / 125);
    return std::max(kEnoughNodes, nodeCount * percent / 100);
}

} // namespace minato::components::scheduling
