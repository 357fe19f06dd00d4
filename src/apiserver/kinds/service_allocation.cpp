// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/kinds/service_allocation.h"

#include "apiserver/kinds/workloads.h"
#include "apiserver/service_allocator.h"

#include <map>

namespace minato::apiserver::kinds {
namespace {

using kube::Status;
using kube::Value;

std::string_view typeOf(const Value &spec)
{
    return spec["type"].asString();
}

bool isExternalName(const Value &spec)
{
    return typeOf(spec) == "ExternalName";
}

Status invalid(const Value &service, std::string path, const Value &value, std::string_view why)
{
    FieldErrors errors;
    errors.invalid(std::move(path), value, why);
    return Status::invalid({"", "v1", "Service"}, service["metadata"]["name"].asString(), errors.take());
}

/// Old clients set clusterIP alone; an update may leave both out.
void normalise(Value &spec, const Value &old)
{
    const bool hasOne = !spec["clusterIP"].isEmpty();
    const bool hasMany = !spec["clusterIPs"].isEmpty();
    const bool isSameOne = spec["clusterIP"] == old["clusterIP"];
    if (hasOne && (!hasMany || (!isSameOne && spec["clusterIPs"] == old["clusterIPs"])))
        spec.set("clusterIPs", Value::array({spec["clusterIP"]}));
}

void dropWhatTheTypeDoesNotUse(Value &spec, const Value &old)
{
    if (!isExternalName(old) && isExternalName(spec)) {
        for (const char *key : {"clusterIP", "clusterIPs", "ipFamilies", "ipFamilyPolicy"}) {
            if (spec[key] == old[key])
                spec.erase(key);
        }
    }
    if (!usesNodePorts(old) || usesNodePorts(spec))
        return;
    for (std::size_t i = 0; i < spec["ports"].size(); ++i) {
        if (spec["ports"][i]["nodePort"] == old["ports"][i]["nodePort"])
            spec.edit("ports").edit(i).erase("nodePort");
    }
    for (const char *key : {"externalTrafficPolicy", "allocateLoadBalancerNodePorts", "loadBalancerClass"}) {
        if (spec[key] == old[key])
            spec.erase(key);
    }
}

void keepAllocated(Value &spec, const Value &old)
{
    if (!isExternalName(old) && !isExternalName(spec)) {
        for (const char *key : {"clusterIP", "clusterIPs"}) {
            if (spec[key].isEmpty() && !old[key].isEmpty())
                spec.set(key, old[key]);
        }
    }
    if (!usesNodePorts(old) || !usesNodePorts(spec))
        return;
    std::map<std::int64_t, bool> used;
    for (const Value &port : spec["ports"].items())
        used[port["nodePort"].asInt()] = true;
    for (std::size_t i = 0; i < spec["ports"].size(); ++i) {
        if (spec["ports"][i]["nodePort"].asInt() != 0)
            continue;
        for (const Value &before : old["ports"].items()) {
            const bool isSame = before["name"] == spec["ports"][i]["name"];
            if (isSame && before["nodePort"].asInt() != 0 && !used[before["nodePort"].asInt()])
                spec.edit("ports").edit(i).set("nodePort", before["nodePort"]);
        }
    }
}

kube::Result<void> allocateAddress(Value &service, const std::string &owner, ServiceAllocator &allocator)
{
    Value &spec = service.edit("spec");
    setIfAbsent(spec, "ipFamilies", Value::array({"IPv4"}));
    setIfAbsent(spec, "ipFamilyPolicy", "SingleStack");
    if (isHeadless(spec))
        return {};
    if (spec["clusterIP"].isEmpty()) {
        const auto address = allocator.pickAddress();
        if (!address)
            return std::unexpected(Status::internal("failed to allocate a serviceIP: range is full"));
        spec.set("clusterIP", *address);
        spec.set("clusterIPs", Value::array({*address}));
        return {};
    }
    if (const auto why = allocator.refusal(spec["clusterIP"].asString(), owner))
        return std::unexpected(invalid(service, "spec.clusterIPs", spec["clusterIPs"], *why));
    return {};
}

kube::Result<void> allocatePorts(Value &service, const std::string &owner, ServiceAllocator &allocator)
{
    Value &spec = service.edit("spec");
    std::map<int, int> taken;  // node port → port, of this write
    std::map<int, int> chosen; // port → node port: TCP and UDP of one port share theirs
    for (std::size_t i = 0; i < spec["ports"].size(); ++i) {
        const Value &port = spec["ports"][i];
        const auto number = static_cast<int>(port["nodePort"].asInt());
        if (number == 0)
            continue;
        const std::string path = childPath(childPath("spec.ports", i), "nodePort");
        if (const auto why = allocator.portRefusal(number, port["protocol"].asString(), owner))
            return std::unexpected(invalid(service, path, number, *why));
        chosen[static_cast<int>(port["port"].asInt())] = number;
        taken[number] = static_cast<int>(port["port"].asInt());
    }
    if (!usesNodePorts(spec) || spec["allocateLoadBalancerNodePorts"] == Value(false))
        return {};
    for (std::size_t i = 0; i < spec["ports"].size(); ++i) {
        if (spec["ports"][i]["nodePort"].asInt() != 0)
            continue;
        int &number = chosen[static_cast<int>(spec["ports"][i]["port"].asInt())];
        if (number == 0) {
            const auto picked = allocator.pickPort(taken);
            if (!picked)
                return std::unexpected(Status::internal("failed to allocate a nodePort: range is full"));
            number = *picked;
            taken[number] = 1;
        }
        spec.edit("ports").edit(i).set("nodePort", number);
    }
    return {};
}

} // namespace

bool isHeadless(const Value &spec)
{
    return spec["clusterIP"].asString() == "None";
}

bool usesNodePorts(const Value &spec)
{
    return typeOf(spec) == "NodePort" || typeOf(spec) == "LoadBalancer";
}

kube::Result<void> allocateService(Value &service, const kube::Object *old, WriteContext &context)
{
    Value &spec = service.edit("spec");
    const Value before = old ? old->spec() : Value();
    if (old) {
        dropWhatTheTypeDoesNotUse(spec, before);
        keepAllocated(spec, before);
    }
    normalise(spec, before);
    const Value &metadata = service["metadata"];
    const std::string owner = kube::objectKey(metadata["namespace"].asString(), metadata["name"].asString());
    // A changed address is told by validation: it may not change at all.
    const bool mayAllocate =
        !isExternalName(spec) && (!old || isExternalName(before) || spec["clusterIP"] == before["clusterIP"]);
    if (mayAllocate) {
        if (auto address = allocateAddress(service, owner, context.services); !address)
            return address;
    }
    return allocatePorts(service, owner, context.services);
}

} // namespace minato::apiserver::kinds
