// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/kubelet/pod_status.h"

#include "components/common/pod.h"
#include "components/kubelet/pod_conditions.h"

#include <algorithm>

namespace minato::components {
namespace {

using Kind = ContainerState::Kind;
using Role = ContainerState::Role;

kube::Value terminatedValue(const ContainerEnd &end)
{
    kube::Value detail = kube::Value::emptyMap();
    if (!end.containerId.empty())
        detail.set("containerID", end.containerId);
    detail.set("exitCode", end.exitCode);
    detail.set("reason", end.reason);
    if (!end.message.empty())
        detail.set("message", end.message);
    // The Go zero time is written as null.
    detail.set("startedAt", end.startedAt ? kube::Value(base::toRfc3339(*end.startedAt)) : kube::Value());
    detail.set("finishedAt", end.startedAt ? kube::Value(base::toRfc3339(end.finishedAt)) : kube::Value());
    return kube::Value::map({{"terminated", std::move(detail)}});
}

kube::Value stateValue(const ContainerState &container)
{
    kube::Value detail = kube::Value::emptyMap();
    switch (container.kind) {
    case Kind::Waiting:
        detail.set("reason", container.reason);
        if (!container.message.empty())
            detail.set("message", container.message);
        return kube::Value::map({{"waiting", std::move(detail)}});
    case Kind::Running:
        detail.set("startedAt", base::toRfc3339(*container.startedAt));
        return kube::Value::map({{"running", std::move(detail)}});
    case Kind::Terminated:
        break;
    }
    return terminatedValue(*container.end);
}

kube::Value containerStatus(const kube::Value &container, const ContainerState &state)
{
    const auto &last = state.kind == Kind::Terminated ? state.formerEnd : state.end;
    auto status = kube::Value::map({{"name", container["name"]},
                                    {"image", container["image"]},
                                    {"imageID", state.imageId},
                                    {"lastState", last ? terminatedValue(*last) : kube::Value::emptyMap()},
                                    {"ready", state.isReady},
                                    {"restartCount", state.restarts},
                                    {"started", state.isStarted},
                                    {"state", stateValue(state)}});
    if (!state.containerId.empty())
        status.set("containerID", state.containerId);
    return status;
}

kube::Value statusesOf(const kube::Value &containers, const std::vector<ContainerState> &states)
{
    kube::Value statuses = kube::Value::emptyArray();
    for (std::size_t i = 0; i < states.size(); ++i)
        statuses.push(containerStatus(containers[i], states[i]));
    return statuses;
}

/// How many containers are in which situation.
struct Census {
    int pendingInit = 0, pendingSidecars = 0, failedInit = 0;
    int running = 0, waiting = 0, stopped = 0, stoppedForGood = 0, succeeded = 0;
    bool hasStarted = false; ///< any of the main ones, ever
};

void countInit(const ContainerState &state, Census &census)
{
    const bool hasFailed = state.end && state.end->exitCode != 0;
    if (state.role == Role::Sidecar) {
        if (state.kind == Kind::Running) {
            ++census.running;
            census.pendingSidecars += state.isStarted ? 0 : 1;
        } else if (state.kind == Kind::Waiting && !state.end) {
            ++census.pendingSidecars;
            ++census.waiting;
        }
    } else if (state.kind == Kind::Running || (state.kind == Kind::Waiting && !state.end)) {
        ++census.pendingInit;
    } else if (hasFailed && !state.isToRestart) {
        ++census.failedInit;
    } else if (hasFailed) {
        ++census.pendingInit;
    }
}

Census censusOf(const PodState &state)
{
    Census census;
    for (const ContainerState &init : state.initContainers)
        countInit(init, census);
    for (const ContainerState &main : state.containers) {
        const bool hasEnded = main.kind == Kind::Terminated || (main.kind == Kind::Waiting && main.end);
        census.hasStarted = census.hasStarted || main.kind == Kind::Running || main.end.has_value();
        census.running += main.kind == Kind::Running ? 1 : 0;
        census.waiting += main.kind == Kind::Waiting && !main.end ? 1 : 0;
        census.stopped += hasEnded ? 1 : 0;
        census.stoppedForGood += hasEnded && (state.isOver || !main.isToRestart) ? 1 : 0;
        census.succeeded += main.kind == Kind::Terminated && main.end->exitCode == 0 ? 1 : 0;
    }
    return census;
}

} // namespace

std::string_view phaseOf(const PodState &state)
{
    if (state.hasFailed)
        return "Failed";
    const Census census = censusOf(state);
    if (census.failedInit > 0 && (state.isOver || census.pendingInit == 0))
        return "Failed";
    if (census.pendingInit > 0 || (census.pendingSidecars > 0 && !census.hasStarted) || census.waiting > 0)
        return "Pending";
    if (census.running > 0 && !state.isOver)
        return "Running";
    if (census.stopped > 0 && (census.running == 0 || state.isOver)) {
        if (census.stopped != census.stoppedForGood)
            return "Running";
        return census.succeeded == census.stopped ? "Succeeded" : "Failed";
    }
    return census.running > 0 ? "Running" : "Pending";
}

kube::Value makePodStatus(const kube::Object &pod, const PodState &state, const kube::Value &before,
                          base::Instant now)
{
    const auto phase = phaseOf(state);
    auto status =
        kube::Value::map({{"phase", phase},
                          {"conditions", podConditions(pod, state, phase, before["conditions"], now)},
                          {"hostIP", state.hostIp},
                          {"hostIPs", kube::Value::array({kube::Value::map({{"ip", state.hostIp}})})},
                          {"startTime", base::toRfc3339(state.startTime)}});
    if (pod.generation() > 0)
        status.set("observedGeneration", pod.generation());
    if (!state.reason.empty())
        status.set("reason", state.reason);
    if (!state.message.empty())
        status.set("message", state.message);
    if (!state.ip.empty()) {
        status.set("podIP", state.ip);
        status.set("podIPs", kube::Value::array({kube::Value::map({{"ip", state.ip}})}));
    }
    if (!state.initContainers.empty())
        status.set("initContainerStatuses", statusesOf(pod.spec()["initContainers"], state.initContainers));
    if (!state.containers.empty())
        status.set("containerStatuses", statusesOf(pod.spec()["containers"], state.containers));
    return status;
}

} // namespace minato::components
