// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/nodelifecycle/node_taints.h"

#include <algorithm>
#include <array>

namespace minato::components::nodes {
namespace {

struct Rule {
    std::string_view condition, status, key;
};

constexpr std::array kRules{Rule{"Ready", "False", kNotReadyTaint},
                            Rule{"Ready", "Unknown", kUnreachableTaint},
                            Rule{"MemoryPressure", "True", "node.kubernetes.io/memory-pressure"},
                            Rule{"DiskPressure", "True", "node.kubernetes.io/disk-pressure"},
                            Rule{"NetworkUnavailable", "True", "node.kubernetes.io/network-unavailable"},
                            Rule{"PIDPressure", "True", "node.kubernetes.io/pid-pressure"}};

bool isOurs(std::string_view key)
{
    return key == kUnschedulableTaint || std::ranges::contains(kRules, key, &Rule::key);
}

kube::Value makeTaint(std::string_view key, std::string_view effect, std::string_view now)
{
    return kube::Value::map({{"key", key}, {"effect", effect}, {"timeAdded", now}});
}

} // namespace

bool hasTaint(const kube::Object &node, std::string_view key, std::string_view effect)
{
    return std::ranges::any_of(node.spec()["taints"].items(), [&](const kube::Value &taint) {
        return taint["key"].asString() == key && (effect.empty() || taint["effect"].asString() == effect);
    });
}

std::vector<std::string_view> noScheduleTaints(const kube::Object &node)
{
    std::vector<std::string_view> keys;
    for (const kube::Value &condition : node.status()["conditions"].items()) {
        for (const Rule &rule : kRules) {
            if (rule.condition == condition["type"].asString() &&
                rule.status == condition["status"].asString())
                keys.push_back(rule.key);
        }
    }
    if (node.spec()["unschedulable"].asBool())
        keys.push_back(kUnschedulableTaint);
    return keys;
}

std::optional<kube::Value> withNoScheduleTaints(const kube::Object &node,
                                                std::span<const std::string_view> keys, std::string_view now)
{
    kube::Value taints = kube::Value::emptyArray();
    bool isChanged = false;
    std::vector<std::string_view> missing(keys.begin(), keys.end());
    for (const kube::Value &taint : node.spec()["taints"].items()) {
        const auto key = taint["key"].asString();
        const bool isKept =
            taint["effect"].asString() != "NoSchedule" || !isOurs(key) || std::ranges::contains(keys, key);
        isChanged = isChanged || !isKept;
        if (isKept)
            taints.push(taint);
        if (taint["effect"].asString() == "NoSchedule")
            std::erase(missing, key);
    }
    for (const auto key : missing)
        taints.push(makeTaint(key, "NoSchedule", now));
    if (!isChanged && missing.empty())
        return std::nullopt;
    return taints;
}

std::optional<kube::Value> withNoExecuteTaint(const kube::Object &node, std::string_view key,
                                              std::string_view now)
{
    kube::Value taints = kube::Value::emptyArray();
    bool isThere = key.empty(), isChanged = false;
    for (const kube::Value &taint : node.spec()["taints"].items()) {
        const auto its = taint["key"].asString();
        const bool isAbout =
            taint["effect"].asString() == "NoExecute" && (its == kNotReadyTaint || its == kUnreachableTaint);
        isThere = isThere || (isAbout && its == key);
        isChanged = isChanged || (isAbout && its != key);
        if (!isAbout || its == key)
            taints.push(taint);
    }
    if (!isThere)
        taints.push(makeTaint(key, "NoExecute", now));
    if (isThere && !isChanged)
        return std::nullopt;
    return taints;
}

} // namespace minato::components::nodes
