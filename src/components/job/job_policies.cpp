// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/job/job_policies.h"

#include <algorithm>
#include <format>

namespace minato::components::jobs {
namespace {

using kube::Value;

bool isCodeMatched(std::int64_t code, const Value &requirement)
{
    const bool isListed = std::ranges::any_of(requirement["values"].items(),
                                              [code](const Value &one) { return one.asInt() == code; });
    const auto op = requirement["operator"].asString();
    return op == "In" ? isListed : op == "NotIn" && !isListed;
}

/// The first ended container that the requirement means; null: none.
const Value *matchedContainer(const Value &statuses, const Value &requirement)
{
    for (const Value &status : statuses.items()) {
        const Value &end = status.at("state", "terminated");
        if (end.isNull() || end["exitCode"].asInt() == 0)
            continue;
        const Value &name = requirement["containerName"];
        if ((name.isNull() || name == status["name"]) && isCodeMatched(end["exitCode"].asInt(), requirement))
            return &status;
    }
    return nullptr;
}

const Value *matchedCondition(const Value &conditions, const Value &patterns)
{
    for (const Value &condition : conditions.items()) {
        const bool isMeant = std::ranges::any_of(patterns.items(), [&](const Value &pattern) {
            return pattern["type"] == condition["type"] && pattern["status"] == condition["status"];
        });
        if (isMeant)
            return &condition;
    }
    return nullptr;
}

/// Why this rule matches the Pod, as a sentence; nullopt: it does not.
std::optional<std::string> matchedRule(const Value &rule, std::size_t index, const kube::Object &pod)
{
    const auto action = rule["action"].asString();
    if (const Value &codes = rule["onExitCodes"]; !codes.isNull()) {
        const Value *container = matchedContainer(pod.status()["containerStatuses"], codes);
        if (!container)
            container = matchedContainer(pod.status()["initContainerStatuses"], codes);
        if (!container)
            return std::nullopt;
        return std::format("Container {} for pod {}/{} failed with exit code {} matching {} rule at index {}",
                           (*container)["name"].asString(), pod.ns(), pod.name(),
                           container->at("state", "terminated", "exitCode").asInt(), action, index);
    }
    if (const Value *condition = matchedCondition(pod.status()["conditions"], rule["onPodConditions"])) {
        return std::format("Pod {}/{} has condition {} matching {} rule at index {}", pod.ns(), pod.name(),
                           (*condition)["type"].asString(), action, index);
    }
    return std::nullopt;
}

bool isRuleMet(const IndexRanges &wanted, const IndexRanges &succeeded, const Value &count)
{
    int contained = 0;
    for (const auto &range : wanted.ranges()) {
        for (const auto &done : succeeded.ranges())
            contained += std::max(0, std::min(range.last, done.last) - std::max(range.first, done.first) + 1);
    }
    return contained == wanted.total() || (count.isInt() && contained >= count.asInt());
}

} // namespace

FailureMatch matchFailurePolicy(const Value &policy, const kube::Object &failedPod)
{
    std::size_t index = 0;
    for (const Value &rule : policy["rules"].items()) {
        auto sentence = matchedRule(rule, index++, failedPod);
        if (!sentence)
            continue;
        const auto action = rule["action"].asString();
        if (action == "FailJob")
            return {std::move(sentence), true, action};
        if (action == "Ignore" || action == "FailIndex" || action == "Count")
            return {std::nullopt, action != "Ignore", action};
    }
    return {};
}

std::optional<std::string> matchSuccessPolicy(const Value &policy, int completions,
                                              const IndexRanges &succeeded)
{
    if (succeeded.isEmpty())
        return std::nullopt;
    std::size_t index = 0;
    for (const Value &rule : policy["rules"].items()) {
        const Value &indexes = rule["succeededIndexes"], &count = rule["succeededCount"];
        const auto wanted = IndexRanges::parse(indexes.asString(), completions);
        const bool isMet = indexes.isNull() ? count.isInt() && succeeded.total() >= count.asInt()
                                            : !wanted.isEmpty() && isRuleMet(wanted, succeeded, count);
        if (isMet)
            return std::format("Matched rules at index {}", index);
        ++index;
    }
    return std::nullopt;
}

} // namespace minato::components::jobs
