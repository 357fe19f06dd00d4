// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/deployment/rollout.h"

#include "components/common/int_or_percent.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace minato::components {
namespace {

int proportion(const ProportionalSet &set, int replicas, int surge, int statusReplicas, int left)
{
    if (set.spec == 0 || left == 0)
        return 0;
    const int fraction = proportionalChange(set, replicas, surge, statusReplicas);
    return left > 0 ? std::min(fraction, left) : std::max(fraction, left);
}

} // namespace

std::expected<Fenceposts, std::string> resolveFenceposts(const kube::Value &maxSurge,
                                                         const kube::Value &maxUnavailable, int desired)
{
    const auto surge = scaledValue(maxSurge, desired, Rounding::Up);
    if (!surge)
        return std::unexpected(surge.error());
    const auto unavailable = scaledValue(maxUnavailable, desired, Rounding::Down);
    if (!unavailable)
        return std::unexpected(unavailable.error());
    // Validation refuses two zeros, but two small percentages may round to them: a rollout must be able to
    // move.
    const bool isStuck = *surge == 0 && *unavailable == 0;
    return Fenceposts{*surge, isStuck ? 1 : *unavailable};
}

Fenceposts rolloutBounds(const kube::Value &deploymentSpec)
{
    const auto &strategy = deploymentSpec["strategy"];
    if (strategy["type"].asString("RollingUpdate") != "RollingUpdate")
        return {};
    const int desired = static_cast<int>(deploymentSpec["replicas"].asInt(1));
    const auto &rolling = strategy["rollingUpdate"];
    auto bounds =
        resolveFenceposts(rolling["maxSurge"], rolling["maxUnavailable"], desired).value_or(Fenceposts());
    bounds.unavailable = std::min(bounds.unavailable, desired);
    return bounds;
}

int newReplicaSetSize(bool isRolling, int desired, int surge, int total, int current)
{
    if (!isRolling)
        return desired;
    const int mostInTotal = desired + surge;
    return total >= mostInTotal ? current : current + std::min(mostInTotal - total, desired - current);
}

int reconcileNewSize(int desired, int surge, int total, int current)
{
    return current > desired ? desired : newReplicaSetSize(true, desired, surge, total, current);
}

std::vector<int> cleanUpUnhealthy(std::span<const SetNumbers> oldSets, int most)
{
    std::vector<int> sizes;
    for (const SetNumbers &set : oldSets) {
        const int unhealthy = std::clamp(set.spec - set.available, 0, std::max(most, 0));
        most -= unhealthy;
        sizes.push_back(set.spec - unhealthy);
    }
    return sizes;
}

std::vector<int> scaleDownOld(std::span<const SetNumbers> oldSets, int totalAvailable, int minAvailable)
{
    int budget = std::max(0, totalAvailable - minAvailable);
    std::vector<int> sizes;
    for (const SetNumbers &set : oldSets) {
        const int removed = std::min(set.spec, budget);
        budget -= removed;
        sizes.push_back(set.spec - removed);
    }
    return sizes;
}

OldSizes reconcileOldSizes(std::span<const SetNumbers> oldSets, SetNumbers newSet, int desired,
                           int maxUnavailable)
{
    std::vector<SetNumbers> sets(oldSets.begin(), oldSets.end());
    std::vector<int> sizes;
    int total = newSet.spec, available = newSet.available, oldTotal = 0;
    for (const SetNumbers &set : sets) {
        oldTotal += set.spec;
        available += set.available;
        sizes.push_back(set.spec);
    }
    total += oldTotal;
    const int minAvailable = desired - maxUnavailable;
    const int mostScaledDown = total - minAvailable - (newSet.spec - newSet.available);
    if (oldTotal == 0 || mostScaledDown <= 0)
        return {sizes, sizes};
    sizes = cleanUpUnhealthy(sets, mostScaledDown);
    for (std::size_t i = 0; i < sets.size(); ++i)
        sets[i].spec = sizes[i];
    auto last = scaleDownOld(sets, available, minAvailable);
    return {std::move(sizes), std::move(last)};
}

int proportionalChange(const ProportionalSet &set, int replicas, int surge, int statusReplicas)
{
    if (replicas == 0)
        return -set.spec;
    const int maximum = set.annotatedMax > 0 ? set.annotatedMax : statusReplicas;
    if (maximum <= 0)
        return 0;
    return static_cast<int>(std::lround(double(set.spec) * (replicas + surge) / maximum)) - set.spec;
}

std::vector<std::size_t> proportionalOrder(std::span<const ProportionalSet> sets, int toAdd)
{
    std::vector<std::size_t> order(sets.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    if (toAdd == 0)
        return order;
    std::ranges::sort(order, [&](std::size_t i, std::size_t j) {
        const ProportionalSet &a = sets[i], &b = sets[j];
        if (a.spec != b.spec)
            return a.spec > b.spec;
        const bool isOlder = std::tie(a.created, a.name) < std::tie(b.created, b.name);
        return toAdd > 0 ? !isOlder : isOlder;
    });
    return order;
}

std::vector<int> proportionalSizes(std::span<const ProportionalSet> sets, int replicas, int surge,
                                   int statusReplicas)
{
    int total = 0;
    for (const ProportionalSet &set : sets)
        total += set.spec;
    const int toAdd = (replicas > 0 ? replicas + surge : 0) - total;
    std::vector<int> sizes(sets.size());
    const auto order = proportionalOrder(sets, toAdd);
    int added = 0;
    for (const std::size_t i : order) {
        const int share = proportion(sets[i], replicas, surge, statusReplicas, toAdd - added);
        sizes[i] = sets[i].spec + share;
        added += share;
    }
    if (!order.empty())
        sizes[order.front()] = std::max(0, sizes[order.front()] + toAdd - added);
    return sizes;
}

} // namespace minato::components
