// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/kubelet/pod_status.h"

#include "components/common/object_edit.h"
#include "components/common/pod.h"

#include <algorithm>
#include <array>
#include <format>

namespace minato::components {
namespace {

using Kind = ContainerState::Kind;

constexpr std::array<std::string_view, 5> kOwnConditions{"PodReadyToStartContainers", "Initialized", "Ready",
                                                         "ContainersReady", "PodScheduled"};

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
    detail.set("containerID", container.containerId);
    detail.set("exitCode", container.exitCode);
    detail.set("reason", container.reason);
    if (container.startedAt)
        detail.set("startedAt", base::toRfc3339(*container.startedAt));
    if (container.finishedAt)
        detail.set("finishedAt", base::toRfc3339(*container.finishedAt));
    return kube::Value::map({{"terminated", std::move(detail)}});
}

kube::Value containerStatus(const kube::Value &container, const ContainerState &state)
{
    auto status = kube::Value::map({{"name", container["name"]},
                                    {"image", container["image"]},
                                    {"imageID", state.imageId},
                                    {"lastState", kube::Value::emptyMap()},
                                    {"ready", state.isReady},
                                    {"restartCount", state.restarts},
                                    {"started", state.kind == Kind::Running},
                                    {"state", stateValue(state)}});
    if (!state.containerId.empty())
        status.set("containerID", state.containerId);
    return status;
}

std::string_view phaseOf(const PodState &state)
{
    const auto all = [&](auto predicate) { return std::ranges::all_of(state.containers, predicate); };
    if (all([](const auto &c) { return c.kind == Kind::Terminated; }))
        return all([](const auto &c) { return c.exitCode == 0; }) ? "Succeeded" : "Failed";
    // With one container still waiting to be made, the Pod is not running yet.
    const bool isMade = all([](const auto &c) { return c.kind != Kind::Waiting || c.restarts > 0; });
    return isMade ? "Running" : "Pending";
}

class Conditions {
public:
    Conditions(const kube::Value &before, base::Instant now) : m_before(before), m_now(base::toRfc3339(now))
    {
        for (const kube::Value &condition : before.items()) {
            if (std::ranges::find(kOwnConditions, condition["type"].asString()) == kOwnConditions.end())
                m_list.push(condition);
        }
    }
    void add(std::string_view type, bool isTrue, std::string_view reason = {},
             const std::string &message = {})
    {
        const std::string_view status = isTrue ? "True" : "False";
        const auto &former = findCondition(m_before, type);
        auto condition = kube::Value::map(
            {{"type", type},
             {"status", status},
             {"lastProbeTime", nullptr},
             {"lastTransitionTime",
              former["status"].asString() == status ? former["lastTransitionTime"] : kube::Value(m_now)}});
        if (!reason.empty())
            condition.set("reason", reason);
        if (!message.empty())
            condition.set("message", message);
        m_list.push(std::move(condition));
    }
    /// What others have said of the Pod (DisruptionTarget) stays.
    void keepOthers(const kube::Value &conditions)
    {
        for (const kube::Value &condition : conditions.items()) {
            if (findCondition(m_list, condition["type"].asString()).isNull())
                m_list.push(condition);
        }
    }
    [[nodiscard]] kube::Value take() { return std::move(m_list); }

private:
    const kube::Value &m_before;
    std::string m_now;
    kube::Value m_list = kube::Value::emptyArray();
};

kube::Value conditions(const kube::Object &pod, const PodState &state, std::string_view phase,
                       const kube::Value &before, base::Instant now)
{
    std::string unready;
    const auto containers = pod.spec()["containers"].items();
    for (std::size_t i = 0; i < state.containers.size(); ++i) {
        if (!state.containers[i].isReady)
            unready += (unready.empty() ? "" : " ") + std::string(containers[i]["name"].asString());
    }
    std::string_view reason;
    std::string message;
    if (phase == "Succeeded" || phase == "Failed") {
        reason = phase == "Succeeded" ? "PodCompleted" : "PodFailed";
    } else if (!unready.empty()) {
        reason = "ContainersNotReady";
        message = std::format("containers with unready status: [{}]", unready);
    }
    const bool isReady = reason.empty();
    Conditions list(before, now);
    list.add("PodReadyToStartContainers", state.hasSandbox);
    list.add("Initialized", true);
    list.add("Ready", isReady, reason, message);
    list.add("ContainersReady", isReady, reason, message);
    list.add("PodScheduled", true);
    list.keepOthers(pod.status()["conditions"]);
    return list.take();
}

} // namespace

kube::Value makePodStatus(const kube::Object &pod, const PodState &state, const kube::Value &before,
                          base::Instant now)
{
    const auto phase = phaseOf(state);
    auto status =
        kube::Value::map({{"phase", phase},
                          {"conditions", conditions(pod, state, phase, before["conditions"], now)},
                          {"hostIP", state.hostIp},
                          {"hostIPs", kube::Value::array({kube::Value::map({{"ip", state.hostIp}})})},
                          {"startTime", base::toRfc3339(state.startTime)}});
    if (!state.ip.empty()) {
        status.set("podIP", state.ip);
        status.set("podIPs", kube::Value::array({kube::Value::map({{"ip", state.ip}})}));
    }
    const auto containers = pod.spec()["containers"].items();
    kube::Value statuses = kube::Value::emptyArray();
    for (std::size_t i = 0; i < state.containers.size(); ++i)
        statuses.push(containerStatus(containers[i], state.containers[i]));
    status.set("containerStatuses", std::move(statuses));
    return status;
}

} // namespace minato::components
