// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/state_builder.h"

#include "kube/quantity.h"

#include <algorithm>

namespace minato::session {
namespace {

using kube::Object;
using kube::Value;

std::string text(const Value &value)
{
    return std::string(value.asString());
}

int number(const Value &value)
{
    return static_cast<int>(value.asInt());
}

const Value &condition(const Object &object, std::string_view type)
{
    static const Value kNone{};
    for (const Value &entry : object.status()["conditions"].items())
        if (entry["type"].asString() == type)
            return entry;
    return kNone;
}

bool isTrue(const Object &object, std::string_view type)
{
    return condition(object, type)["status"].asString() == "True";
}

kube::Quantity quantity(const Value &value)
{
    return kube::Quantity::fromValue(value).value_or(kube::Quantity());
}

base::Instant instant(const Value &value)
{
    return base::parseRfc3339(value.asString()).value_or(base::Instant{});
}

/// Why a container does not run, in kubectl's word; empty when it does.
std::string_view waitingReason(const Object &pod)
{
    for (const Value &status : pod.status()["containerStatuses"].items()) {
        if (const auto reason = status.at("state", "waiting", "reason").asString(); !reason.empty())
            return reason;
        if (const auto reason = status.at("state", "terminated", "reason").asString(); !reason.empty())
            return reason;
    }
    return {};
}

bool isTrouble(std::string_view reason)
{
    return reason.ends_with("BackOff") || reason.starts_with("Err") || reason == "Error" ||
           reason == "OOMKilled" || reason == "CreateContainerConfigError" || reason == "InvalidImageName";
}

PodPhase podPhase(const Object &pod, std::string_view reason)
{
    const auto phase = pod.status()["phase"].asString();
    if (pod.isTerminating())
        return PodPhase::Terminating;
    if (phase == "Failed" || isTrouble(reason))
        return PodPhase::Failed;
    if (phase == "Succeeded")
        return PodPhase::Succeeded;
    if (phase == "Unknown")
        return PodPhase::Unknown;
    if (pod.spec()["nodeName"].isEmpty())
        return PodPhase::Pending;
    return isTrue(pod, "Ready") ? PodPhase::Running : PodPhase::Starting;
}

} // namespace

NodeState nodeState(const Object &node)
{
    const Value &allocatable = node.status()["allocatable"];
    return {.uid = std::string(node.uid()),
            .name = std::string(node.name()),
            .isControlPlane = node.labels().contains("node-role.kubernetes.io/control-plane"),
            .isReady = isTrue(node, "Ready"),
            .isSchedulable = !node.spec()["unschedulable"].asBool(),
            .milliCpu = quantity(allocatable["cpu"]).milliValue(),
            .memoryBytes = quantity(allocatable["memory"]).value(),
            .podCapacity = static_cast<int>(quantity(allocatable["pods"]).value())};
}

PodState podState(const Object &pod)
{
    const std::string_view reason = waitingReason(pod);
    PodState state{.uid = std::string(pod.uid()),
                   .ns = std::string(pod.ns()),
                   .name = std::string(pod.name()),
                   .node = text(pod.spec()["nodeName"]),
                   .ip = text(pod.status()["podIP"]),
                   .generateName = text(pod.metadata()["generateName"]),
                   .reason = std::string(reason),
                   .message = text(condition(pod, "PodScheduled")["message"]),
                   .phase = podPhase(pod, reason),
                   .createdAt = instant(pod.metadata()["creationTimestamp"])};
    for (const Value &container : pod.spec()["containers"].items()) {
        const Value &requests = container.at("resources", "requests");
        state.milliCpu += quantity(requests["cpu"]).milliValue();
        state.memoryBytes += quantity(requests["memory"]).value();
    }
    for (const Value &status : pod.status()["containerStatuses"].items())
        state.restarts += number(status["restartCount"]);
    return state;
}

DeploymentState deploymentState(const Object &deployment)
{
    const Value &status = deployment.status();
    return {.uid = std::string(deployment.uid()),
            .ns = std::string(deployment.ns()),
            .name = std::string(deployment.name()),
            .desired = static_cast<int>(deployment.spec()["replicas"].asInt(1)),
            .existing = number(status["replicas"]),
            .ready = number(status["readyReplicas"]),
            .available = number(status["availableReplicas"]),
            .updated = number(status["updatedReplicas"])};
}

ServiceState serviceState(const Object &service, const std::vector<kube::ObjectPtr> &slices)
{
    const Value &port = service.spec()["ports"][0];
    ServiceState state{.uid = std::string(service.uid()),
                       .ns = std::string(service.ns()),
                       .name = std::string(service.name()),
                       .type = text(service.spec()["type"]),
                       .clusterIp = text(service.spec()["clusterIP"]),
                       .port = number(port["port"]),
                       .nodePort = number(port["nodePort"]),
                       .readyPodUids = {},
                       .hasClientIpAffinity = trafficRules(service).hasClientIpAffinity};
    for (const auto &slice : slices)
        for (const Value &endpoint : (*slice)["endpoints"].items())
            if (endpoint.at("conditions", "ready").asBool(true))
                state.readyPodUids.push_back(text(endpoint.at("targetRef", "uid")));
    std::ranges::sort(state.readyPodUids);
    return state;
}

TrafficBook::Rules trafficRules(const Object &service)
{
    return {.hasClientIpAffinity = service.spec()["sessionAffinity"].asString() == "ClientIP",
            .staysOnNode = service.spec()["externalTrafficPolicy"].asString() == "Local"};
}

std::vector<TrafficBook::Endpoint> countedEndpoints(const Object &slice)
{
    std::vector<TrafficBook::Endpoint> endpoints;
    for (const Value &endpoint : slice["endpoints"].items())
        if (!endpoint.at("conditions", "terminating").asBool(false))
            endpoints.push_back({.uid = text(endpoint.at("targetRef", "uid")),
                                 .node = text(endpoint["nodeName"]),
                                 .isReady = endpoint.at("conditions", "ready").asBool(true)});
    return endpoints;
}

EventLine eventLine(const Object &event)
{
    const Value &about = event["involvedObject"];
    base::Instant at = instant(event["lastTimestamp"]);
    if (at == base::Instant{})
        at = instant(event["eventTime"]);
    return {.uid = std::string(event.uid()),
            .at = at,
            .isWarning = event["type"].asString() == "Warning",
            .reason = text(event["reason"]),
            .object = text(about["kind"]) + '/' + text(about["name"]),
            .message = text(event["message"]),
            .count = static_cast<int>(event["count"].asInt(1))};
}

} // namespace minato::session
