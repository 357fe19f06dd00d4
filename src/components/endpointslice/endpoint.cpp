// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/endpointslice/endpoint.h"

#include "components/common/pod.h"
#include "components/endpointslice/port_order.h"

namespace minato::components {
namespace {

std::int64_t namedPort(const kube::Object &pod, std::string_view name, std::string_view protocol)
{
    const auto find = [&](const kube::Value &container) -> std::int64_t {
        for (const kube::Value &port : container["ports"].items()) {
            if (port["name"].asString() == name && port["protocol"].asString("TCP") == protocol)
                return port["containerPort"].asInt();
        }
        return 0;
    };
    std::int64_t number = 0;
    for (const kube::Value &container : pod.spec()["containers"].items())
        number = number != 0 ? number : find(container);
    for (const kube::Value &container : pod.spec()["initContainers"].items()) {
        if (number == 0 && container["restartPolicy"].asString() == "Always") // a sidecar
            number = find(container);
    }
    return number;
}

} // namespace

kube::Value resolvePorts(const kube::Object &service, const kube::Object &pod)
{
    kube::Value ports = kube::Value::emptyArray();
    for (const kube::Value &port : service.spec()["ports"].items()) {
        const auto protocol = port["protocol"].asString("TCP");
        const auto &target = port["targetPort"];
        std::int64_t number =
            target.isString() ? namedPort(pod, target.asString(), protocol) : target.asInt();
        if (target.isNull())
            number = port["port"].asInt();
        // A Pod that lacks the named port is no endpoint for it.
        if (number == 0)
            continue;
        auto offered =
            kube::Value::map({{"name", port["name"].asString()}, {"port", number}, {"protocol", protocol}});
        if (!port["appProtocol"].isEmpty())
            offered.set("appProtocol", port["appProtocol"]);
        ports.push(std::move(offered));
    }
    return inSliceOrder(ports);
}

TrafficDistribution trafficDistribution(const kube::Object &service)
{
    // The older annotation overrules the field.
    const auto mode = service.metadata().at("annotations", "service.kubernetes.io/topology-mode").asString();
    if (mode == "Auto" || mode == "auto")
        return TrafficDistribution::Anywhere;
    const auto wanted = service.spec()["trafficDistribution"].asString();
    if (wanted == "PreferSameNode")
        return TrafficDistribution::SameNode;
    return wanted == "PreferClose" || wanted == "PreferSameZone" ? TrafficDistribution::SameZone
                                                                 : TrafficDistribution::Anywhere;
}

std::optional<Endpoint> makeEndpoint(const kube::Object &service, const kube::Object &pod,
                                     std::string_view zone)
{
    const auto ip = pod.status()["podIP"].asString();
    if (ip.empty() || isPodTerminal(pod))
        return std::nullopt;
    Endpoint endpoint;
    endpoint.ip = ip;
    endpoint.node = pod.spec()["nodeName"].asString();
    endpoint.zone = zone;
    endpoint.pod = pod.name();
    endpoint.ns = pod.ns();
    endpoint.uid = pod.uid();
    endpoint.isServing = isPodReady(pod);
    endpoint.isTerminating = pod.isTerminating();
    endpoint.isReady = service.spec()["publishNotReadyAddresses"].asBool() ||
                       (endpoint.isServing && !endpoint.isTerminating);
    endpoint.ports = resolvePorts(service, pod);
    if (!pod.spec()["hostname"].isEmpty() && pod.spec()["subdomain"].asString() == service.name())
        endpoint.hostName = pod.spec()["hostname"].asString();
    const auto distribution = trafficDistribution(service);
    if (endpoint.isReady && distribution != TrafficDistribution::Anywhere) {
        endpoint.hintZone = zone;
        if (distribution == TrafficDistribution::SameNode)
            endpoint.hintNode = endpoint.node;
    }
    return endpoint;
}

void setHeadlessLabel(kube::Value &labels, const kube::Object &service)
{
    constexpr std::string_view kHeadless = "service.kubernetes.io/headless";
    const auto ip = service.spec()["clusterIP"].asString();
    if (ip == "None" || ip.empty())
        labels.set(kHeadless, "");
    else
        labels.erase(kHeadless);
}

void setTriggerTime(kube::Value &metadata, std::optional<base::Instant> since)
{
    constexpr std::string_view kTriggerTime = "endpoints.kubernetes.io/last-change-trigger-time";
    if (since) {
        metadata.edit("annotations").set(kTriggerTime, base::toRfc3339(*since));
        return;
    }
    if (metadata["annotations"].contains(kTriggerTime))
        metadata.edit("annotations").erase(kTriggerTime);
    if (metadata["annotations"].isEmpty())
        metadata.erase("annotations");
}

bool isEndpointChanged(const kube::Object &before, const kube::Object &now)
{
    return before.labels() != now.labels() || before.status()["podIP"] != now.status()["podIP"] ||
           isPodReady(before) != isPodReady(now) || before.isTerminating() != now.isTerminating() ||
           isPodTerminal(before) != isPodTerminal(now);
}

} // namespace minato::components
