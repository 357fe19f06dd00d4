// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/scheduler/filters.h"

#include <algorithm>
#include <array>
#include <format>

#include "components/common/object_edit.h"

namespace minato::components::scheduling {
namespace {

Rejection unresolvable(std::string reason)
{
    return {{std::move(reason)}, false, 0};
}

Rejection checkUnschedulable(const PodInfo &pod, const NodeInfo &node)
{
    if (!node.isUnschedulable)
        return {};
    const auto taint = kube::Value::map({{"key", "node.kubernetes.io/unschedulable"}, {"effect", "NoSchedule"}});
    return isTolerated(pod.spec()["tolerations"], taint) ? Rejection() : unresolvable("node(s) were unschedulable");
}

Rejection checkNodeName(const PodInfo &pod, const NodeInfo &node)
{
    const auto wanted = pod.spec()["nodeName"].asString();
    return wanted.empty() || wanted == node.name
        ? Rejection()
        : unresolvable("node(s) didn't match the requested node name");
}

Rejection checkTaints(const PodInfo &pod, const NodeInfo &node)
{
    for (const kube::Value &taint : node.taints().items()) {
        const auto effect = taint["effect"].asString();
        if ((effect == "NoSchedule" || effect == "NoExecute") && !isTolerated(pod.spec()["tolerations"], taint))
            return unresolvable("node(s) had untolerated taint(s)");
    }
    return {};
}

Rejection checkAffinity(const PodInfo &pod, const NodeInfo &node)
{
    const auto &selector = pod.spec()["nodeSelector"];
    const bool isSelected = std::ranges::all_of(selector.members(), [&](const kube::Member &wanted) {
        return node.labels()[wanted.key()] == wanted.value;
    });
    const auto &required = pod.spec().at("affinity", "nodeAffinity", "requiredDuringSchedulingIgnoredDuringExecution");
    const auto terms = required["nodeSelectorTerms"].items();
    const bool isWanted = required.isNull()
        || std::ranges::any_of(terms, [&](const kube::Value &term) { return matchesTerm(term, node); });
    return isSelected && isWanted ? Rejection()
                                  : unresolvable("node(s) didn't match Pod's node affinity/selector");
}

Rejection checkResources(const PodInfo &pod, const NodeInfo &node)
{
    Rejection rejection;
    rejection.isResolvable = true;
    if (node.pods + 1 > node.maxPods)
        rejection.reasons.emplace_back("Too many pods");
    const auto check = [&](std::string_view name, std::int64_t request, std::int64_t used, std::int64_t allocatable) {
        if (request == 0 || request <= allocatable - used)
            return;
        rejection.reasons.push_back(std::format("Insufficient {}", name));
        // More than the whole node has: no eviction makes room for it.
        if (request > allocatable)
            rejection.isResolvable = false;
    };
    check("cpu", pod.requests.milliCpu, node.requested.milliCpu, node.milliCpu);
    check("memory", pod.requests.memory, node.requested.memory, node.memory);
    check("ephemeral-storage", pod.requests.ephemeralStorage, node.requested.ephemeralStorage, node.ephemeralStorage);
    return rejection;
}

constexpr std::array<FilterPlugin, 5> kPlugins{{{"NodeUnschedulable", checkUnschedulable},
                                                {"NodeName", checkNodeName},
                                                {"TaintToleration", checkTaints},
                                                {"NodeAffinity", checkAffinity},
                                                {"NodeResourcesFit", checkResources}}};

bool contains(const kube::Value &values, const kube::Value &value)
{
    return std::ranges::find(values.items(), value) != values.items().end();
}

bool matchesExpression(const kube::Value &expression, const kube::Value &value)
{
    const auto op = expression["operator"].asString();
    const auto &values = expression["values"];
    if (op == "Exists")
        return !value.isNull();
    if (op == "DoesNotExist")
        return value.isNull();
    if (op == "NotIn")
        return value.isNull() || !contains(values, value);
    if (value.isNull())
        return false;
    if (op == "In")
        return contains(values, value);
    constexpr auto kNone = std::numeric_limits<std::int64_t>::min();
    const auto have = intText(value, kNone), limit = intText(values[0], kNone);
    if (have == kNone || limit == kNone)
        return false;
    return op == "Gt" ? have > limit : op == "Lt" && have < limit;
}

} // namespace

bool isTolerated(const kube::Value &tolerations, const kube::Value &taint)
{
    return std::ranges::any_of(tolerations.items(), [&](const kube::Value &toleration) {
        const auto effect = toleration["effect"].asString();
        if (!effect.empty() && effect != taint["effect"].asString())
            return false;
        const auto key = toleration["key"].asString();
        if (!key.empty() && key != taint["key"].asString())
            return false;
        const auto op = toleration["operator"].asString("Equal");
        return op == "Exists" || (!key.empty() && toleration["value"].asString() == taint["value"].asString());
    });
}

bool matchesTerm(const kube::Value &term, const NodeInfo &node)
{
    const auto expressions = term["matchExpressions"].items(), fields = term["matchFields"].items();
    if (expressions.empty() && fields.empty())
        return false;
    return std::ranges::all_of(expressions,
                               [&](const auto &e) { return matchesExpression(e, node.labels()[e["key"].asString()]); })
        && std::ranges::all_of(fields, [&](const auto &e) {
               const bool isName = e["key"].asString() == "metadata.name";
               return matchesExpression(e, isName ? kube::Value(node.name) : kube::Value());
           });
}

std::span<const FilterPlugin> filterPlugins()
{
    return kPlugins;
}

Rejection filterNode(const PodInfo &pod, const NodeInfo &node)
{
    for (std::size_t i = 0; i < kPlugins.size(); ++i) {
        if (auto rejection = kPlugins[i].check(pod, node); rejection) {
            rejection.plugin = i;
            return rejection;
        }
    }
    return {};
}

} // namespace minato::components::scheduling
