// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/quota_usage.h"

#include <algorithm>
#include <array>

namespace minato::kube {
namespace {

using namespace resources;

constexpr std::array<std::string_view, 3> kComputed{"cpu", "memory", "ephemeral-storage"};
/// Kinds that also count under their plain name.
constexpr std::array<std::string_view, 5> kPlainCounts{"configmaps", "resourcequotas", "secrets", "services",
                                                       "pods"};

std::string countName(const GroupVersionResource &resource)
{
    return "count/" + resource.groupResource();
}

bool isForPods(std::string_view name)
{
    for (const std::string_view prefix : {"requests.", "limits."}) {
        if (name.starts_with(prefix))
            return std::ranges::contains(kComputed, name.substr(prefix.size())) ||
                   name.starts_with("requests.hugepages-");
    }
    return std::ranges::contains(kComputed, name) || name.starts_with("hugepages-");
}

bool isForServices(std::string_view name)
{
    return name == "services.nodeports" || name == "services.loadbalancers";
}

bool isForObject(const GroupVersionResource &resource, std::string_view name)
{
    if (name == countName(resource))
        return true;
    if (!resource.group.empty())
        return false;
    return (name == resource.resource && std::ranges::contains(kPlainCounts, name)) ||
           (resource.resource == "pods" && isForPods(name)) ||
           (resource.resource == "services" && isForServices(name));
}

/// It has ended, or should have by now.
bool isOver(const Value &pod, base::Instant now)
{
    const std::string_view phase = pod["status"]["phase"].asString();
    if (phase == "Failed" || phase == "Succeeded")
        return true;
    const Value &metadata = pod["metadata"];
    const auto due = base::parseRfc3339(metadata["deletionTimestamp"].asString());
    return due && now > *due + std::chrono::seconds(metadata["deletionGracePeriodSeconds"].asInt());
}

void addPod(ResourceAmounts &usage, const Value &pod, base::Instant now)
{
    if (isOver(pod, now))
        return;
    usage["pods"] = Quantity::fromUnits(1);
    for (const auto &[name, amount] : podResources(pod["spec"], "requests")) {
        usage[name] = amount;
        usage["requests." + name] = amount;
    }
    for (const auto &[name, amount] : podResources(pod["spec"], "limits")) {
        if (std::ranges::contains(kComputed, name))
            usage["limits." + name] = amount;
    }
}

void addService(ResourceAmounts &usage, const Value &service)
{
    const Value &spec = service["spec"];
    const std::string_view type = spec["type"].asString();
    const bool isBalanced = type == "LoadBalancer";
    std::int64_t ports = type == "NodePort" || isBalanced ? std::int64_t(spec["ports"].size()) : 0;
    if (isBalanced && !spec["allocateLoadBalancerNodePorts"].asBool(true))
        ports = std::ranges::count_if(spec["ports"].items(),
                                      [](const Value &port) { return port["nodePort"].asInt() != 0; });
    usage["services"] = Quantity::fromUnits(1);
    usage["services.nodeports"] = Quantity::fromUnits(ports);
    usage["services.loadbalancers"] = Quantity::fromUnits(isBalanced ? 1 : 0);
}

bool matchesClass(const Value &requirement, std::string_view name)
{
    const std::string_view op = requirement["operator"].asString();
    const bool isListed = std::ranges::contains(requirement["values"].items(), Value(name));
    if (op == "Exists")
        return !name.empty();
    if (op == "DoesNotExist")
        return name.empty();
    return op == "In" ? !name.empty() && isListed : !isListed;
}

bool spansNamespaces(const Value &affinity)
{
    const auto spans = [](const Value &term) {
        return !term["namespaces"].isEmpty() || !term["namespaceSelector"].isNull();
    };
    for (const Value &term : affinity["requiredDuringSchedulingIgnoredDuringExecution"].items()) {
        if (spans(term))
            return true;
    }
    for (const Value &term : affinity["preferredDuringSchedulingIgnoredDuringExecution"].items()) {
        if (spans(term["podAffinityTerm"]))
            return true;
    }
    return false;
}

bool matchesScope(std::string_view scope, const Value &requirement, const Value &pod)
{
    const Value &spec = pod["spec"];
    const bool hasDeadline = spec["activeDeadlineSeconds"].isInt();
    const bool isBestEffort = pod["status"]["qosClass"].asString() == "BestEffort";
    if (scope == "Terminating" || scope == "NotTerminating")
        return hasDeadline == (scope == "Terminating");
    if (scope == "BestEffort" || scope == "NotBestEffort")
        return isBestEffort == (scope == "BestEffort");
    if (scope == "PriorityClass")
        return matchesClass(requirement, spec["priorityClassName"].asString());
    return scope == "CrossNamespacePodAffinity" && (spansNamespaces(spec["affinity"]["podAffinity"]) ||
                                                    spansNamespaces(spec["affinity"]["podAntiAffinity"]));
}

} // namespace

ResourceAmounts quotaUsage(const GroupVersionResource &resource, const Value &object, base::Instant now)
{
    ResourceAmounts usage{{countName(resource), Quantity::fromUnits(1)}};
    if (resource == kPods)
        addPod(usage, object, now);
    else if (resource == kServices)
        addService(usage, object);
    else if (resource.group.empty() && std::ranges::contains(kPlainCounts, resource.resource))
        usage[resource.resource] = Quantity::fromUnits(1);
    return usage;
}

std::vector<std::string> quotaResourcesOf(const GroupVersionResource &resource,
                                          const ResourceAmounts &amounts)
{
    std::vector<std::string> names;
    for (const auto &[name, amount] : amounts) {
        if (isForObject(resource, name))
            names.push_back(name);
    }
    return names;
}

bool matchesQuotaScopes(const Value &quotaSpec, const GroupVersionResource &resource, const Value &object)
{
    const Value exists = Value::map({{"operator", "Exists"}});
    const auto holds = [&](const Value &scope, const Value &requirement) {
        return resource == kPods && matchesScope(scope.asString(), requirement, object);
    };
    return std::ranges::all_of(quotaSpec["scopes"].items(),
                               [&](const Value &scope) { return holds(scope, exists); }) &&
           std::ranges::all_of(
               quotaSpec["scopeSelector"]["matchExpressions"].items(),
               [&](const Value &requirement) { return holds(requirement["scopeName"], requirement); });
}

} // namespace minato::kube
