// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/kinds/kinds.h"
#include "apiserver/syntax.h"
#include "apiserver/table_columns.h"

#include <format>
#include <span>

/// Endpoints and EndpointSlice.
/// Mirrors   pkg/registry/core/endpoint, pkg/registry/discovery/endpointslice,
/// pkg/apis/{core,discovery}/validation
namespace minato::apiserver::kinds {
namespace {

using kube::Value;

constexpr std::size_t kShown = 3;

void setPortProtocols(Value &ports)
{
    for (std::size_t i = 0; i < ports.size(); ++i) {
        if (!ports[i].contains("protocol"))
            ports.edit(i).set("protocol", "TCP");
    }
}

void setEndpointsDefaults(Value &endpoints)
{
    for (std::size_t i = 0; i < endpoints["subsets"].size(); ++i) {
        if (!endpoints["subsets"][i]["ports"].isEmpty())
            setPortProtocols(endpoints.edit("subsets").edit(i).edit("ports"));
    }
}

/// Storage (protobuf) does not tell an empty list from none: what is stored reads null.
void setSliceDefaults(Value &slice)
{
    for (const char *list : {"endpoints", "ports"}) {
        if (slice[list].isEmpty())
            slice.set(list, Value());
    }
    for (std::size_t i = 0; i < slice["ports"].size(); ++i) {
        const Value &port = slice["ports"][i];
        if (port.contains("protocol") && port.contains("name"))
            continue;
        Value &edited = slice.edit("ports").edit(i);
        if (!edited.contains("protocol"))
            edited.set("protocol", "TCP");
        if (!edited.contains("name"))
            edited.set("name", "");
    }
}

void validateAddresses(const Value &addresses, const std::string &path, FieldErrors &errors)
{
    for (std::size_t i = 0; i < addresses.size(); ++i) {
        const Value &ip = addresses[i]["ip"];
        if (!syntax::isIP(ip.asString()))
            errors.invalid(childPath(childPath(path, i), "ip"), ip,
                           "must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)");
    }
}

void validateEndpoints(const Value &endpoints, FieldErrors &errors)
{
    const auto subsets = endpoints["subsets"].items();
    for (std::size_t i = 0; i < subsets.size(); ++i) {
        const std::string path = childPath("subsets", i);
        if (subsets[i]["addresses"].isEmpty() && subsets[i]["notReadyAddresses"].isEmpty())
            errors.required(path, "must specify `addresses` or `notReadyAddresses`");
        validateAddresses(subsets[i]["addresses"], childPath(path, "addresses"), errors);
        validateAddresses(subsets[i]["notReadyAddresses"], childPath(path, "notReadyAddresses"), errors);
    }
}

void validateSlice(const Value &slice, FieldErrors &errors)
{
    const std::string_view type = slice["addressType"].asString();
    if (type.empty())
        errors.required("addressType");
    else if (type != "IPv4" && type != "IPv6" && type != "FQDN")
        errors.unsupported("addressType", type, {"FQDN", "IPv4", "IPv6"});
    const auto endpoints = slice["endpoints"].items();
    for (std::size_t i = 0; i < endpoints.size(); ++i) {
        const std::string path = childPath(childPath("endpoints", i), "addresses");
        const auto addresses = endpoints[i]["addresses"].items();
        if (addresses.empty())
            errors.required(path, "must contain at least 1 address");
        for (std::size_t k = 0; type == "IPv4" && k < addresses.size(); ++k) {
            if (!syntax::isIPv4(addresses[k].asString()))
                errors.invalid(childPath(path, k), addresses[k], "must be an IPv4 address");
        }
    }
}

void validateEndpointsUpdate(const Value &endpoints, const kube::Object &, FieldErrors &errors)
{
    validateEndpoints(endpoints, errors);
}

void validateSliceUpdate(const Value &slice, const kube::Object &old, FieldErrors &errors)
{
    validateSlice(slice, errors);
    if (slice["addressType"] != old["addressType"])
        errors.invalid("addressType", slice["addressType"], syntax::kImmutable);
}

/// The first three of a list that may go on.
struct Shown {
    std::string text;
    std::size_t count = 0;

    void add(std::string_view one)
    {
        if (count++ < kShown)
            text.append(text.empty() ? "" : ",").append(one);
    }
    [[nodiscard]] std::string finish() const
    {
        return count > kShown ? std::format("{} + {} more...", text, count - kShown) : text;
    }
};

std::string endpointsText(const Value &subsets)
{
    if (subsets.isEmpty())
        return "<none>";
    Shown shown;
    for (const Value &subset : subsets.items()) {
        const auto addresses = subset["addresses"].items();
        for (const Value &address : subset["ports"].isEmpty() ? addresses : std::span<const Value>())
            shown.add(address["ip"].asString());
        for (const Value &port : subset["ports"].items()) {
            for (const Value &address : addresses)
                shown.add(std::format("{}:{}", address["ip"].asString(), port["port"].asInt()));
        }
    }
    return shown.finish();
}

std::string slicePortsText(const Value &ports)
{
    Shown shown;
    for (const Value &port : ports.items()) {
        const std::string_view name = port["name"].asString();
        shown.add(port["port"].isInt() ? std::to_string(port["port"].asInt())
                                       : std::string(name.empty() ? "*" : name));
    }
    return shown.count == 0 ? "<unset>" : shown.finish();
}

std::string sliceEndpointsText(const Value &endpoints)
{
    Shown shown;
    for (const Value &endpoint : endpoints.items()) {
        for (const Value &address : endpoint["addresses"].items())
            shown.add(address.asString());
    }
    return shown.count == 0 ? "<unset>" : shown.finish();
}

std::vector<Value> endpointsCells(const kube::Object &endpoints, base::Instant now)
{
    return {endpoints.name(), endpointsText(endpoints["subsets"]), ageCell(endpoints, now)};
}

std::vector<Value> sliceCells(const kube::Object &slice, base::Instant now)
{
    return {slice.name(), slice["addressType"].asString(), slicePortsText(slice["ports"]),
            sliceEndpointsText(slice["endpoints"]), ageCell(slice, now)};
}

} // namespace

Kind endpoints()
{
    Kind kind;
    kind.version = "v1";
    kind.resource = "endpoints";
    kind.singular = "endpoints";
    kind.kind = "Endpoints";
    kind.shortNames = {"ep"};
    kind.canCreateOnUpdate = true;
    kind.nameRule = syntax::subdomainName;
    kind.setDefaults = setEndpointsDefaults;
    kind.validate = validateEndpoints;
    kind.validateUpdate = validateEndpointsUpdate;
    kind.deprecation = "v1 Endpoints is deprecated in v1.33+; use discovery.k8s.io/v1 EndpointSlice";
    kind.columns = {nameColumn(), column("Endpoints", "string", "Addresses and ports that are ready."),
                    ageColumn()};
    kind.cells = endpointsCells;
    return kind;
}

Kind endpointSlice()
{
    Kind kind;
    kind.group = "discovery.k8s.io";
    kind.version = "v1";
    kind.resource = "endpointslices";
    kind.singular = "endpointslice";
    kind.kind = "EndpointSlice";
    kind.generation = GenerationRule::AllButMetadata;
    kind.nameRule = syntax::subdomainName;
    kind.setDefaults = setSliceDefaults;
    kind.validate = validateSlice;
    kind.validateUpdate = validateSliceUpdate;
    kind.columns = {nameColumn(),
                    column("AddressType", "string", "What the addresses are: IPv4, IPv6 or FQDN."),
                    column("Ports", "string", "Ports of the endpoints."),
                    column("Endpoints", "string", "Addresses of the endpoints, ready or not."), ageColumn()};
    kind.cells = sliceCells;
    return kind;
}

} // namespace minato::apiserver::kinds
