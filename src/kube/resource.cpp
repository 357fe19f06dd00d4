// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/resource.h"

#include <array>

namespace minato::kube::resources {

const GroupVersionResource *find(std::string_view name)
{
    static constexpr std::array kAll{
        &kNodes,
        &kNamespaces,
        &kPods,
        &kServices,
        &kEndpoints,
        &kEvents,
        &kDeployments,
        &kReplicaSets,
        &kEndpointSlices,
        &kConfigMaps,
        &kSecrets,
        &kServiceAccounts,
        &kResourceQuotas,
        &kLimitRanges,
        &kPodTemplates,
        &kStatefulSets,
        &kDaemonSets,
        &kControllerRevisions,
        &kJobs,
        &kHorizontalPodAutoscalers,
        &kPodDisruptionBudgets,
        &kPriorityClasses,
        &kLeases,
    };
    for (const GroupVersionResource *resource : kAll) {
        if (resource->resource == name || resource->groupResource() == name)
            return resource;
    }
    return nullptr;
}

} // namespace minato::kube::resources
