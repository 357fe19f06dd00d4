// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/kinds/workloads.h"

#include "apiserver/object_meta.h"
#include "apiserver/syntax.h"
#include "kube/json.h"

#include <algorithm>
#include <cstdlib>
#include <format>

namespace minato::apiserver::kinds {

using kube::Value;

void setIfAbsent(Value &map, std::string_view key, const Value &value)
{
    if (!map.contains(key))
        map.set(key, value);
}

void setTemplateDefaults(Value &spec)
{
    const Value before = spec["template"]["spec"];
    Value after = before;
    setPodSpecDefaults(after);
    if (!after.isSameNode(before))
        spec.edit("template").set("spec", std::move(after));
    if (!spec["template"].contains("metadata"))
        spec.edit("template").set("metadata", Value::emptyMap());
}

void dropStatus(Value &object)
{
    object.set("status", Value::emptyMap());
}

void keepLabels(Value &object, const kube::Object &old)
{
    if (old.labels().isNull())
        object.edit("metadata").erase("labels");
    else
        object.edit("metadata").set("labels", old.labels());
}

void validateWorkloadSelector(const Value &spec, FieldErrors &errors)
{
    const Value &selector = spec["selector"];
    if (selector.isNull()) {
        errors.required("spec.selector");
    } else {
        meta::validateSelector(selector, "spec.selector", errors);
        if (selector["matchLabels"].isEmpty() && selector["matchExpressions"].isEmpty())
            errors.invalid("spec.selector", selector, "empty selector is invalid for deployment");
    }
    validatePodTemplate(spec["template"], selector, "spec.template", "ReplicaSet", errors);
}

void validateSameSelector(const Value &object, const kube::Object &old, FieldErrors &errors)
{
    const Value &selector = object["spec"]["selector"];
    if (selector != old.spec()["selector"])
        errors.invalid("spec.selector", selector, syntax::kImmutable);
}

void validateReplicaCounts(const Value &status, std::initializer_list<std::string_view> parts,
                           FieldErrors &errors)
{
    for (const std::string_view key : {"replicas", "observedGeneration"})
        validateNotNegative(status[key], childPath("status", key), errors);
    for (const std::string_view key : parts) {
        validateNotNegative(status[key], childPath("status", key), errors);
        if (status[key].asInt() > status["replicas"].asInt())
            errors.invalid(childPath("status", key), status[key], "cannot be greater than status.replicas");
    }
    if (status["availableReplicas"].asInt() > status["readyReplicas"].asInt())
        errors.invalid("status.availableReplicas", status["availableReplicas"],
                       "cannot be greater than readyReplicas");
}

void validateIntOrPercent(const Value &value, const std::string &path, FieldErrors &errors)
{
    if (value.isString() && !syntax::isPercent(value.asString()))
        errors.invalid(path, value,
                       "a valid percent string must be a numeric string followed by an ending '%' (e.g. "
                       "'1%',  or '93%', "
                       "regex used for validation is '[0-9]+%')");
    validateNotNegative(value, path, errors);
}

void validateAtMostAll(const Value &value, const std::string &path, FieldErrors &errors)
{
    if (value.isString() && syntax::isPercent(value.asString()) && percentOrInt(value) > 100)
        errors.invalid(path, value, "must not be greater than 100%");
}

std::int64_t percentOrInt(const Value &value)
{
    return value.isString() ? std::atoll(std::string(value.asString()).c_str()) : value.asInt();
}

std::string internalStrategy(const Value &strategy)
{
    const Value &rolling = strategy["rollingUpdate"];
    const std::string update = rolling.isMap() ? std::format(R"({{"MaxUnavailable":{},"MaxSurge":{}}})",
                                                             kube::toJson(rolling["maxUnavailable"]),
                                                             kube::toJson(rolling["maxSurge"]))
                                               : "null";
    return std::format(R"({{"Type":{},"RollingUpdate":{}}})", kube::toJson(strategy["type"]), update);
}

std::string lowerCase(std::string_view text)
{
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return lower;
}

Subresource scaleSubresource()
{
    return {"scale", {"autoscaling", "v1", "Scale"}, {"get", "patch", "update"}};
}

} // namespace minato::apiserver::kinds
