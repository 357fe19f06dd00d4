// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/kinds/kinds.h"
#include "apiserver/kinds/workloads.h"
#include "apiserver/syntax.h"
#include "apiserver/table_columns.h"

#include <format>

/// Mirrors   pkg/registry/scheduling/priorityclass, pkg/apis/scheduling (defaults, validation, the two of the
/// system)
namespace minato::apiserver::kinds {
namespace {

using kube::Value;

constexpr std::string_view kSystemPrefix = "system-";
constexpr std::int64_t kHighestOfUsers = 1'000'000'000;

void setDefaults(Value &priorityClass)
{
    setIfAbsent(priorityClass, "preemptionPolicy", "PreemptLowerPriority");
}

/// Why a class with a name of the system is none of the system's.
std::optional<std::string> systemComplaint(const Value &priorityClass)
{
    const std::string_view name = priorityClass["metadata"]["name"].asString();
    for (const Value &known : systemPriorityClasses()) {
        if (known["metadata"]["name"].asString() != name)
            continue;
        if (known["value"] != priorityClass["value"])
            return std::format("value of {} PriorityClass must be {}", name, known["value"].asInt());
        if (priorityClass["globalDefault"].asBool())
            return std::format("globalDefault of {} PriorityClass must be false", name);
        return std::nullopt;
    }
    return std::format("{} is not a known system priority class", name);
}

void validate(const Value &priorityClass, FieldErrors &errors)
{
    if (priorityClass["metadata"]["name"].asString().starts_with(kSystemPrefix)) {
        if (const auto why = systemComplaint(priorityClass))
            errors.forbidden(
                "metadata.name",
                std::format(
                    "priority class names with '{}' prefix are reserved for system use only. error: {}",
                    kSystemPrefix, *why));
    } else if (priorityClass["value"].asInt() > kHighestOfUsers) {
        errors.forbidden(
            "value", std::format("maximum allowed value of a user defined priority is {}", kHighestOfUsers));
    }
    const Value &policy = priorityClass["preemptionPolicy"];
    if (policy.asString() != "PreemptLowerPriority" && policy.asString() != "Never")
        errors.unsupported("preemptionPolicy", policy, {"PreemptLowerPriority", "Never"});
}

void validateUpdate(const Value &priorityClass, const kube::Object &old, FieldErrors &errors)
{
    if (priorityClass["value"] != old["value"])
        errors.forbidden("value", "may not be changed in an update.");
    if (priorityClass["preemptionPolicy"] != old["preemptionPolicy"])
        errors.invalid("preemptionPolicy", priorityClass["preemptionPolicy"], syntax::kImmutable);
}

std::vector<Value> cells(const kube::Object &priorityClass, base::Instant now)
{
    return {priorityClass.name(), priorityClass["value"].asInt(), priorityClass["globalDefault"].asBool(),
            ageCell(priorityClass, now), priorityClass["preemptionPolicy"].asString()};
}

Value systemClass(std::string_view name, std::int64_t value, std::string_view description)
{
    return Value::map({{"apiVersion", "scheduling.k8s.io/v1"},
                       {"kind", "PriorityClass"},
                       {"metadata", Value::map({{"name", name}})},
                       {"value", value},
                       {"description", description}});
}

} // namespace

std::vector<Value> systemPriorityClasses()
{
    return {
        systemClass("system-node-critical", 2'000'001'000,
                    "Used for system critical pods that must not be moved from their current node."),
        systemClass(
            "system-cluster-critical", 2'000'000'000,
            "Used for system critical pods that must run in the cluster, but can be moved to another node "
            "if necessary.")};
}

Kind priorityClass()
{
    Kind kind;
    kind.group = "scheduling.k8s.io";
    kind.version = "v1";
    kind.resource = "priorityclasses";
    kind.singular = "priorityclass";
    kind.kind = "PriorityClass";
    kind.shortNames = {"pc"};
    kind.isNamespaced = false;
    kind.generation = GenerationRule::Constant;
    kind.nameRule = syntax::subdomainName;
    kind.setDefaults = setDefaults;
    kind.validate = validate;
    kind.validateUpdate = validateUpdate;
    kind.columns = {nameColumn(), column("Value", "integer", "The priority that Pods of this class get."),
                    column("Global-Default", "boolean", "Whether Pods without a class get it."), ageColumn(),
                    column("PreemptionPolicy", "string", "Whether such Pods may push others from a node.")};
    kind.cells = cells;
    return kind;
}

} // namespace minato::apiserver::kinds
