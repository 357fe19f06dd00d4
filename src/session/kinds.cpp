// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/kinds.h"

#include <algorithm>
#include <array>

namespace minato::session {
namespace {

using namespace kube::resources;

struct Row {
    std::string_view kind;
    const kube::GroupVersionResource *resource;
    bool isNamespaced = true;
};

constexpr std::array kRows{
    Row{"ConfigMap", &kConfigMaps},
    Row{"ControllerRevision", &kControllerRevisions},
    Row{"DaemonSet", &kDaemonSets},
    Row{"Deployment", &kDeployments},
    Row{"EndpointSlice", &kEndpointSlices},
    Row{"Endpoints", &kEndpoints},
    Row{"Event", &kEvents},
    Row{"HorizontalPodAutoscaler", &kHorizontalPodAutoscalers},
    Row{"Job", &kJobs},
    Row{"Lease", &kLeases},
    Row{"LimitRange", &kLimitRanges},
    Row{"Namespace", &kNamespaces, false},
    Row{"Node", &kNodes, false},
    Row{"Pod", &kPods},
    Row{"PodDisruptionBudget", &kPodDisruptionBudgets},
    Row{"PodTemplate", &kPodTemplates},
    Row{"PriorityClass", &kPriorityClasses, false},
    Row{"ReplicaSet", &kReplicaSets},
    Row{"ResourceQuota", &kResourceQuotas},
    Row{"Secret", &kSecrets},
    Row{"Service", &kServices},
    Row{"ServiceAccount", &kServiceAccounts},
    Row{"StatefulSet", &kStatefulSets},
};

} // namespace

std::optional<KindPlace> placeOf(std::string_view kind)
{
    const auto row = std::ranges::find(kRows, kind, &Row::kind);
    if (row == kRows.end())
        return std::nullopt;
    return KindPlace{*row->resource, row->isNamespaced};
}

std::optional<KindPlace> placeOf(std::string_view apiVersion, std::string_view kind)
{
    auto place = placeOf(kind);
    if (!place)
        return std::nullopt;
    const auto slash = apiVersion.find('/');
    const std::string_view group = slash == std::string_view::npos ? "" : apiVersion.substr(0, slash);
    if (group != place->resource.group)
        return std::nullopt;
    place->resource.version = apiVersion.substr(slash == std::string_view::npos ? 0 : slash + 1);
    return place;
}

std::string_view kindOf(std::string_view resource)
{
    const auto row =
        std::ranges::find_if(kRows, [&](const Row &each) { return each.resource->resource == resource; });
    return row == kRows.end() ? std::string_view() : row->kind;
}

} // namespace minato::session
