// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/kinds/kinds.h"
#include "apiserver/kinds/resource_names.h"
#include "apiserver/kinds/workloads.h"
#include "apiserver/syntax.h"
#include "apiserver/table_columns.h"

#include <algorithm>
#include <array>
#include <format>

/// Mirrors   pkg/registry/core/resourcequota, pkg/apis/core/validation (ValidateResourceQuota)
namespace minato::apiserver::kinds {
namespace {

using kube::Value;

constexpr std::array<std::string_view, 6> kScopes{"Terminating",   "NotTerminating", "BestEffort",
                                                  "NotBestEffort", "PriorityClass",  "VolumeAttributesClass"};

bool isScopeFor(std::string_view scope, std::string_view resource)
{
    constexpr std::array<std::string_view, 6> kCompute{"cpu",           "memory",       "limits.cpu",
                                                       "limits.memory", "requests.cpu", "requests.memory"};
    const bool isCompute = std::ranges::contains(kCompute, resource);
    if (scope == "BestEffort")
        return resource == "pods";
    if (scope == "VolumeAttributesClass")
        return resource == "persistentvolumeclaims" || resource == "requests.storage";
    return !std::ranges::contains(kScopes, scope) || isCompute || resource == "pods";
}

/// One that is unknown, or of no use for a resource of the quota.
void validateScope(const Value &spec, const Value &scope, const std::string &path, const Value &shown,
                   const std::string &listPath, const Value &shownList, FieldErrors &errors)
{
    if (!std::ranges::contains(kScopes, scope.asString()))
        errors.invalid(path, shown, "unsupported scope");
    for (const kube::Member &hard : spec["hard"].members()) {
        if (isStandardQuotaResource(hard.key()) && !isScopeFor(scope.asString(), hard.key()))
            errors.invalid(listPath, shownList, "unsupported scope applied to resource");
    }
}

void validateConflicts(const std::vector<Value> &scopes, const std::string &path, const Value &shown,
                       FieldErrors &errors)
{
    constexpr std::pair<std::string_view, std::string_view> kPairs[] = {{"BestEffort", "NotBestEffort"},
                                                                        {"NotTerminating", "Terminating"}};
    for (const auto &[one, other] : kPairs) {
        if (std::ranges::contains(scopes, Value(one)) && std::ranges::contains(scopes, Value(other)))
            errors.invalid(path, shown, "conflicting scopes");
    }
}

void validateScopes(const Value &spec, FieldErrors &errors)
{
    const Value &scopes = spec["scopes"];
    for (const Value &scope : scopes.items())
        validateScope(spec, scope, "spec.scopes", scopes, "spec.scopes", scopes, errors);
    validateConflicts({scopes.items().begin(), scopes.items().end()}, "spec.scopes", scopes, errors);
}

void validateRequirement(const Value &requirement, const std::string &path, FieldErrors &errors)
{
    const std::string_view op = requirement["operator"].asString();
    const Value &values = requirement["values"];
    if (requirement["scopeName"].asString() != "PriorityClass" && op != "Exists")
        errors.invalid(childPath(path, "operator"), op,
                       "must be 'Exists' when scope is any of ResourceQuotaScopeTerminating, "
                       "ResourceQuotaScopeNotTerminating, ResourceQuotaScopeBestEffort, "
                       "ResourceQuotaScopeNotBestEffort or ResourceQuotaScopeCrossNamespacePodAffinity");
    if (op == "In" || op == "NotIn") {
        if (values.isEmpty())
            errors.required(
                childPath(path, "values"),
                "must be at least one value when `operator` is 'In' or 'NotIn' for scope selector");
    } else if (op == "Exists" || op == "DoesNotExist") {
        if (!values.isEmpty())
            errors.invalid(
                childPath(path, "values"), values,
                "must be no value when `operator` is 'Exist' or 'DoesNotExist' for scope selector");
    } else {
        errors.invalid(childPath(path, "operator"), op, "not a valid selector operator");
    }
}

void validateScopeSelector(const Value &spec, FieldErrors &errors)
{
    const std::string path = "spec.scopeSelector.matchExpressions";
    const Value &selector = spec["scopeSelector"];
    std::vector<Value> scopes;
    for (const Value &requirement : selector["matchExpressions"].items()) {
        const Value &scope = requirement["scopeName"];
        validateScope(spec, scope, childPath(path, "scopeName"), scope, path, selector, errors);
        validateRequirement(requirement, path, errors);
        scopes.push_back(scope);
    }
    validateConflicts(scopes, path, spec["scopes"], errors);
}

void validateAmounts(const Value &amounts, const std::string &path, FieldErrors &errors)
{
    for (const kube::Member &amount : amounts.members()) {
        validateQuotaResource(amount.key(), keyedPath(path, amount.key()), errors);
        validateResourceAmount(amount.key(), amount.value, keyedPath(path, amount.key()), errors);
    }
}

void validate(const Value &quota, FieldErrors &errors)
{
    const Value &spec = quota["spec"];
    validateAmounts(spec["hard"], "spec.hard", errors);
    validateScopes(spec, errors);
    validateScopeSelector(spec, errors);
}

void validateUpdate(const Value &quota, const kube::Object &old, FieldErrors &errors)
{
    validate(quota, errors);
    const auto sorted = [](const Value &scopes) {
        std::vector<std::string_view> names;
        for (const Value &scope : scopes.items())
            names.push_back(scope.asString());
        std::ranges::sort(names);
        return names;
    };
    const Value &scopes = quota["spec"]["scopes"];
    if (sorted(scopes) != sorted(old.spec()["scopes"]))
        errors.invalid("spec.scopes", scopes, syntax::kImmutable);
}

void validateStatusUpdate(const Value &quota, const kube::Object &, FieldErrors &errors)
{
    validateAmounts(quota["status"]["hard"], "status.hard", errors);
    validateAmounts(quota["status"]["used"], "status.used", errors);
}

/// "requests.cpu: 1/2, pods: 3/10", of the limits or of all else.
std::string usageText(const Value &status, bool ofLimits)
{
    std::string text;
    for (const kube::Member &hard : status["hard"].members()) {
        if (hard.key().starts_with("limits.") != ofLimits)
            continue;
        const std::string_view used = status["used"][hard.key()].asString();
        text += std::format("{}{}: {}/{}", text.empty() ? "" : ", ", hard.key(), used.empty() ? "0" : used,
                            hard.value.asString());
    }
    return text;
}

std::vector<Value> cells(const kube::Object &quota, base::Instant now)
{
    return {quota.name(), usageText(quota.status(), false), usageText(quota.status(), true),
            ageCell(quota, now)};
}

} // namespace

Kind resourceQuota()
{
    Kind kind;
    kind.version = "v1";
    kind.resource = "resourcequotas";
    kind.singular = "resourcequota";
    kind.kind = "ResourceQuota";
    kind.shortNames = {"quota"};
    kind.hasStatus = true;
    kind.returnsDeletedObject = true;
    kind.nameRule = syntax::subdomainName;
    kind.prepareForCreate = dropStatus;
    kind.validate = validate;
    kind.validateUpdate = validateUpdate;
    kind.validateStatusUpdate = validateStatusUpdate;
    kind.columns = {nameColumn(), column("Request", "string", "Used and allowed, of all but limits."),
                    column("Limit", "string", "Used and allowed, of limits."), ageColumn()};
    kind.cells = cells;
    return kind;
}

} // namespace minato::apiserver::kinds
