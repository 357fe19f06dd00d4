// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/kubelet/pod_conditions.h"

#include "components/common/pod.h"

#include <algorithm>
#include <array>
#include <format>

namespace minato::components {
namespace {

using Kind = ContainerState::Kind;
using Role = ContainerState::Role;

constexpr std::array<std::string_view, 5> kOwnConditions{"PodReadyToStartContainers", "Initialized", "Ready",
                                                         "ContainersReady", "PodScheduled"};

struct Verdict {
    bool isTrue = true;
    std::string_view reason = {};
    std::string message = {};
};

class ConditionList {
public:
    ConditionList(const kube::Object &pod, const PodState &state, const kube::Value &before,
                  base::Instant now)
        : m_before(before), m_now(base::toRfc3339(now)), m_generation(pod.generation())
    {
        for (const kube::Value &condition : pod.status()["conditions"].items()) {
            const auto type = condition["type"].asString();
            if (!std::ranges::contains(kOwnConditions, type) && type != state.disruption["type"].asString())
                m_list.push(condition);
        }
        if (state.disruption.isNull())
            return;
        auto disruption = state.disruption;
        stamp(disruption);
        m_list.push(std::move(disruption));
    }
    void add(std::string_view type, const Verdict &verdict)
    {
        auto condition = kube::Value::map({{"type", type}, {"status", verdict.isTrue ? "True" : "False"}});
        if (!verdict.reason.empty())
            condition.set("reason", verdict.reason);
        if (!verdict.message.empty())
            condition.set("message", verdict.message);
        stamp(condition);
        m_list.push(std::move(condition));
    }
    [[nodiscard]] kube::Value take() { return std::move(m_list); }

private:
    void stamp(kube::Value &condition) const
    {
        const auto &former = findCondition(m_before, condition["type"].asString());
        const bool isSame = former["status"] == condition["status"];
        condition.set("lastProbeTime", nullptr);
        condition.set("lastTransitionTime", isSame ? former["lastTransitionTime"] : kube::Value(m_now));
        if (m_generation > 0)
            condition.set("observedGeneration", m_generation);
    }
    const kube::Value &m_before;
    std::string m_now;
    std::int64_t m_generation;
    kube::Value m_list = kube::Value::emptyArray();
};

void list(std::string &names, const kube::Value &container)
{
    names += (names.empty() ? "" : " ") + std::string(container["name"].asString());
}

Verdict initialized(const kube::Object &pod, const PodState &state, std::string_view phase)
{
    if (phase == "Succeeded")
        return {true, "PodCompleted", {}};
    const bool hasStarted = std::ranges::any_of(
        state.containers, [](const auto &main) { return main.kind == Kind::Running || main.end; });
    std::string incomplete;
    for (std::size_t i = 0; i < state.initContainers.size(); ++i) {
        const auto &init = state.initContainers[i];
        if (init.role == Role::Sidecar ? !init.isStarted : !init.isReady)
            list(incomplete, pod.spec()["initContainers"][i]);
    }
    if (hasStarted || incomplete.empty())
        return {};
    return {false, "ContainersNotInitialized",
            std::format("containers with incomplete status: [{}]", incomplete)};
}

Verdict containersReady(const kube::Object &pod, const PodState &state, std::string_view phase)
{
    if (state.containers.empty() && phase != "Failed")
        return {false, "UnknownContainerStatuses", {}};
    if (phase == "Succeeded" || phase == "Failed")
        return {false, phase == "Succeeded" ? "PodCompleted" : "PodFailed", {}};
    std::string unready;
    for (std::size_t i = 0; i < state.initContainers.size(); ++i) {
        if (state.initContainers[i].role == Role::Sidecar && !state.initContainers[i].isReady)
            list(unready, pod.spec()["initContainers"][i]);
    }
    for (std::size_t i = 0; i < state.containers.size(); ++i) {
        if (!state.containers[i].isReady)
            list(unready, pod.spec()["containers"][i]);
    }
    if (unready.empty())
        return {};
    return {false, "ContainersNotReady", std::format("containers with unready status: [{}]", unready)};
}

Verdict gatesReady(const kube::Object &pod)
{
    std::string message;
    for (const kube::Value &gate : pod.spec()["readinessGates"].items()) {
        const auto type = gate["conditionType"].asString();
        const auto &condition = findCondition(pod.status()["conditions"], type);
        const auto status = condition["status"].asString();
        if (condition.isNull())
            message += std::format("{}corresponding condition of pod readiness gate \"{}\" does not exist.",
                                   message.empty() ? "" : ", ", type);
        else if (status != "True")
            message += std::format("{}the status of pod readiness gate \"{}\" is not \"True\", but {}",
                                   message.empty() ? "" : ", ", type, status);
    }
    if (message.empty())
        return {};
    return {false, "ReadinessGatesNotReady", std::move(message)};
}

} // namespace

kube::Value podConditions(const kube::Object &pod, const PodState &state, std::string_view phase,
                          const kube::Value &before, base::Instant now)
{
    ConditionList conditions(pod, state, before, now);
    const Verdict containers = containersReady(pod, state, phase);
    conditions.add("PodReadyToStartContainers", {state.hasSandbox});
    conditions.add("Initialized", initialized(pod, state, phase));
    conditions.add("Ready", containers.isTrue ? gatesReady(pod) : containers);
    conditions.add("ContainersReady", containers);
    conditions.add("PodScheduled", {});
    return conditions.take();
}

} // namespace minato::components
