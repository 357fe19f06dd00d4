// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/kubectl/typed_object.h"

#include <string_view>

namespace minato::shell::kubectl {
namespace {

using kube::Value;

void ensure(Value &map, std::string_view key, Value standard)
{
    if (!map.contains(key))
        map.set(key, std::move(standard));
}

void completeMetadata(Value &object, bool hasNullTimes)
{
    ensure(object, "metadata", Value::emptyMap());
    if (hasNullTimes)
        ensure(object.edit("metadata"), "creationTimestamp", Value());
}

void completePodSpec(Value &spec)
{
    ensure(spec, "containers", Value());
    for (const char *list : {"containers", "initContainers"}) {
        if (!spec[list].isArray())
            continue;
        for (Value &container : spec.edit(list).editItems())
            ensure(container, "resources", Value::emptyMap());
    }
}

void completeTemplate(Value &spec, bool hasNullTimes)
{
    Value &podTemplate = spec.edit("template");
    completeMetadata(podTemplate, hasNullTimes);
    ensure(podTemplate, "spec", Value::emptyMap());
    completePodSpec(podTemplate.edit("spec"));
}

} // namespace

Value asTyped(Value object, bool hasNullTimes)
{
    const std::string_view kind = object["kind"].asString();
    if (kind == "List")
        return object;
    completeMetadata(object, hasNullTimes);
    if (kind == "Job") {
        ensure(object, "spec", Value::emptyMap());
        completeTemplate(object.edit("spec"), hasNullTimes);
    } else if (kind == "Deployment" || kind == "ReplicaSet") {
        ensure(object, "spec", Value::emptyMap());
        ensure(object.edit("spec"), "selector", Value());
        completeTemplate(object.edit("spec"), hasNullTimes);
        if (kind == "Deployment")
            ensure(object.edit("spec"), "strategy", Value::emptyMap());
    } else if (kind == "Pod") {
        ensure(object, "spec", Value::emptyMap());
        completePodSpec(object.edit("spec"));
    } else if (kind == "Service" || kind == "Namespace") {
        ensure(object, "spec", Value::emptyMap());
    } else {
        return object;
    }
    ensure(object, "status", Value::emptyMap());
    if (kind == "ReplicaSet")
        ensure(object.edit("status"), "replicas", 0);
    if (kind == "Service")
        ensure(object.edit("status"), "loadBalancer", Value::emptyMap());
    return object;
}

} // namespace minato::shell::kubectl
