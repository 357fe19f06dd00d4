// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/state_builder.h"

#include "kube/quantity.h"
#include "session/conditions.h"

#include <algorithm>
#include <charconv>

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

bool isTrue(const Object &object, std::string_view type)
{
    return conditionOf(object, type)["status"].asString() == "True";
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

/// "v1" of "gcr.io/google-samples/kubernetes-bootcamp:v1"; what names no tag is "latest".
std::string imageTag(const Value &podSpec)
{
    std::string_view image = podSpec["containers"][0]["image"].asString();
    if (image.empty())
        return {};
    if (const auto digest = image.find('@'); digest != std::string_view::npos)
        return std::string(image.substr(digest + 1, 14)); // "sha256:0123456"
    const auto colon = image.rfind(':');
    if (colon == std::string_view::npos || image.find('/', colon) != std::string_view::npos)
        return "latest";
    return std::string(image.substr(colon + 1));
}

const Value &controller(const Object &object)
{
    static const Value kNone{};
    for (const Value &owner : object.metadata()["ownerReferences"].items())
        if (owner["controller"].asBool())
            return owner;
    return kNone;
}

std::vector<std::string> pressuresOf(const Object &node)
{
    std::vector<std::string> found;
    for (const Value &entry : node.status()["conditions"].items())
        if (entry["type"].asString() != "Ready" && entry["status"].asString() == "True")
            found.push_back(text(entry["type"]));
    return found;
}

std::vector<std::string> taintsOf(const Object &node)
{
    std::vector<std::string> found;
    for (const Value &taint : node.spec()["taints"].items()) {
        std::string line = text(taint["key"]);
        if (!taint["value"].isEmpty())
            line += "=" + text(taint["value"]);
        found.push_back(line + ":" + text(taint["effect"]));
    }
    return found;
}

/// The node lifecycle controller takes back a Pod's Ready when its node stops reporting, and leaves what the
/// kubelet said of the containers (pkg/controller/util/node/controller_utils.go, MarkPodsNotReady).
bool hasLostItsNode(const Object &pod)
{
    const auto containers = pod.status()["containerStatuses"].items();
    return pod.spec()["readinessGates"].isEmpty() && !containers.empty() &&
           std::ranges::all_of(containers, [](const Value &status) { return status["ready"].asBool(); });
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
    if (isTrue(pod, "Ready"))
        return PodPhase::Running;
    return hasLostItsNode(pod) ? PodPhase::Unknown : PodPhase::Starting;
}

} // namespace

NodeState nodeState(const Object &node)
{
    const Value &allocatable = node.status()["allocatable"];
    return {.uid = std::string(node.uid()),
            .name = std::string(node.name()),
            .zone = text(node.labels()["topology.kubernetes.io/zone"]),
            .isControlPlane = node.labels().contains("node-role.kubernetes.io/control-plane"),
            .isReady = isTrue(node, "Ready"),
            .isSchedulable = !node.spec()["unschedulable"].asBool(),
            .milliCpu = quantity(allocatable["cpu"]).milliValue(),
            .memoryBytes = quantity(allocatable["memory"]).value(),
            .podCapacity = static_cast<int>(quantity(allocatable["pods"]).value()),
            .pressures = pressuresOf(node),
            .taints = taintsOf(node)};
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
                   .ownerKind = text(controller(pod)["kind"]),
                   .owner = text(controller(pod)["name"]),
                   .app = text(pod.labels()["app"]),
                   .version = imageTag(pod.spec()),
                   .reason = std::string(reason),
                   .message = text(conditionOf(pod, "PodScheduled")["message"]),
                   .phase = podPhase(pod, reason),
                   .createdAt = instant(pod.metadata()["creationTimestamp"])};
    if (state.app.empty())
        state.app = text(pod.labels()["app.kubernetes.io/name"]);
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
            .updated = number(status["updatedReplicas"]),
            .isPaused = deployment.spec()["paused"].asBool()};
}

ReplicaSetState replicaSetState(const Object &set)
{
    const Value &owner = controller(set);
    ReplicaSetState state{.uid = std::string(set.uid()),
                          .ns = std::string(set.ns()),
                          .name = std::string(set.name()),
                          .version = imageTag(set.spec()["template"]["spec"]),
                          .desired = static_cast<int>(set.spec()["replicas"].asInt(1)),
                          .existing = number(set.status()["replicas"]),
                          .ready = number(set.status()["readyReplicas"])};
    if (owner["kind"].asString() == "Deployment")
        state.owner = text(owner["name"]);
    const auto revision = set.metadata()["annotations"]["deployment.kubernetes.io/revision"].asString();
    std::from_chars(revision.data(), revision.data() + revision.size(), state.revision);
    return state;
}

SliceStatePtr sliceState(const Object &slice)
{
    SliceState state;
    for (const Value &endpoint : slice["endpoints"].items()) {
        const Value &conditions = endpoint["conditions"];
        const bool isReady = conditions["ready"].asBool(true);
        const bool isLeaving = conditions["terminating"].asBool();
        state.endpoints.push_back({text(endpoint.at("targetRef", "uid")), isReady,
                                   conditions["serving"].asBool(isReady), isLeaving});
        state.ready += isReady;
        state.leaving += isLeaving;
    }
    std::ranges::sort(state.endpoints);
    return std::make_shared<const SliceState>(std::move(state));
}

ServiceState serviceState(const Object &service, std::vector<SliceStatePtr> slices)
{
    const Value &port = service.spec()["ports"][0];
    ServiceState state{.uid = std::string(service.uid()),
                       .ns = std::string(service.ns()),
                       .name = std::string(service.name()),
                       .type = text(service.spec()["type"]),
                       .clusterIp = text(service.spec()["clusterIP"]),
                       .port = number(port["port"]),
                       .nodePort = number(port["nodePort"]),
                       .hasClientIpAffinity = trafficRules(service).hasClientIpAffinity,
                       .slices = std::move(slices)};
    for (const SliceStatePtr &slice : state.slices) {
        state.readyEndpoints += slice->ready;
        state.leavingEndpoints += slice->leaving;
    }
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
    const Value &series = event["series"];
    base::Instant at = instant(series.isMap() ? series["lastObservedTime"] : event["lastTimestamp"]);
    if (at == base::Instant{})
        at = instant(event["eventTime"]);
    return {.uid = std::string(event.uid()),
            .at = at,
            .isWarning = event["type"].asString() == "Warning",
            .reason = text(event["reason"]),
            .object = text(about["kind"]) + '/' + text(about["name"]),
            .message = text(event["message"]),
            .ns = text(about["namespace"]),
            .count = static_cast<int>((series.isMap() ? series : event.root())["count"].asInt(1))};
}

} // namespace minato::session
