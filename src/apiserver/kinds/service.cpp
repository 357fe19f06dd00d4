// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/kinds/kinds.h"
#include "apiserver/kinds/service_allocation.h"
#include "apiserver/kinds/workloads.h"
#include "apiserver/object_meta.h"
#include "apiserver/syntax.h"
#include "apiserver/table_columns.h"
#include "kube/json.h"
#include "kube/label_selector.h"

#include <algorithm>
#include <format>
#include <set>

/// Mirrors   pkg/registry/core/service, pkg/apis/core (defaults, validation)
namespace minato::apiserver::kinds {
namespace {

using kube::Value;

void setPortDefaults(Value &spec)
{
    for (std::size_t i = 0; i < spec["ports"].size(); ++i) {
        const Value &port = spec["ports"][i];
        const Value &target = port["targetPort"];
        if (port.contains("protocol") && !target.isEmpty() && target != Value(0))
            continue;
        Value &edited = spec.edit("ports").edit(i);
        setIfAbsent(edited, "protocol", "TCP");
        if (edited["targetPort"].isEmpty() || edited["targetPort"] == Value(0))
            edited.set("targetPort", edited["port"]);
    }
}

void setDefaults(Value &service)
{
    Value &spec = service.edit("spec");
    setIfAbsent(spec, "sessionAffinity", "None");
    if (spec["sessionAffinity"].asString() == "None")
        spec.erase("sessionAffinityConfig");
    else if (spec["sessionAffinity"].asString() == "ClientIP" &&
             spec.at("sessionAffinityConfig", "clientIP", "timeoutSeconds").isNull())
        spec.edit("sessionAffinityConfig").edit("clientIP").set("timeoutSeconds", 10800);
    setIfAbsent(spec, "type", "ClusterIP");
    setPortDefaults(spec);
    const std::string_view type = spec["type"].asString();
    if (usesNodePorts(spec) || !spec["externalIPs"].isEmpty())
        setIfAbsent(spec, "externalTrafficPolicy", "Cluster");
    if (type != "ExternalName")
        setIfAbsent(spec, "internalTrafficPolicy", "Cluster");
    if (type == "LoadBalancer")
        setIfAbsent(spec, "allocateLoadBalancerNodePorts", true);
}

void prepareForCreate(Value &service)
{
    service.set("status", Value::map({{"loadBalancer", Value::emptyMap()}}));
}

void validatePort(const Value &port, const std::string &path, bool needsName,
                  std::set<std::string_view> &names, FieldErrors &errors)
{
    const std::string_view name = port["name"].asString();
    if (needsName && name.empty())
        errors.required(childPath(path, "name"));
    if (!name.empty()) {
        for (const auto &complaint : syntax::dns1123Label(name))
            errors.invalid(childPath(path, "name"), name, complaint);
        if (!names.insert(name).second)
            errors.duplicate(childPath(path, "name"), name);
    }
    for (const auto &complaint : syntax::portNumber(port["port"].asInt()))
        errors.invalid(childPath(path, "port"), port["port"].asInt(), complaint);
    const std::string_view protocol = port["protocol"].asString();
    if (protocol != "TCP" && protocol != "UDP" && protocol != "SCTP")
        errors.unsupported(childPath(path, "protocol"), protocol, {"SCTP", "TCP", "UDP"});
    const Value &target = port["targetPort"];
    for (const auto &complaint :
         target.isString() ? syntax::portName(target.asString()) : syntax::portNumber(target.asInt()))
        errors.invalid(childPath(path, "targetPort"), target, complaint);
}

void validatePorts(const Value &spec, FieldErrors &errors)
{
    const auto ports = spec["ports"].items();
    std::set<std::string_view> names;
    std::set<std::pair<std::string_view, std::int64_t>> numbers;
    std::set<std::pair<std::string_view, std::int64_t>> nodePorts;
    for (std::size_t i = 0; i < ports.size(); ++i) {
        const std::string path = childPath("spec.ports", i);
        validatePort(ports[i], path, ports.size() > 1, names, errors);
        const std::string_view protocol = ports[i]["protocol"].asString();
        const std::int64_t nodePort = ports[i]["nodePort"].asInt();
        if (nodePort != 0 && spec["type"].asString() == "ClusterIP")
            errors.forbidden(childPath(path, "nodePort"), "may not be used when `type` is 'ClusterIP'");
        if (nodePort != 0 && !nodePorts.emplace(protocol, nodePort).second)
            errors.duplicate(childPath(path, "nodePort"), nodePort);
        if (!numbers.emplace(protocol, ports[i]["port"].asInt()).second)
            errors.duplicate(path, Value::map({{"port", ports[i]["port"]}, {"protocol", protocol}}));
    }
}

void validateType(const Value &spec, FieldErrors &errors)
{
    const std::string_view type = spec["type"].asString();
    if (isHeadless(spec) && usesNodePorts(spec))
        errors.invalid("spec.clusterIPs[0]", "None",
                       std::format("may not be set to 'None' for {} services", type));
    if (type == "ExternalName") {
        for (const char *key : {"clusterIPs", "ipFamilies", "ipFamilyPolicy"}) {
            if (!spec[key].isEmpty())
                errors.forbidden(childPath("spec", key), "may not be set for ExternalName services");
        }
        std::string_view name = spec["externalName"].asString();
        if (name.ends_with('.'))
            name.remove_suffix(1);
        if (name.empty())
            errors.required("spec.externalName");
        else
            for (const auto &complaint : syntax::dns1123Subdomain(name))
                errors.invalid("spec.externalName", name, complaint);
    } else if (type != "ClusterIP" && type != "NodePort" && type != "LoadBalancer") {
        errors.unsupported("spec.type", type, {"ClusterIP", "ExternalName", "LoadBalancer", "NodePort"});
    }
}

void validateSpec(const Value &service, FieldErrors &errors)
{
    const Value &spec = service["spec"];
    if (spec["ports"].isEmpty() && !isHeadless(spec) && spec["type"].asString() != "ExternalName")
        errors.required("spec.ports");
    validateType(spec, errors);
    validatePorts(spec, errors);
    meta::validateLabels(spec["selector"], "spec.selector", errors);
    const std::string_view affinity = spec["sessionAffinity"].asString();
    if (affinity != "None" && affinity != "ClientIP")
        errors.unsupported("spec.sessionAffinity", affinity, {"ClientIP", "None"});
    const Value &timeout = spec.at("sessionAffinityConfig", "clientIP", "timeoutSeconds");
    if (affinity == "ClientIP" && (timeout.asInt() <= 0 || timeout.asInt() > 86400))
        errors.invalid("spec.sessionAffinityConfig.clientIP.timeoutSeconds", timeout,
                       "must be greater than 0 and less than 86400");
    for (const char *key : {"externalTrafficPolicy", "internalTrafficPolicy"}) {
        const std::string_view policy = spec[key].asString();
        if (!policy.empty() && policy != "Cluster" && policy != "Local")
            errors.unsupported(childPath("spec", key), policy, {"Cluster", "Local"});
    }
}

void validateUpdate(const Value &service, const kube::Object &old, FieldErrors &errors)
{
    const Value &spec = service["spec"];
    const Value &before = old.spec();
    const bool hadAddress = !before["clusterIPs"].isEmpty() && before["type"].asString() != "ExternalName";
    if (hadAddress && spec["type"].asString() != "ExternalName" &&
        spec.at("clusterIPs", 0) != before.at("clusterIPs", 0))
        errors.invalid("spec.clusterIPs[0]", spec["clusterIPs"], "may not change once set");
    if (spec != before)
        validateSpec(service, errors);
}

std::string joined(std::span<const Value> texts)
{
    std::string all;
    for (const Value &text : texts)
        all.append(all.empty() ? "" : ",").append(text.asString());
    return all;
}

std::string externalAddress(const Value &service)
{
    const Value &spec = service["spec"];
    const std::string_view type = spec["type"].asString();
    std::string external = joined(spec["externalIPs"].items());
    if (type == "ExternalName")
        return std::string(spec["externalName"].asString());
    if (type != "LoadBalancer")
        return external.empty() ? "<none>" : external;
    std::set<std::string_view> ingress;
    for (const Value &one : service.at("status", "loadBalancer", "ingress").items())
        ingress.insert(one[one["ip"].isEmpty() ? "hostname" : "ip"].asString());
    std::string balancer;
    for (const auto one : ingress)
        balancer.append(balancer.empty() ? "" : ",").append(one);
    if (!external.empty())
        return balancer.empty() ? external : balancer + "," + external;
    return balancer.empty() ? "<pending>" : balancer;
}

std::string portsText(const Value &spec)
{
    std::string text;
    for (const Value &port : spec["ports"].items()) {
        text += std::format("{}{}", text.empty() ? "" : ",", port["port"].asInt());
        if (const auto nodePort = port["nodePort"].asInt())
            text += std::format(":{}", nodePort);
        text += std::format("/{}", port["protocol"].asString());
    }
    return text.empty() ? "<none>" : text;
}

std::vector<kube::TableColumn> columns()
{
    return {nameColumn(),
            column("Type", "string",
                   "How the Service is reached: ClusterIP, NodePort, LoadBalancer or ExternalName."),
            column("Cluster-IP", "string", "The address inside the cluster."),
            column("External-IP", "string", "Addresses or names outside the cluster."),
            column("Port(s)", "string", "Ports with their protocols, and node ports after a colon."),
            ageColumn(),
            wideColumn("Selector", "string", "Labels of the Pods that answer.")};
}

std::vector<Value> cells(const kube::Object &service, base::Instant now)
{
    const Value &spec = service.spec();
    return {service.name(),
            spec["type"].asString(),
            textOr(spec.at("clusterIPs", 0).asString(), "<none>"),
            externalAddress(service.root()),
            portsText(spec),
            ageCell(service, now),
            kube::formatLabels(spec["selector"])};
}

} // namespace

Kind service()
{
    Kind kind;
    kind.version = "v1";
    kind.resource = "services";
    kind.singular = "service";
    kind.kind = "Service";
    kind.shortNames = {"svc"};
    kind.categories = {"all"};
    kind.hasStatus = true;
    kind.subresources = {
        {"proxy", {"", "v1", "ServiceProxyOptions"}, {"create", "delete", "get", "patch", "update"}}};
    kind.returnsDeletedObject = true;
    kind.nameRule = syntax::serviceName;
    kind.isAboutSpec = true;
    kind.setDefaults = setDefaults;
    kind.allocate = allocateService;
    kind.prepareForCreate = prepareForCreate;
    kind.validate = validateSpec;
    kind.validateUpdate = validateUpdate;
    kind.columns = columns();
    kind.cells = cells;
    kind.fields = {
        {"spec.clusterIP",
         [](const kube::Object &s) { return std::string(s.spec()["clusterIP"].asString()); }},
        {"spec.type", [](const kube::Object &s) { return std::string(s.spec()["type"].asString()); }}};
    kind.hasOwnFieldRules = true;
    return kind;
}

} // namespace minato::apiserver::kinds
