// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/kinds/kinds.h"
#include "apiserver/kinds/workloads.h"
#include "apiserver/object_meta.h"
#include "apiserver/syntax.h"
#include "apiserver/table_columns.h"
#include "kube/json.h"

#include <format>

/// Mirrors   pkg/registry/policy/poddisruptionbudget, pkg/apis/policy/validation
namespace minato::apiserver::kinds {
namespace {

using kube::Value;

/// The spec as the message about both bounds shows it: upstream prints its internal struct.
std::string internalSpec(const Value &spec)
{
    return std::format(
        R"({{"MinAvailable":{},"Selector":{},"MaxUnavailable":{},"UnhealthyPodEvictionPolicy":{}}})",
        kube::toJson(spec["minAvailable"]), kube::toJson(spec["selector"]),
        kube::toJson(spec["maxUnavailable"]), kube::toJson(spec["unhealthyPodEvictionPolicy"]));
}

void validate(const Value &budget, FieldErrors &errors)
{
    const Value &spec = budget["spec"];
    if (spec.contains("minAvailable") && spec.contains("maxUnavailable"))
        errors.invalidText("spec", internalSpec(spec), "minAvailable and maxUnavailable cannot be both set");
    for (const char *key : {"minAvailable", "maxUnavailable"}) {
        validateIntOrPercent(spec[key], childPath("spec", key), errors);
        validateAtMostAll(spec[key], childPath("spec", key), errors);
    }
    meta::validateSelector(spec["selector"], "spec.selector", errors);
    const Value &policy = spec["unhealthyPodEvictionPolicy"];
    if (!policy.isNull() && policy.asString() != "AlwaysAllow" && policy.asString() != "IfHealthyBudget")
        errors.unsupported("spec.unhealthyPodEvictionPolicy", policy, {"AlwaysAllow", "IfHealthyBudget"});
}

void validateUpdate(const Value &budget, const kube::Object &, FieldErrors &errors)
{
    validate(budget, errors);
}

void validateStatusUpdate(const Value &budget, const kube::Object &, FieldErrors &errors)
{
    for (const char *key : {"disruptionsAllowed", "currentHealthy", "desiredHealthy", "expectedPods"})
        validateNotNegative(budget["status"][key], childPath("status", key), errors);
}

Value boundText(const Value &bound)
{
    if (bound.isNull())
        return "N/A";
    return bound.isString() ? bound : Value(std::to_string(bound.asInt()));
}

std::vector<Value> cells(const kube::Object &budget, base::Instant now)
{
    return {budget.name(), boundText(budget.spec()["minAvailable"]),
            boundText(budget.spec()["maxUnavailable"]), budget.status()["disruptionsAllowed"].asInt(),
            ageCell(budget, now)};
}

} // namespace

Kind podDisruptionBudget()
{
    Kind kind;
    kind.group = "policy";
    kind.version = "v1";
    kind.resource = "poddisruptionbudgets";
    kind.singular = "poddisruptionbudget";
    kind.kind = "PodDisruptionBudget";
    kind.shortNames = {"pdb"};
    kind.hasStatus = true;
    kind.generation = GenerationRule::Spec;
    kind.needsVersionToUpdate = true;
    kind.nameRule = syntax::subdomainName;
    kind.prepareForCreate = dropStatus;
    kind.validate = validate;
    kind.validateUpdate = validateUpdate;
    kind.validateStatusUpdate = validateStatusUpdate;
    kind.columns = {nameColumn(), column("Min Available", "string", "Pods that must stay available."),
                    column("Max Unavailable", "string", "Pods that may be unavailable."),
                    column("Allowed Disruptions", "integer", "Evictions that are allowed now."), ageColumn()};
    kind.cells = cells;
    return kind;
}

} // namespace minato::apiserver::kinds
