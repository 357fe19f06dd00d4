// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/patch.h"

#include <algorithm>
#include <array>

namespace minato::kube {
namespace {

/// How much of the path must agree for a rule to hold.
enum class Scope : std::uint8_t { Last, LastTwo, Whole };

struct Rule {
    std::string_view path;
    Scope scope;
    std::string_view mergeKey;
};

/// The patchStrategy and patchMergeKey tags of k8s.io/api at kMirroredVersion, beta and later kinds.
constexpr std::array kRules{
    Rule{"allocatedResourcesStatus", Scope::Last, "name"},
    Rule{"conditions", Scope::Whole, "type"},
    Rule{"containers", Scope::Last, "name"},
    Rule{"containers.ports", Scope::LastTwo, "containerPort"},
    Rule{"drivers", Scope::Last, "name"},
    Rule{"env", Scope::Last, "name"},
    Rule{"ephemeralContainers", Scope::Last, "name"},
    Rule{"ephemeralContainers.ports", Scope::LastTwo, "containerPort"},
    Rule{"hostAliases", Scope::Last, "ip"},
    Rule{"hostIPs", Scope::Last, "ip"},
    Rule{"initContainers", Scope::Last, "name"},
    Rule{"initContainers.ports", Scope::LastTwo, "containerPort"},
    Rule{"matchConditions", Scope::Last, "name"},
    Rule{"metadata.finalizers", Scope::LastTwo, ""},
    Rule{"ownerReferences", Scope::Last, "uid"},
    Rule{"podCIDRs", Scope::Last, ""},
    Rule{"podIPs", Scope::Last, "ip"},
    Rule{"reservedFor", Scope::Last, "uid"},
    Rule{"resourceClaimStatuses", Scope::Last, "name"},
    Rule{"resourceClaims", Scope::Last, "name"},
    Rule{"schedulingGates", Scope::Last, "name"},
    Rule{"secrets", Scope::Whole, "name"},                 // of a ServiceAccount
    Rule{"spec.imagePullSecrets", Scope::LastTwo, "name"}, // those of a ServiceAccount are replaced
    Rule{"spec.ports", Scope::Whole, "port"},              // of a Service
    Rule{"spec.variables", Scope::Whole, "name"},
    Rule{"status.addresses", Scope::Whole, "type"}, // of a Node
    Rule{"status.conditions", Scope::LastTwo, "type"},
    Rule{"topologySpreadConstraints", Scope::Last, "topologyKey"},
    Rule{"volumeDevices", Scope::Last, "devicePath"},
    Rule{"volumeMounts", Scope::Last, "mountPath"},
    Rule{"volumes", Scope::Last, "name"},
    Rule{"webhooks", Scope::Last, "name"},
};

/// The last `count` keys of a path.
std::string_view tail(std::string_view path, int count)
{
    std::size_t dot = path.size();
    while (count-- > 0 && dot != std::string_view::npos)
        dot = dot == 0 ? std::string_view::npos : path.rfind('.', dot - 1);
    return dot == std::string_view::npos ? path : path.substr(dot + 1);
}

} // namespace

ListMerge builtInListMerge(std::string_view path)
{
    const std::string_view last = tail(path, 1), lastTwo = tail(path, 2);
    const auto rule = std::ranges::find_if(kRules, [&](const Rule &r) {
        return r.path == (r.scope == Scope::Last ? last : r.scope == Scope::LastTwo ? lastTwo : path);
    });
    return rule == kRules.end() ? ListMerge{} : ListMerge{rule->mergeKey, false};
}

} // namespace minato::kube
