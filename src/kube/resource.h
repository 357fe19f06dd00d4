// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/object.h"

#include <string>
#include <string_view>

namespace minato::kube {

/// What the path of a request names: "apps", "v1", "deployments".
struct GroupVersionResource {
    std::string group, version, resource;

    /// "deployments.apps", or "pods" in the core group: metav1.GroupResource as messages print it.
    [[nodiscard]] std::string groupResource() const
    {
        return group.empty() ? resource : resource + "." + group;
    }
    [[nodiscard]] std::string groupVersion() const { return group.empty() ? version : group + "/" + version; }
    friend auto operator<=>(const GroupVersionResource &, const GroupVersionResource &) = default;
};

/// The types that our own components talk about. What a server really offers comes from discovery.
namespace resources {

inline const GroupVersionResource kNodes{"", "v1", "nodes"};
inline const GroupVersionResource kNamespaces{"", "v1", "namespaces"};
inline const GroupVersionResource kPods{"", "v1", "pods"};
inline const GroupVersionResource kServices{"", "v1", "services"};
inline const GroupVersionResource kEndpoints{"", "v1", "endpoints"};
inline const GroupVersionResource kEvents{"", "v1", "events"};
inline const GroupVersionResource kDeployments{"apps", "v1", "deployments"};
inline const GroupVersionResource kReplicaSets{"apps", "v1", "replicasets"};
inline const GroupVersionResource kEndpointSlices{"discovery.k8s.io", "v1", "endpointslices"};
inline const GroupVersionResource kConfigMaps{"", "v1", "configmaps"};
inline const GroupVersionResource kSecrets{"", "v1", "secrets"};
inline const GroupVersionResource kServiceAccounts{"", "v1", "serviceaccounts"};
inline const GroupVersionResource kResourceQuotas{"", "v1", "resourcequotas"};
inline const GroupVersionResource kLimitRanges{"", "v1", "limitranges"};
inline const GroupVersionResource kPodTemplates{"", "v1", "podtemplates"};
inline const GroupVersionResource kStatefulSets{"apps", "v1", "statefulsets"};
inline const GroupVersionResource kDaemonSets{"apps", "v1", "daemonsets"};
inline const GroupVersionResource kControllerRevisions{"apps", "v1", "controllerrevisions"};
inline const GroupVersionResource kJobs{"batch", "v1", "jobs"};
inline const GroupVersionResource kHorizontalPodAutoscalers{"autoscaling", "v2", "horizontalpodautoscalers"};
inline const GroupVersionResource kPodDisruptionBudgets{"policy", "v1", "poddisruptionbudgets"};
inline const GroupVersionResource kPriorityClasses{"scheduling.k8s.io", "v1", "priorityclasses"};
inline const GroupVersionResource kLeases{"coordination.k8s.io", "v1", "leases"};

/// By plural name, "deployments" or "deployments.apps"; null: not one of the above.
[[nodiscard]] const GroupVersionResource *find(std::string_view name);

} // namespace resources
} // namespace minato::kube
