// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/scheduler/scheduler_types.h"

#include "base/assert.h"

#include <algorithm>

namespace minato::components::scheduling {
namespace {

void account(PodRequests &sum, const PodRequests &requests, int sign)
{
    sum.milliCpu += sign * requests.milliCpu;
    sum.memory += sign * requests.memory;
    sum.ephemeralStorage += sign * requests.ephemeralStorage;
    sum.nonZeroMilliCpu += sign * requests.nonZeroMilliCpu;
    sum.nonZeroMemory += sign * requests.nonZeroMemory;
    for (const auto &[name, amount] : requests.scalars)
        sum.addScalar(name, sign * amount);
}

} // namespace

bool AffinityTerm::matches(const kube::Object &pod, const kube::Value &namespaceLabels) const
{
    return (std::ranges::binary_search(namespaces, pod.ns()) || namespaceSelector.matches(namespaceLabels)) &&
           selector.matches(pod.labels());
}

void NodeInfo::add(const PlacedPod &pod)
{
    account(requested, pod.info->requests, +1);
    podsWithPorts += !pod.info->hostPorts.empty();
    pods.push_back(&pod);
}

void NodeInfo::remove(const PlacedPod &pod)
{
    const auto it = std::ranges::find(pods, &pod);
    MINATO_ASSERT(it != pods.end());
    account(requested, pod.info->requests, -1);
    podsWithPorts -= !pod.info->hostPorts.empty();
    pods.erase(it);
}

PodRequests readAllocatable(const kube::Object &node)
{
    PodRequests result;
    const auto &allocatable = node.status()["allocatable"];
    result.milliCpu = quantityMilli(allocatable["cpu"]);
    result.memory = quantityValue(allocatable["memory"]);
    result.ephemeralStorage = quantityValue(allocatable["ephemeral-storage"]);
    for (const kube::Member &member : allocatable.members()) {
        if (isScalarResource(member.key()))
            result.addScalar(member.key(), quantityValue(member.value));
    }
    return result;
}

int readMaxPods(const kube::Object &node)
{
    return static_cast<int>(quantityValue(node.status().at("allocatable", "pods")));
}

} // namespace minato::components::scheduling
