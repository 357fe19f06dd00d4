// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/pod_disruption.h"

#include <algorithm>

namespace minato::kube {
namespace {

constexpr std::string_view kType = "DisruptionAllowed";

std::string_view reasonFor(const Value &status)
{
    return status["disruptionsAllowed"].asInt() > 0 ? "SufficientPods" : "InsufficientPods";
}

bool isOfType(const Value &condition)
{
    return condition["type"].asString() == kType;
}

} // namespace

void setDisruptionAllowed(Value &status, std::string_view now)
{
    const std::string_view state = status["disruptionsAllowed"].asInt() > 0 ? "True" : "False";
    Value condition = Value::map({{"type", kType},
                                  {"status", state},
                                  {"reason", reasonFor(status)},
                                  {"message", ""},
                                  {"lastTransitionTime", now}});
    if (const Value &generation = status["observedGeneration"]; generation.asInt() > 0)
        condition.set("observedGeneration", generation);
    auto &conditions = status.edit("conditions").editItems();
    const auto it = std::ranges::find_if(conditions, isOfType);
    if (it == conditions.end()) {
        conditions.push_back(std::move(condition));
        return;
    }
    if ((*it)["status"].asString() == state)
        condition.set("lastTransitionTime", (*it)["lastTransitionTime"]);
    *it = std::move(condition);
}

bool isDisruptionConditionCurrent(const Object &budget)
{
    const Value &status = budget.status();
    const auto conditions = status["conditions"].items();
    const auto it = std::ranges::find_if(conditions, isOfType);
    return it != conditions.end() && status["observedGeneration"].asInt() == budget.generation() &&
           (*it)["reason"].asString() == reasonFor(status) &&
           ((*it)["status"].asString() == "True") == (status["disruptionsAllowed"].asInt() > 0);
}

} // namespace minato::kube
