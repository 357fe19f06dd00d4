// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/kinds/hpa_v1.h"
#include "apiserver/kinds/hpa_validation.h"
#include "apiserver/kinds/kinds.h"
#include "apiserver/kinds/workloads.h"
#include "apiserver/syntax.h"
#include "apiserver/table_columns.h"

#include <format>

/// HorizontalPodAutoscaler, kept as autoscaling/v2.
///
/// Mirrors   pkg/registry/autoscaling/horizontalpodautoscaler, pkg/apis/autoscaling/v2/defaults.go
namespace minato::apiserver::kinds {
namespace {

using kube::Value;

constexpr int kDefaultUtilization = 80;
constexpr int kPeriodSeconds = 15;

Value policy(std::string_view type, int value)
{
    return Value::map({{"type", type}, {"value", value}, {"periodSeconds", kPeriodSeconds}});
}

void setRuleDefaults(Value &behavior, const char *direction, const Value &defaults)
{
    Value &rules = behavior.edit(direction);
    if (rules.isNull())
        rules = Value::emptyMap();
    for (const kube::Member &member : defaults.members())
        setIfAbsent(rules, member.key(), member.value);
}

void setDefaults(Value &autoscaler)
{
    Value &spec = autoscaler.edit("spec");
    setIfAbsent(spec, "minReplicas", 1);
    if (spec["metrics"].isEmpty()) {
        const Value target =
            Value::map({{"type", "Utilization"}, {"averageUtilization", kDefaultUtilization}});
        const Value resource = Value::map({{"name", "cpu"}, {"target", target}});
        spec.set("metrics", Value::array({Value::map({{"type", "Resource"}, {"resource", resource}})}));
    }
    if (!spec["behavior"].isMap())
        return;
    Value &behavior = spec.edit("behavior");
    setRuleDefaults(behavior, "scaleUp",
                    Value::map({{"stabilizationWindowSeconds", 0},
                                {"selectPolicy", "Max"},
                                {"policies", Value::array({policy("Pods", 4), policy("Percent", 100)})}}));
    setRuleDefaults(
        behavior, "scaleDown",
        Value::map({{"selectPolicy", "Max"}, {"policies", Value::array({policy("Percent", 100)})}}));
}

void validate(const Value &autoscaler, FieldErrors &errors)
{
    validateAutoscalerSpec(autoscaler["spec"], nullptr, errors);
}

void validateUpdate(const Value &autoscaler, const kube::Object &old, FieldErrors &errors)
{
    validateAutoscalerSpec(autoscaler["spec"], &old, errors);
}

void validateStatusUpdate(const Value &autoscaler, const kube::Object &, FieldErrors &errors)
{
    for (const char *key : {"currentReplicas", "desiredReplicas"})
        validateNotNegative(autoscaler["status"][key], childPath("status", key), errors);
}

std::string textOf(const Value &quantity)
{
    return quantity.isNull() ? "<unknown>" : std::string(quantity.asString());
}

std::string percentOr(const Value &percent, std::string_view otherwise)
{
    return percent.isInt() ? std::format("{}%", percent.asInt()) : std::string(otherwise);
}

/// "cpu: 12%/50%", or with raw values.
std::string resourceText(const Value &source, const Value &current)
{
    const Value &target = source["target"];
    const std::string_view name = source["name"].asString();
    if (target.contains("averageValue"))
        return std::format("{}: {}/{}", name, textOf(current["averageValue"]),
                           target["averageValue"].asString());
    return std::format("{}: {}/{}", name, percentOr(current["averageUtilization"], "<unknown>"),
                       percentOr(target["averageUtilization"], "<auto>"));
}

/// "5/10", or "5/10 (avg)" of a value for each Pod.
std::string valueText(const Value &target, const Value &current)
{
    const bool isAverage = target.contains("averageValue");
    const char *key = isAverage ? "averageValue" : "value";
    return std::format("{}/{}{}", textOf(current[key]), target[key].asString(), isAverage ? " (avg)" : "");
}

std::string metricText(const Value &metric, const Value &status)
{
    const std::string_view type = metric["type"].asString();
    if (type == "Resource")
        return resourceText(metric["resource"], status["resource"]["current"]);
    if (type == "ContainerResource")
        return resourceText(metric["containerResource"], status["containerResource"]["current"]);
    if (type == "Pods")
        return std::format("{}/{}", textOf(status.at("pods", "current", "averageValue")),
                           metric.at("pods", "target", "averageValue").asString());
    if (type == "Object")
        return valueText(metric["object"]["target"], status["object"]["current"]);
    if (type == "External")
        return valueText(metric["external"]["target"], status["external"]["current"]);
    return "<unknown type>";
}

std::string metricsText(const Value &metrics, const Value &statuses)
{
    constexpr std::size_t kShown = 2;
    if (metrics.isEmpty())
        return "<none>";
    std::string text;
    for (std::size_t i = 0; i < metrics.size() && i < kShown; ++i)
        text += (i == 0 ? "" : ", ") + metricText(metrics[i], statuses[i]);
    if (metrics.size() > kShown)
        text += std::format(" + {} more...", metrics.size() - kShown);
    return text;
}

std::vector<Value> cells(const kube::Object &autoscaler, base::Instant now)
{
    const Value &spec = autoscaler.spec();
    const Value &target = spec["scaleTargetRef"];
    const Value &least = spec["minReplicas"];
    return {autoscaler.name(),
            std::format("{}/{}", target["kind"].asString(), target["name"].asString()),
            metricsText(spec["metrics"], autoscaler.status()["currentMetrics"]),
            least.isInt() ? std::to_string(least.asInt()) : std::string("<unset>"),
            spec["maxReplicas"].asInt(),
            autoscaler.status()["currentReplicas"].asInt(),
            ageCell(autoscaler, now)};
}

std::vector<kube::TableColumn> columns()
{
    return {nameColumn(),
            column("Reference", "string", "What is scaled."),
            column("Targets", "string", "Each metric's present value and target."),
            column("MinPods", "string", "Not fewer Pods than this."),
            column("MaxPods", "string", "Not more Pods than this."),
            column("Replicas", "string", "Pods when it looked last."),
            ageColumn()};
}

} // namespace

Kind horizontalPodAutoscaler()
{
    Kind kind;
    kind.group = "autoscaling";
    kind.version = "v2";
    kind.resource = "horizontalpodautoscalers";
    kind.singular = "horizontalpodautoscaler";
    kind.kind = "HorizontalPodAutoscaler";
    kind.shortNames = {"hpa"};
    kind.categories = {"all"};
    kind.hasStatus = true;
    kind.nameRule = syntax::subdomainName;
    kind.setDefaults = setDefaults;
    kind.prepareForCreate = dropStatus;
    kind.validate = validate;
    kind.validateUpdate = validateUpdate;
    kind.validateStatusUpdate = validateStatusUpdate;
    kind.columns = columns();
    kind.cells = cells;
    return kind;
}

Kind horizontalPodAutoscalerV1()
{
    Kind kind = horizontalPodAutoscaler();
    kind.version = "v1";
    kind.storedAs = {"autoscaling", "v2", "horizontalpodautoscalers"};
    kind.toStored = autoscalerFromV1;
    kind.fromStored = autoscalerToV1;
    return kind;
}

} // namespace minato::apiserver::kinds
