// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/kubelet/pod_admission.h"

#include "components/common/tolerations.h"

#include <format>

namespace minato::components {
namespace {

PodRefusal shortOf(std::string_view resource, std::int64_t requested, std::int64_t used,
                   std::int64_t capacity)
{
    return {std::format("OutOf{}", resource),
            std::format("Node didn't have enough resource: {}, requested: {}, used: {}, capacity: {}",
                        resource, requested, used, capacity)};
}

} // namespace

std::optional<PodRefusal> refusePod(const kube::Object &pod, const PodRequests &requests,
                                    const NodeRoom &room, const kube::Value &nodeLabels)
{
    if (room.usedPods + 1 > room.pods)
        return shortOf("pods", 1, room.usedPods, room.pods);
    const PodRequests &used = room.used, &all = room.allocatable;
    if (requests.milliCpu > 0 && requests.milliCpu + used.milliCpu > all.milliCpu)
        return shortOf("cpu", requests.milliCpu, used.milliCpu, all.milliCpu);
    if (requests.memory > 0 && requests.memory + used.memory > all.memory)
        return shortOf("memory", requests.memory, used.memory, all.memory);
    for (const kube::Member &label : pod.spec()["nodeSelector"].members()) {
        if (nodeLabels[label.key()] != label.value)
            return PodRefusal{
                "NodeAffinity",
                "Predicate NodeAffinity failed: node(s) didn't match Pod's node affinity/selector"};
    }
    return std::nullopt;
}

std::optional<PodRefusal> refuseUnderMemoryPressure(const kube::Object &pod)
{
    constexpr std::int64_t kSystemCriticalPriority = 2'000'000'000;
    const auto taint =
        kube::Value::map({{"key", "node.kubernetes.io/memory-pressure"}, {"effect", "NoSchedule"}});
    if (pod.status()["qosClass"].asString() != "BestEffort" ||
        pod.spec()["priority"].asInt() >= kSystemCriticalPriority ||
        isTolerated(pod.spec()["tolerations"], taint))
        return std::nullopt;
    return PodRefusal{"Evicted", "The node had condition: [MemoryPressure]. "};
}

} // namespace minato::components
