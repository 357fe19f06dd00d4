// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/kinds/hpa_validation.h"

#include "apiserver/kinds/resource_names.h"
#include "apiserver/syntax.h"
#include "kube/quantity.h"

#include <algorithm>
#include <format>

namespace minato::apiserver::kinds {
namespace {

using kube::Value;

constexpr std::int64_t kMaxPeriodSeconds = 1800;
constexpr std::int64_t kMaxWindowSeconds = 3600;

void validateSegment(const Value &reference, const char *key, const std::string &path, FieldErrors &errors)
{
    const Value &text = reference[key];
    if (text.isEmpty())
        errors.required(childPath(path, key));
    for (const auto &complaint : syntax::pathSegmentName(text.asString(), false))
        errors.invalid(childPath(path, key), text, complaint);
}

enum class Group : std::uint8_t { Needed, Optional, Unchecked };

void validateReference(const Value &reference, const std::string &path, Group group, FieldErrors &errors)
{
    validateSegment(reference, "kind", path, errors);
    validateSegment(reference, "name", path, errors);
    const std::string_view apiVersion = reference["apiVersion"].asString();
    const auto slashes = std::ranges::count(apiVersion, '/');
    if (group == Group::Unchecked)
        return;
    if (slashes > 1)
        errors.invalid(childPath(path, "apiVersion"), apiVersion,
                       std::format("unexpected GroupVersion string: {}", apiVersion));
    else if (group == Group::Needed && slashes == 0)
        errors.invalid(childPath(path, "apiVersion"), apiVersion, "apiVersion must specify API group");
}

void validatePositive(const Value &target, const char *key, const std::string &path, FieldErrors &errors)
{
    const auto quantity = kube::Quantity::fromValue(target[key]);
    if (target.contains(key) && quantity && quantity->sign() != 1)
        errors.invalid(childPath(path, key), target[key], "must be positive");
}

void validateTarget(const Value &target, const std::string &path, FieldErrors &errors)
{
    const Value &type = target["type"];
    if (type.isEmpty())
        errors.required(childPath(path, "type"), "must specify a metric target type");
    const std::string_view name = type.asString();
    if (name != "Utilization" && name != "Value" && name != "AverageValue")
        errors.invalid(childPath(path, "type"), name, "must be either Utilization, Value, or AverageValue");
    validatePositive(target, "value", path, errors);
    validatePositive(target, "averageValue", path, errors);
    const Value &utilization = target["averageUtilization"];
    if (utilization.isInt() && utilization.asInt() < 1)
        errors.invalid(childPath(path, "averageUtilization"), utilization, "must be greater than 0");
}

void validateIdentifier(const Value &metric, const std::string &path, FieldErrors &errors)
{
    if (metric["name"].isEmpty())
        errors.required(childPath(path, "name"), "must specify a metric name");
    for (const auto &complaint : syntax::pathSegmentName(metric["name"].asString(), false))
        errors.invalid(childPath(path, "name"), metric["name"], complaint);
}

void validateObject(const Value &source, const std::string &path, FieldErrors &errors)
{
    validateReference(source["describedObject"], childPath(path, "describedObject"), Group::Optional, errors);
    validateIdentifier(source["metric"], childPath(path, "metric"), errors);
    validateTarget(source["target"], childPath(path, "target"), errors);
    if (!source["target"].contains("value") && !source["target"].contains("averageValue"))
        errors.required(childPath(path, "target.averageValue"),
                        "must set either a target value or averageValue");
}

void validateExternal(const Value &source, const std::string &path, FieldErrors &errors)
{
    validateIdentifier(source["metric"], childPath(path, "metric"), errors);
    const Value &target = source["target"];
    validateTarget(target, childPath(path, "target"), errors);
    const bool hasValue = target.contains("value"), hasAverage = target.contains("averageValue");
    if (!hasValue && !hasAverage)
        errors.required(childPath(path, "target.averageValue"),
                        "must set either a target value for metric or a per-pod target");
    if (hasValue && hasAverage)
        errors.forbidden(childPath(path, "target.value"),
                         "may not set both a target value for metric and a per-pod target");
}

void validatePods(const Value &source, const std::string &path, FieldErrors &errors)
{
    validateIdentifier(source["metric"], childPath(path, "metric"), errors);
    validateTarget(source["target"], childPath(path, "target"), errors);
    if (!source["target"].contains("averageValue"))
        errors.required(childPath(path, "target.averageValue"),
                        "must specify a positive target averageValue");
}

void validateResource(const Value &source, const std::string &path, FieldErrors &errors)
{
    if (source["name"].isEmpty())
        errors.required(childPath(path, "name"), "must specify a resource name");
    const Value &target = source["target"];
    validateTarget(target, childPath(path, "target"), errors);
    const bool hasUtilization = target.contains("averageUtilization"),
               hasValue = target.contains("averageValue");
    if (!hasUtilization && !hasValue)
        errors.required(childPath(path, "target.averageUtilization"),
                        "must set either a target raw value or a target utilization");
    if (hasUtilization && hasValue)
        errors.forbidden(childPath(path, "target.averageValue"),
                         "may not set both a target raw value and a target utilization");
}

void validateContainerResource(const Value &source, const std::string &path, FieldErrors &errors)
{
    if (!source["name"].isEmpty())
        kinds::validateContainerResource(source["name"].asString(), childPath(path, "name"), errors);
    const Value &container = source["container"];
    if (container.isEmpty())
        errors.required(childPath(path, "container"), "must specify a container");
    else
        for (const auto &complaint : syntax::dns1123Label(container.asString()))
            errors.invalid(childPath(path, "container"), container, complaint);
    validateResource(source, path, errors);
}

struct Source {
    std::string_view type, member;
    void (*validate)(const Value &source, const std::string &path, FieldErrors &errors);
};
constexpr Source kSources[] = {{"Object", "object", validateObject},
                               {"External", "external", validateExternal},
                               {"Pods", "pods", validatePods},
                               {"Resource", "resource", validateResource},
                               {"ContainerResource", "containerResource", validateContainerResource}};

void validateMetric(const Value &metric, const std::string &path, FieldErrors &errors)
{
    const Value &type = metric["type"];
    const auto expected = std::ranges::find(kSources, type.asString(), &Source::type);
    const auto unsupported = [&] {
        errors.unsupported(childPath(path, "type"), type,
                           {"ContainerResource", "External", "Object", "Pods", "Resource"});
    };
    if (type.isEmpty())
        errors.required(childPath(path, "type"), "must specify a metric source type");
    if (expected == std::end(kSources))
        unsupported();
    int present = 0;
    for (const Source &source : kSources) {
        // Only the first one is looked into, as upstream does.
        if (metric.contains(source.member) && ++present == 1)
            source.validate(metric[source.member], childPath(path, source.member), errors);
    }
    if (expected == std::end(kSources))
        unsupported();
    else if (!metric.contains(expected->member))
        errors.required(childPath(path, expected->member),
                        "must populate information for the given metric source");
    for (const Source &source : kSources) {
        const bool isExpected = expected != std::end(kSources) && source.member == expected->member;
        if (present != 1 && metric.contains(source.member) && !isExpected)
            errors.forbidden(childPath(path, source.member), "must populate the given metric source only");
    }
}

void validatePolicy(const Value &policy, const std::string &path, FieldErrors &errors)
{
    const std::string_view type = policy["type"].asString();
    if (type != "Pods" && type != "Percent")
        errors.unsupported(childPath(path, "type"), policy["type"], {"Percent", "Pods"});
    for (const char *key : {"value", "periodSeconds"}) {
        if (policy[key].asInt() <= 0)
            errors.invalid(childPath(path, key), policy[key].asInt(), "must be greater than zero");
    }
    if (policy["periodSeconds"].asInt() > kMaxPeriodSeconds)
        errors.invalid(childPath(path, "periodSeconds"), policy["periodSeconds"],
                       std::format("must be less than or equal to {}", kMaxPeriodSeconds));
}

void validateRules(const Value &rules, const std::string &path, FieldErrors &errors)
{
    if (rules.isNull())
        return;
    const Value &window = rules["stabilizationWindowSeconds"];
    const std::string windowPath = childPath(path, "stabilizationWindowSeconds");
    if (window.isInt() && window.asInt() < 0)
        errors.invalid(windowPath, window, "must be greater than or equal to zero");
    if (window.isInt() && window.asInt() > kMaxWindowSeconds)
        errors.invalid(windowPath, window,
                       std::format("must be less than or equal to {}", kMaxWindowSeconds));
    const Value &select = rules["selectPolicy"];
    if (!select.isNull() && select.asString() != "Max" && select.asString() != "Min" &&
        select.asString() != "Disabled")
        errors.unsupported(childPath(path, "selectPolicy"), select, {"Disabled", "Max", "Min"});
    const Value &policies = rules["policies"];
    if (policies.isEmpty())
        errors.required(childPath(path, "policies"), "must specify at least one Policy");
    for (std::size_t i = 0; i < policies.size(); ++i)
        validatePolicy(policies[i], childPath(childPath(path, "policies"), i), errors);
    const auto tolerance = kube::Quantity::fromValue(rules["tolerance"]);
    if (tolerance && tolerance->sign() < 0)
        errors.invalid(childPath(path, "tolerance"), rules["tolerance"], syntax::kNotNegative);
}

void validateReplicas(const Value &spec, FieldErrors &errors)
{
    const Value &least = spec["minReplicas"];
    const std::int64_t most = spec["maxReplicas"].asInt();
    if (least.isInt() && least.asInt() < 1)
        errors.invalid("spec.minReplicas", least, "must be greater than or equal to 1");
    if (most < 1)
        errors.invalid("spec.maxReplicas", most, "must be greater than 0");
    if (least.isInt() && most < least.asInt())
        errors.invalid("spec.maxReplicas", most, "must be greater than or equal to `minReplicas`");
}

/// An unchanged reference was judged when it came in; of the core group only one kind can be scaled.
Group groupRule(const Value &target, const kube::Object *old)
{
    const Value before = old ? old->spec()["scaleTargetRef"] : Value();
    if (old && before["apiVersion"] == target["apiVersion"] && before["kind"] == target["kind"])
        return Group::Unchecked;
    return target["kind"].asString() == "ReplicationController" ? Group::Optional : Group::Needed;
}

} // namespace

void validateAutoscalerSpec(const Value &spec, const kube::Object *old, FieldErrors &errors)
{
    validateReplicas(spec, errors);
    validateReference(spec["scaleTargetRef"], "spec.scaleTargetRef", groupRule(spec["scaleTargetRef"], old),
                      errors);
    const auto metrics = spec["metrics"].items();
    for (std::size_t i = 0; i < metrics.size(); ++i)
        validateMetric(metrics[i], childPath("spec.metrics", i), errors);
    const bool canScaleToZero = std::ranges::any_of(metrics, [](const Value &metric) {
        return metric["type"].asString() == "Object" || metric["type"].asString() == "External";
    });
    if (spec["minReplicas"] == Value(0) && !canScaleToZero)
        errors.forbidden(
            "spec.metrics",
            "must specify at least one Object or External metric to support scaling to zero replicas");
    validateRules(spec["behavior"]["scaleUp"], "spec.behavior.scaleUp", errors);
    validateRules(spec["behavior"]["scaleDown"], "spec.behavior.scaleDown", errors);
}

} // namespace minato::apiserver::kinds
