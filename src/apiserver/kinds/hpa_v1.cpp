// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/kinds/hpa_v1.h"

#include "kube/json.h"

#include <algorithm>
#include <span>
#include <string>

namespace minato::apiserver::kinds {
namespace {

using kube::Value;

constexpr std::string_view kPrefix = "autoscaling.alpha.kubernetes.io/";
constexpr const char *kAnnotations[] = {
    "metrics", "behavior", "scale-down-tolerance", "scale-up-tolerance", "current-metrics", "conditions"};

std::string annotation(std::string_view name)
{
    return std::string(kPrefix).append(name);
}

/// A field of v1 and where v2 has it. What v1 always writes has "0" when v2 has nothing.
struct Part {
    const char *v1;
    const char *outer, *inner; ///< in v2; no inner: outer itself
    bool isAlwaysWritten = false;

    [[nodiscard]] const Value &read(const Value &v2) const { return inner ? v2[outer][inner] : v2[outer]; }
    void write(Value &v2, const Value &value) const
    {
        if (inner)
            v2.edit(outer).set(inner, value);
        else
            v2.set(outer, value);
    }
};

/// The parts of one source or status, in the order in which Go writes them.
struct Source {
    std::string_view member;
    std::span<const Part> parts;
};

constexpr Part kObject[] = {{"target", "describedObject", nullptr},
                            {"metricName", "metric", "name"},
                            {"targetValue", "target", "value", true},
                            {"selector", "metric", "selector"},
                            {"averageValue", "target", "averageValue"}};
constexpr Part kPods[] = {{"metricName", "metric", "name"},
                          {"targetAverageValue", "target", "averageValue", true},
                          {"selector", "metric", "selector"}};
constexpr Part kResource[] = {{"name", "name", nullptr},
                              {"targetAverageUtilization", "target", "averageUtilization"},
                              {"targetAverageValue", "target", "averageValue"},
                              {"container", "container", nullptr}};
constexpr Part kExternal[] = {{"metricName", "metric", "name"},
                              {"metricSelector", "metric", "selector"},
                              {"targetValue", "target", "value"},
                              {"targetAverageValue", "target", "averageValue"}};
constexpr Source kSources[] = {{"object", kObject},
                               {"pods", kPods},
                               {"resource", kResource},
                               {"containerResource", kResource},
                               {"external", kExternal}};

constexpr Part kObjectStatus[] = {{"target", "describedObject", nullptr},
                                  {"metricName", "metric", "name"},
                                  {"currentValue", "current", "value", true},
                                  {"selector", "metric", "selector"},
                                  {"averageValue", "current", "averageValue"}};
constexpr Part kPodsStatus[] = {{"metricName", "metric", "name"},
                                {"currentAverageValue", "current", "averageValue", true},
                                {"selector", "metric", "selector"}};
constexpr Part kResourceStatus[] = {{"name", "name", nullptr},
                                    {"currentAverageUtilization", "current", "averageUtilization"},
                                    {"currentAverageValue", "current", "averageValue", true},
                                    {"container", "container", nullptr}};
constexpr Part kExternalStatus[] = {{"metricName", "metric", "name"},
                                    {"metricSelector", "metric", "selector"},
                                    {"currentValue", "current", "value", true},
                                    {"currentAverageValue", "current", "averageValue"}};
constexpr Source kStatuses[] = {{"object", kObjectStatus},
                                {"pods", kPodsStatus},
                                {"resource", kResourceStatus},
                                {"containerResource", kResourceStatus},
                                {"external", kExternalStatus}};

/// Appends `"key":value`, after a comma unless it is the first.
void appendMember(std::string &json, std::string_view key, std::string_view value)
{
    if (!json.ends_with('{'))
        json += ',';
    kube::appendJsonString(json, key);
    json.append(":").append(value);
}

std::string metricsToV1(const Value &metrics, std::span<const Source> sources)
{
    std::string json = "[";
    for (const Value &metric : metrics.items()) {
        json += json.size() > 1 ? ",{" : "{";
        appendMember(json, "type", kube::toJson(metric["type"]));
        for (const auto &[member, parts] : sources) {
            if (!metric.contains(member))
                continue;
            std::string inner = "{";
            for (const Part &part : parts) {
                const Value &value = part.read(metric[member]);
                if (!value.isNull() || part.isAlwaysWritten)
                    appendMember(inner, part.v1, value.isNull() ? "\"0\"" : kube::toJson(value));
            }
            appendMember(json, member, inner + "}");
        }
        json += '}';
    }
    return json + "]";
}

/// The kind of target follows from which value is given.
std::string_view targetType(std::string_view member, const Value &target)
{
    if (member == "resource" || member == "containerResource")
        return target.contains("averageUtilization") ? "Utilization" : "AverageValue";
    if (member == "object")
        return target.contains("averageValue") ? "AverageValue" : "Value";
    return member == "external" && target.contains("value") ? "Value" : "AverageValue";
}

Value metricsFromV1(const Value &metrics, std::span<const Source> sources, bool hasTargets)
{
    Value result = Value::emptyArray();
    for (const Value &metric : metrics.items()) {
        Value converted = Value::map({{"type", metric["type"]}});
        for (const auto &[member, parts] : sources) {
            if (!metric[member].isMap())
                continue;
            Value inner = Value::emptyMap();
            for (const Part &part : parts) {
                if (metric[member].contains(part.v1))
                    part.write(inner, metric[member][part.v1]);
            }
            if (hasTargets)
                inner.edit("target").set("type", targetType(member, inner["target"]));
            converted.set(member, std::move(inner));
        }
        result.push(std::move(converted));
    }
    return result;
}

Value cpuTarget(const Value &percent)
{
    const Value target = Value::map({{"type", "Utilization"}, {"averageUtilization", percent}});
    return Value::map(
        {{"type", "Resource"}, {"resource", Value::map({{"name", "cpu"}, {"target", target}})}});
}

bool isCpuUtilization(const Value &metric, const char *part)
{
    return metric["type"].asString() == "Resource" && metric["resource"]["name"].asString() == "cpu" &&
           metric["resource"][part].contains("averageUtilization");
}

/// Upstream writes its internal structs: without tags, fields have the names of Go.
std::string rulesToV1(const Value &rules)
{
    if (rules.isNull())
        return "null";
    std::string policies;
    for (const Value &policy : rules["policies"].items()) {
        std::string one = "{";
        appendMember(one, "Type", kube::toJson(policy["type"]));
        appendMember(one, "Value", kube::toJson(policy["value"]));
        appendMember(one, "PeriodSeconds", kube::toJson(policy["periodSeconds"]));
        policies += (policies.empty() ? "" : ",") + one + "}";
    }
    std::string json = "{";
    appendMember(json, "StabilizationWindowSeconds", kube::toJson(rules["stabilizationWindowSeconds"]));
    appendMember(json, "SelectPolicy", kube::toJson(rules["selectPolicy"]));
    appendMember(json, "Policies", rules["policies"].isNull() ? "null" : "[" + policies + "]");
    appendMember(json, "Tolerance", kube::toJson(rules["tolerance"]));
    return json + "}";
}

Value withoutCapitals(const Value &value)
{
    if (value.isArray()) {
        Value items = Value::emptyArray();
        for (const Value &item : value.items())
            items.push(withoutCapitals(item));
        return items;
    }
    if (!value.isMap())
        return value;
    Value members = Value::emptyMap();
    for (const kube::Member &member : value.members()) {
        std::string key(member.key());
        if (!key.empty() && key.front() >= 'A' && key.front() <= 'Z')
            key.front() = static_cast<char>(key.front() + 32);
        if (!member.value.isNull())
            members.set(key, withoutCapitals(member.value));
    }
    return members;
}

std::string conditionsToV1(const Value &conditions)
{
    std::string json = "[";
    for (const Value &condition : conditions.items()) {
        json += json.size() > 1 ? ",{" : "{";
        for (const char *key : {"type", "status", "lastTransitionTime", "reason", "message"}) {
            if (condition.contains(key))
                appendMember(json, key, kube::toJson(condition[key]));
        }
        json += '}';
    }
    return json + "]";
}

void dropAnnotations(Value &metadata)
{
    for (const char *name : kAnnotations) {
        if (metadata["annotations"].contains(annotation(name)))
            metadata.edit("annotations").erase(annotation(name));
    }
    if (metadata.contains("annotations") && metadata["annotations"].isEmpty())
        metadata.erase("annotations");
}

/// What an annotation holds; null when there is none or when it is not JSON.
Value annotated(const Value &metadata, std::string_view name)
{
    const Value &text = metadata["annotations"][annotation(name)];
    auto parsed = text.isString() ? kube::parseJson(text.asString()) : kube::parseJson("null");
    return parsed ? *std::move(parsed) : Value();
}

void specFromV1(Value &spec, const Value &metadata)
{
    Value metrics = metricsFromV1(annotated(metadata, "metrics"), kSources, true);
    if (spec.contains("targetCPUUtilizationPercentage"))
        metrics.push(cpuTarget(spec["targetCPUUtilizationPercentage"]));
    spec.erase("targetCPUUtilizationPercentage");
    if (metrics.size() > 0)
        spec.set("metrics", std::move(metrics));
    if (const Value behavior = withoutCapitals(annotated(metadata, "behavior")); behavior.size() > 0)
        spec.set("behavior", behavior);
}

void statusFromV1(Value &status, const Value &metadata)
{
    const Value current = annotated(metadata, "current-metrics");
    Value metrics = metricsFromV1(current, kStatuses, false);
    if (!current.isArray() && status.contains("currentCPUUtilizationPercentage")) {
        const Value value = Value::map({{"averageUtilization", status["currentCPUUtilizationPercentage"]}});
        metrics.push(Value::map(
            {{"type", "Resource"}, {"resource", Value::map({{"name", "cpu"}, {"current", value}})}}));
    }
    status.erase("currentCPUUtilizationPercentage");
    status.set("currentMetrics", metrics.size() > 0 ? std::move(metrics) : Value());
    if (const Value conditions = annotated(metadata, "conditions"); conditions.isArray())
        status.set("conditions", conditions);
    // v2 leaves the present number out when it is zero.
    if (status["currentReplicas"].asInt() == 0)
        status.erase("currentReplicas");
}

} // namespace

Value autoscalerFromV1(const Value &autoscaler)
{
    Value result = autoscaler;
    result.set("apiVersion", "autoscaling/v2");
    const Value metadata = autoscaler["metadata"];
    Value spec = autoscaler["spec"].isMap() ? autoscaler["spec"] : Value::emptyMap();
    specFromV1(spec, metadata);
    result.set("spec", std::move(spec));
    Value status = autoscaler["status"].isMap() ? autoscaler["status"] : Value::emptyMap();
    statusFromV1(status, metadata);
    result.set("status", std::move(status));
    dropAnnotations(result.edit("metadata"));
    return result;
}

Value autoscalerToV1(const Value &autoscaler)
{
    Value result = autoscaler;
    result.set("apiVersion", "autoscaling/v1");
    Value &metadata = result.edit("metadata");
    dropAnnotations(metadata);
    Value &spec = result.edit("spec");
    Value &status = result.edit("status");
    Value others = Value::emptyArray();
    for (const Value &metric : autoscaler["spec"]["metrics"].items()) {
        if (!isCpuUtilization(metric, "target"))
            others.push(metric);
        else if (!spec.contains("targetCPUUtilizationPercentage"))
            spec.set("targetCPUUtilizationPercentage", metric.at("resource", "target", "averageUtilization"));
    }
    const auto annotate = [&metadata](std::string_view name, std::string text) {
        metadata.edit("annotations").set(annotation(name), text);
    };
    if (others.size() > 0)
        annotate("metrics", metricsToV1(others, kSources));
    const Value &current = autoscaler["status"]["currentMetrics"];
    if (!current.isEmpty())
        annotate("current-metrics", metricsToV1(current, kStatuses));
    for (const Value &metric : current.items()) {
        if (isCpuUtilization(metric, "current"))
            status.set("currentCPUUtilizationPercentage",
                       metric.at("resource", "current", "averageUtilization"));
    }
    if (const Value &behavior = autoscaler["spec"]["behavior"]; behavior.isMap())
        annotate("behavior", "{\"ScaleUp\":" + rulesToV1(behavior["scaleUp"]) +
                                 ",\"ScaleDown\":" + rulesToV1(behavior["scaleDown"]) + "}");
    if (const Value &conditions = autoscaler["status"]["conditions"]; !conditions.isEmpty())
        annotate("conditions", conditionsToV1(conditions));
    spec.erase("metrics");
    spec.erase("behavior");
    for (const char *key : {"currentMetrics", "conditions"})
        status.erase(key);
    for (const char *key : {"currentReplicas", "desiredReplicas"}) {
        if (!status.contains(key))
            status.set(key, 0);
    }
    return result;
}

} // namespace minato::apiserver::kinds
