// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/kinds/workloads.h"

#include "apiserver/object_meta.h"
#include "apiserver/syntax.h"

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
    validatePodTemplate(spec["template"], selector, "spec.template", errors);
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

Subresource scaleSubresource()
{
    return {"scale", {"autoscaling", "v1", "Scale"}, {"get", "patch", "update"}};
}

} // namespace minato::apiserver::kinds
