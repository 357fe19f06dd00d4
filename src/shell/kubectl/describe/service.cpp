// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Services, Endpoints and EndpointSlices.
#include "kube/label_selector.h"
#include "shell/kubectl/describe/describe.h"

namespace minato::shell::kubectl {
namespace {

using kube::Value;

constexpr std::size_t kShownEndpoints = 3;

std::string joined(const Value &list, std::string_view separator)
{
    std::string text;
    for (const Value &item : list.items())
        text += (text.empty() ? "" : std::string(separator)) + std::string(item.asString());
    return text;
}

/// "10.244.0.5:80,10.244.0.6:80 + 2 more...": the ready endpoints behind one port of a Service.
///
/// Mirrors   formatEndpointSlices: an endpoint that comes after the third makes "more" even when it is not
/// ready
std::string endpointsText(const std::vector<kube::ObjectPtr> &slices, std::string_view portName)
{
    if (slices.empty())
        return "<none>";
    std::vector<std::string> shown;
    std::size_t count = 0;
    bool hasMore = false;
    const auto add = [&](const Value &endpoint, const std::string &port) {
        hasMore |= shown.size() == kShownEndpoints;
        if (!endpoint.at("conditions", "ready").asBool(true))
            return;
        const std::string address(endpoint["addresses"][0].asString());
        const std::string host = address.contains(':') && !port.empty() ? "[" + address + "]" : address;
        if (!hasMore)
            shown.push_back(host + port);
        ++count;
    };
    for (const kube::ObjectPtr &slice : slices) {
        for (const Value &port : (*slice)["ports"].items())
            if (port["name"].asString() == portName)
                for (const Value &endpoint : (*slice)["endpoints"].items())
                    add(endpoint, ":" + std::to_string(port["port"].asInt()));
        if ((*slice)["ports"].size() == 0)
            for (const Value &endpoint : (*slice)["endpoints"].items())
                add(endpoint, "");
    }
    std::string text;
    for (const std::string &endpoint : shown)
        text += (text.empty() ? "" : ",") + endpoint;
    return hasMore ? std::format("{} + {} more...", text,
                                 static_cast<long>(count) - static_cast<long>(kShownEndpoints))
                   : text;
}

std::string ingressText(const Value &ingress)
{
    std::string text;
    for (const Value &item : ingress.items()) {
        text += text.empty() ? "" : ", ";
        if (item["ip"].asString().empty())
            text += item["hostname"].asString();
        else
            text += std::string(item["ip"].asString()) +
                    (item["ipMode"].isNull() ? "" : std::format(" ({})", item["ipMode"].asString()));
    }
    return text;
}

void writeAddresses(DescribeWriter &w, const kube::Object &service)
{
    const Value &spec = service.spec();
    if (const auto policy = spec["ipFamilyPolicy"].asString(); !policy.empty())
        w.line(0, "IP Family Policy:\t{}", policy);
    w.line(0, "IP Families:\t{}", orNone(joined(spec["ipFamilies"], ",")));
    w.line(0, "IP:\t{}", spec["clusterIP"].asString());
    w.line(0, "IPs:\t{}", orNone(joined(spec["clusterIPs"], ",")));
    if (spec["externalIPs"].size() > 0)
        w.line(0, "External IPs:\t{}", joined(spec["externalIPs"], ","));
    if (const auto ip = spec["loadBalancerIP"].asString(); !ip.empty())
        w.line(0, "Desired LoadBalancer IP:\t{}", ip);
    if (const auto name = spec["externalName"].asString(); !name.empty())
        w.line(0, "External Name:\t{}", name);
    if (const Value &ingress = service.at("status", "loadBalancer", "ingress"); ingress.size() > 0)
        w.line(0, "LoadBalancer Ingress:\t{}", ingressText(ingress));
}

void writeServicePorts(DescribeWriter &w, const Value &ports, const std::vector<kube::ObjectPtr> &slices)
{
    for (const Value &port : ports.items()) {
        const std::string_view protocol = port["protocol"].asString(), name = port["name"].asString();
        const std::string_view shownName = name.empty() ? "<unset>" : name;
        const std::string target = port["targetPort"].isNull() ? "0" : plainText(port["targetPort"]);
        w.line(0, "Port:\t{}\t{}/{}", shownName, port["port"].asInt(), protocol);
        w.line(0, "TargetPort:\t{}/{}", target, protocol);
        if (port["nodePort"].asInt() != 0)
            w.line(0, "NodePort:\t{}\t{}/{}", shownName, port["nodePort"].asInt(), protocol);
        w.line(0, "Endpoints:\t{}", endpointsText(slices, name));
    }
}

} // namespace

client::Task<Result<std::string>> describeService(Describing subject)
{
    const kube::ObjectPtr service = subject.object;
    const std::string name(service->name());
    const auto slices =
        co_await listAll(subject.session, kube::resources::kEndpointSlices, std::string(service->ns()),
                         {{"labelSelector", "kubernetes.io/service-name=" + name}});
    const Events events = co_await findEvents(subject);
    const Value &spec = service->spec();
    DescribeWriter w(subject.session);
    w.line(0, "Name:\t{}", name);
    w.line(0, "Namespace:\t{}", service->ns());
    w.labels("Labels", service->labels());
    w.annotations("Annotations", service->annotations());
    w.line(0, "Selector:\t{}", kube::formatLabels(spec["selector"]));
    w.line(0, "Type:\t{}", spec["type"].asString());
    writeAddresses(w, *service);
    writeServicePorts(w, spec["ports"], slices.value_or(std::vector<kube::ObjectPtr>()));
    w.line(0, "Session Affinity:\t{}", spec["sessionAffinity"].asString());
    for (const auto &[field, title] : {std::pair("externalTrafficPolicy", "External Traffic Policy"),
                                       std::pair("internalTrafficPolicy", "Internal Traffic Policy")})
        if (const auto policy = spec[field].asString(); !policy.empty())
            w.line(0, "{}:\t{}", title, policy);
    if (spec["healthCheckNodePort"].asInt() != 0)
        w.line(0, "HealthCheck NodePort:\t{}", spec["healthCheckNodePort"].asInt());
    if (spec["loadBalancerSourceRanges"].size() > 0)
        w.line(0, "LoadBalancer Source Ranges:\t{}", joined(spec["loadBalancerSourceRanges"], ","));
    if (const auto distribution = spec["trafficDistribution"].asString(); !distribution.empty())
        w.line(0, "Traffic Distribution:\t{}", distribution);
    writeEvents(w, events);
    co_return w.take();
}

client::Task<Result<std::string>> describeEndpoints(Describing subject)
{
    const kube::ObjectPtr endpoints = subject.object;
    const Events events = co_await findEvents(subject);
    DescribeWriter w(subject.session);
    w.line(0, "Name:\t{}", endpoints->name());
    w.line(0, "Namespace:\t{}", endpoints->ns());
    w.labels("Labels", endpoints->labels());
    w.annotations("Annotations", endpoints->annotations());
    w.line(0, "Subsets:");
    const auto addresses = [](const Value &list) {
        std::string text;
        for (const Value &address : list.items())
            text += (text.empty() ? "" : ",") + std::string(address["ip"].asString());
        return orNone(std::move(text));
    };
    for (const Value &subset : (*endpoints)["subsets"].items()) {
        w.line(1, "Addresses:\t{}", addresses(subset["addresses"]));
        w.line(1, "NotReadyAddresses:\t{}", addresses(subset["notReadyAddresses"]));
        if (subset["ports"].size() > 0) {
            w.line(1, "Ports:");
            w.write(2, "Name\tPort\tProtocol\n");
            w.write(2, "----\t----\t--------\n");
        }
        for (const Value &port : subset["ports"].items())
            w.line(2, "{}\t{}\t{}", port["name"].asString().empty() ? "<unset>" : port["name"].asString(),
                   port["port"].asInt(), port["protocol"].asString());
        w.write(0, "\n");
    }
    writeEvents(w, events);
    co_return w.take();
}

client::Task<Result<std::string>> describeEndpointSlice(Describing subject)
{
    const kube::ObjectPtr slice = subject.object;
    const Events events = co_await findEvents(subject);
    DescribeWriter w(subject.session);
    w.line(0, "Name:\t{}", slice->name());
    w.line(0, "Namespace:\t{}", slice->ns());
    w.labels("Labels", slice->labels());
    w.annotations("Annotations", slice->annotations());
    w.line(0, "AddressType:\t{}", (*slice)["addressType"].asString());
    const auto orUnset = [](const Value &value) {
        return value.isEmpty() ? std::string("<unset>") : plainText(value);
    };
    if ((*slice)["ports"].size() == 0) {
        w.line(0, "Ports: <unset>");
    } else {
        w.line(0, "Ports:");
        w.write(1, "Name\tPort\tProtocol\n");
        w.write(1, "----\t----\t--------\n");
        for (const Value &port : (*slice)["ports"].items())
            w.line(1, "{}\t{}\t{}", orUnset(port["name"]), orUnset(port["port"]),
                   port["protocol"].asString());
    }
    w.line(0, "Endpoints:{}", (*slice)["endpoints"].size() == 0 ? " <none>" : "");
    for (const Value &endpoint : (*slice)["endpoints"].items()) {
        w.line(1, "- Addresses:\t{}", orNone(joined(endpoint["addresses"], ", ")));
        w.line(2, "Conditions:");
        w.line(3, "Ready:\t{}", orUnset(endpoint.at("conditions", "ready")));
        w.line(2, "Hostname:\t{}", orUnset(endpoint["hostname"]));
        if (const Value &target = endpoint["targetRef"]; target.isMap())
            w.line(2, "TargetRef:\t{}/{}", target["kind"].asString(), target["name"].asString());
        w.line(2, "NodeName:\t{}", orUnset(endpoint["nodeName"]));
        w.line(2, "Zone:\t{}", orUnset(endpoint["zone"]));
    }
    writeEvents(w, events);
    co_return w.take();
}

} // namespace minato::shell::kubectl
