// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/kinds/containers.h"

#include "apiserver/kinds/pod_template.h"
#include "apiserver/syntax.h"
#include "kube/quantity.h"

#include <algorithm>
#include <format>

namespace minato::apiserver::kinds {
namespace {

using kube::Quantity;
using kube::Value;

void setIfMissing(Value &map, std::string_view key, const Value &value)
{
    if (map[key].isEmpty())
        map.set(key, value);
}

/// An image without a tag, or with "latest", is looked up on every start.
std::string_view pullPolicyFor(std::string_view image)
{
    if (image.contains('@'))
        return "IfNotPresent";
    const std::string_view last = image.substr(image.find_last_of('/') + 1);
    const std::size_t colon = last.find(':');
    return colon == std::string_view::npos || last.substr(colon + 1) == "latest" ? "Always" : "IfNotPresent";
}

void setProbeDefaults(Value &probe)
{
    constexpr std::pair<const char *, int> kDefaults[] = {
        {"timeoutSeconds", 1}, {"periodSeconds", 10}, {"successThreshold", 1}, {"failureThreshold", 3}};
    for (const auto &[key, value] : kDefaults) {
        if (probe[key].asInt() == 0)
            probe.set(key, value);
    }
    if (probe.contains("httpGet")) {
        Value &action = probe.edit("httpGet");
        setIfMissing(action, "path", "/");
        setIfMissing(action, "scheme", "HTTP");
    }
}

void setListDefaults(Value &container)
{
    for (std::size_t i = 0; i < container["ports"].size(); ++i) {
        if (!container["ports"][i].contains("protocol"))
            container.edit("ports").edit(i).set("protocol", "TCP");
    }
    for (std::size_t i = 0; i < container["env"].size(); ++i) {
        const Value &field = container["env"][i]["valueFrom"]["fieldRef"];
        if (field.isMap() && !field.contains("apiVersion"))
            container.edit("env").edit(i).edit("valueFrom").edit("fieldRef").set("apiVersion", "v1");
        const Value &resource = container["env"][i]["valueFrom"]["resourceFieldRef"];
        if (resource.isMap() && !resource.contains("divisor"))
            container.edit("env").edit(i).edit("valueFrom").edit("resourceFieldRef").set("divisor", "0");
    }
}

void complain(FieldErrors &errors, const std::string &path, const Value &value,
              const syntax::Complaints &complaints)
{
    for (const auto &complaint : complaints)
        errors.invalid(path, value, complaint);
}

void validatePorts(const Value &ports, const std::string &path, FieldErrors &errors)
{
    Names names;
    for (std::size_t i = 0; i < ports.size(); ++i) {
        const Value &port = ports[i];
        const std::string at = childPath(path, i);
        if (const std::string_view name = port["name"].asString(); !name.empty()) {
            const auto complaints = syntax::portName(name);
            complain(errors, childPath(at, "name"), name, complaints);
            if (complaints.empty() && !names.emplace(name).second)
                errors.duplicate(childPath(at, "name"), name);
        }
        if (port["containerPort"].asInt() == 0)
            errors.required(childPath(at, "containerPort"));
        else
            complain(errors, childPath(at, "containerPort"), port["containerPort"],
                     syntax::portNumber(port["containerPort"].asInt()));
        if (port["hostPort"].asInt() != 0)
            complain(errors, childPath(at, "hostPort"), port["hostPort"],
                     syntax::portNumber(port["hostPort"].asInt()));
        const std::string_view protocol = port["protocol"].asString();
        if (protocol != "TCP" && protocol != "UDP" && protocol != "SCTP")
            errors.unsupported(childPath(at, "protocol"), protocol, {"SCTP", "TCP", "UDP"});
    }
}

void validateEnv(const Value &env, const std::string &path, FieldErrors &errors)
{
    for (std::size_t i = 0; i < env.size(); ++i) {
        const std::string at = childPath(path, i);
        const std::string_view name = env[i]["name"].asString();
        if (name.empty())
            errors.required(childPath(at, "name"));
        else
            complain(errors, childPath(at, "name"), name, syntax::envVarName(name));
        if (!env[i]["value"].isEmpty() && env[i].contains("valueFrom"))
            errors.invalid(childPath(at, "valueFrom"), "", "may not be specified when `value` is not empty");
    }
}

void validateQuantity(const kube::Member &entry, const std::string &path, FieldErrors &errors)
{
    const auto quantity = Quantity::parse(entry.value.asString());
    if (quantity && *quantity < Quantity())
        errors.invalid(keyedPath(path, entry.key()), entry.value, syntax::kNotNegative);
    if (entry.key().contains('/'))
        return;
    constexpr std::string_view kStandard[] = {"cpu", "memory", "ephemeral-storage"};
    if (!std::ranges::contains(kStandard, entry.key()) && !entry.key().starts_with("hugepages-"))
        errors.invalid(keyedPath(path, entry.key()), entry.key(),
                       "must be a standard resource for containers");
}

void validateResources(const Value &resources, const std::string &path, FieldErrors &errors)
{
    const std::string limitPath = childPath(path, "limits");
    const std::string requestPath = childPath(path, "requests");
    for (const kube::Member &limit : resources["limits"].members())
        validateQuantity(limit, limitPath, errors);
    for (const kube::Member &request : resources["requests"].members()) {
        validateQuantity(request, requestPath, errors);
        const Value &limit = resources["limits"][request.key()];
        const auto wanted = Quantity::parse(request.value.asString());
        const auto most = Quantity::parse(limit.asString());
        if (!limit.isNull() && wanted && most && *wanted > *most)
            errors.invalid(
                requestPath, request.value,
                std::format("must be less than or equal to {} limit of {}", request.key(), limit.asString()));
    }
}

void validateMounts(const Value &mounts, const Names &volumes, const std::string &path, FieldErrors &errors)
{
    Names paths;
    for (std::size_t i = 0; i < mounts.size(); ++i) {
        const std::string at = childPath(path, i);
        const std::string_view name = mounts[i]["name"].asString();
        const std::string_view target = mounts[i]["mountPath"].asString();
        if (name.empty())
            errors.required(childPath(at, "name"));
        if (!volumes.contains(name))
            errors.notFound(childPath(at, "name"), name);
        if (target.empty())
            errors.required(childPath(at, "mountPath"));
        if (!paths.emplace(target).second)
            errors.invalid(childPath(at, "mountPath"), target, "must be unique");
    }
}

void validateProbe(const Value &probe, const std::string &path, bool mustSucceedOnce, FieldErrors &errors)
{
    if (probe.isNull())
        return;
    int handlers = 0;
    for (const char *handler : {"exec", "httpGet", "tcpSocket", "grpc"}) {
        if (probe.contains(handler) && ++handlers > 1)
            errors.forbidden(childPath(path, handler), "may not specify more than 1 handler type");
    }
    if (handlers == 0)
        errors.required(path, "must specify a handler type");
    for (const char *key :
         {"initialDelaySeconds", "timeoutSeconds", "periodSeconds", "successThreshold", "failureThreshold"})
        validateNotNegative(probe[key], childPath(path, key), errors);
    if (mustSucceedOnce && probe["successThreshold"].asInt() != 1)
        errors.invalid(childPath(path, "successThreshold"), probe["successThreshold"], "must be 1");
}

void validateContainer(const Value &container, const Names &volumes, const std::string &path,
                       FieldErrors &errors)
{
    const std::string_view name = container["name"].asString();
    if (name.empty())
        errors.required(childPath(path, "name"));
    else
        complain(errors, childPath(path, "name"), name, syntax::dns1123Label(name));
    if (container["image"].isEmpty())
        errors.required(childPath(path, "image"));
    const std::string_view message = container["terminationMessagePolicy"].asString();
    if (message != "File" && message != "FallbackToLogsOnError")
        errors.unsupported(childPath(path, "terminationMessagePolicy"), message,
                           {"File", "FallbackToLogsOnError"});
    validatePorts(container["ports"], childPath(path, "ports"), errors);
    validateEnv(container["env"], childPath(path, "env"), errors);
    validateMounts(container["volumeMounts"], volumes, childPath(path, "volumeMounts"), errors);
    const std::string_view pull = container["imagePullPolicy"].asString();
    if (pull != "Always" && pull != "IfNotPresent" && pull != "Never")
        errors.unsupported(childPath(path, "imagePullPolicy"), pull, {"Always", "IfNotPresent", "Never"});
    validateResources(container["resources"], childPath(path, "resources"), errors);
    validateProbe(container["livenessProbe"], childPath(path, "livenessProbe"), true, errors);
    validateProbe(container["readinessProbe"], childPath(path, "readinessProbe"), false, errors);
    validateProbe(container["startupProbe"], childPath(path, "startupProbe"), true, errors);
}

void validateList(const Value &containers, const Names &volumes, const std::string &path, Names &names,
                  FieldErrors &errors)
{
    for (std::size_t i = 0; i < containers.size(); ++i) {
        const std::string at = childPath(path, i);
        validateContainer(containers[i], volumes, at, errors);
        const std::string_view name = containers[i]["name"].asString();
        if (!name.empty() && !names.emplace(name).second)
            errors.duplicate(childPath(at, "name"), name);
    }
}

} // namespace

bool needsContainerDefaults(const Value &container)
{
    Value copy = container;
    setContainerDefaults(copy);
    return copy != container;
}

void setContainerDefaults(Value &container)
{
    setIfMissing(container, "imagePullPolicy", pullPolicyFor(container["image"].asString()));
    setIfMissing(container, "terminationMessagePath", "/dev/termination-log");
    setIfMissing(container, "terminationMessagePolicy", "File");
    if (!container.contains("resources"))
        container.set("resources", Value::emptyMap());
    setListDefaults(container);
    for (const char *probe : {"livenessProbe", "readinessProbe", "startupProbe"}) {
        if (container.contains(probe))
            setProbeDefaults(container.edit(probe));
    }
}

void validateContainers(const Value &spec, const Names &volumes, std::string_view path, FieldErrors &errors)
{
    Names names;
    const std::string at = childPath(path, "containers");
    if (spec["containers"].isEmpty())
        errors.required(at);
    validateList(spec["containers"], volumes, at, names, errors);
    validateList(spec["initContainers"], volumes, childPath(path, "initContainers"), names, errors);
}

} // namespace minato::apiserver::kinds
