// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/scheduler/plugins/plugins.h"

#include <algorithm>
#include <cmath>
#include <format>

namespace minato::components::scheduling {
namespace {

bool asksForNothing(const PodRequests &requests)
{
    return requests.milliCpu == 0 && requests.memory == 0 && requests.ephemeralStorage == 0 &&
           requests.scalars.empty();
}

/// What is scarce on a node of that size when so much is taken.
Rejection fit(const PodRequests &wanted, const PodRequests &allocatable, int maxPods,
              const PodRequests &taken, std::size_t pods)
{
    Rejection rejection;
    rejection.isResolvable = true;
    if (static_cast<int>(pods) + 1 > maxPods)
        rejection.reasons.emplace_back("Too many pods");
    if (asksForNothing(wanted))
        return rejection;
    const auto check = [&](std::string_view name, std::int64_t request, std::int64_t used,
                           std::int64_t whole) {
        if (request == 0 || request <= whole - used)
            return;
        rejection.reasons.push_back(std::format("Insufficient {}", name));
        // More than the whole node has: no eviction makes room for it.
        if (request > whole)
            rejection.isResolvable = false;
    };
    check("cpu", wanted.milliCpu, taken.milliCpu, allocatable.milliCpu);
    check("memory", wanted.memory, taken.memory, allocatable.memory);
    check("ephemeral-storage", wanted.ephemeralStorage, taken.ephemeralStorage, allocatable.ephemeralStorage);
    for (const auto &[name, amount] : wanted.scalars)
        check(name, amount, taken.scalar(name), allocatable.scalar(name));
    return rejection;
}

Rejection filter(const CycleState &state, const NodeInfo &node)
{
    return fit(state.pod.requests, node.allocatable, node.maxPods, node.requested, node.pods.size());
}

/// True when the node offers more than before of something that the Pod asks for.
bool hasGrown(const PodRequests &wanted, const kube::Object &before, const kube::Object &now)
{
    if (readMaxPods(now) > readMaxPods(before))
        return true;
    const PodRequests was = readAllocatable(before), is = readAllocatable(now);
    return (wanted.milliCpu > 0 && is.milliCpu > was.milliCpu) ||
           (wanted.memory > 0 && is.memory > was.memory) ||
           (wanted.ephemeralStorage > 0 && is.ephemeralStorage > was.ephemeralStorage) ||
           std::ranges::any_of(wanted.scalars, [&](const auto &scalar) {
               return scalar.second > 0 && is.scalar(scalar.first) > was.scalar(scalar.first);
           });
}

/// True when a Pod that became smaller gave back something that this one asks for.
bool hasShrunk(const PodRequests &wanted, const kube::Object &before, const kube::Object &now)
{
    const PodRequests was = podRequests(before.spec()), is = podRequests(now.spec());
    return (wanted.milliCpu > 0 && is.milliCpu < was.milliCpu) ||
           (wanted.memory > 0 && is.memory < was.memory) ||
           (wanted.ephemeralStorage > 0 && is.ephemeralStorage < was.ephemeralStorage) ||
           std::ranges::any_of(wanted.scalars, [&](const auto &scalar) {
               return scalar.second > 0 && is.scalar(scalar.first) < was.scalar(scalar.first);
           });
}

bool mayHelp(const PodInfo &waiting, const ClusterEvent &event)
{
    using Kind = ClusterEvent::Kind;
    switch (event.kind) {
    case Kind::PodGone:
        return !event.before->spec()["nodeName"].isEmpty() ||
               !event.before->status()["nominatedNodeName"].isEmpty();
    case Kind::PodScaledDown:
        return event.now->uid() == waiting.object->uid() ||
               (!event.now->spec()["nodeName"].isEmpty() &&
                hasShrunk(waiting.requests, *event.before, *event.now));
    case Kind::NodeAdded:
    case Kind::NodeAllocatable:
        return !fit(waiting.requests, readAllocatable(*event.now), readMaxPods(*event.now), {}, 0) &&
               (!event.before || hasGrown(waiting.requests, *event.before, *event.now));
    default:
        return false;
    }
}

std::int64_t freeShare(std::int64_t requested, std::int64_t allocatable)
{
    return requested > allocatable ? 0 : (allocatable - requested) * kMaxScore / allocatable;
}

double usedFraction(std::int64_t requested, std::int64_t allocatable)
{
    return std::min(1.0, static_cast<double>(requested) / static_cast<double>(allocatable));
}

bool scoreLeastAllocated(const ScoreState &state, std::span<std::int64_t> scores)
{
    for (std::size_t i = 0; i < scores.size(); ++i)
        scores[i] = leastAllocatedScore(state.pod, state.node(i));
    return true;
}

bool scoreBalanced(const ScoreState &state, std::span<std::int64_t> scores)
{
    if (state.pod.requests.milliCpu == 0 && state.pod.requests.memory == 0)
        return false;
    for (std::size_t i = 0; i < scores.size(); ++i)
        scores[i] = balancedScore(state.pod, state.node(i));
    return true;
}

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
    add(node.requested.nonZeroMilliCpu + pod.scored.nonZeroMilliCpu, node.allocatable.milliCpu);
    add(node.requested.nonZeroMemory + pod.scored.nonZeroMemory, node.allocatable.memory);
    return resources == 0 ? 0 : sum / resources;
}

std::int64_t balancedScore(const PodInfo &pod, const NodeInfo &node)
{
    // With fewer than two resources nothing is out of balance.
    if (node.allocatable.milliCpu == 0 || node.allocatable.memory == 0)
        return kMaxScore;
    const double cpu =
        usedFraction(node.requested.milliCpu + pod.requests.milliCpu, node.allocatable.milliCpu);
    const double memory = usedFraction(node.requested.memory + pod.requests.memory, node.allocatable.memory);
    return static_cast<std::int64_t>((1 - std::abs((cpu - memory) / 2)) * kMaxScore);
}

const FilterPlugin kResourcesFilter{"NodeResourcesFit", nullptr, filter, nullptr, mayHelp};
const ScorePlugin kResourcesScore{"NodeResourcesFit", 1, scoreLeastAllocated};
const ScorePlugin kBalancedAllocationScore{"NodeResourcesBalancedAllocation", 1, scoreBalanced};

} // namespace minato::components::scheduling
