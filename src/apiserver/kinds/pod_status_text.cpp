// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/kinds/pod_status_text.h"

#include "kube/duration.h"

#include <algorithm>
#include <format>

namespace minato::apiserver::kinds {
namespace {

using kube::Value;

const Value &conditionOf(const kube::Object &pod, std::string_view type)
{
    for (const Value &condition : pod.status()["conditions"].items()) {
        if (condition["type"].asString() == type)
            return condition;
    }
    return pod.root()["none"];
}

bool isTrue(const Value &condition)
{
    return condition["status"].asString() == "True";
}

/// An init container that keeps running beside the others.
bool isSidecar(const kube::Object &pod, std::string_view name)
{
    return std::ranges::any_of(pod.spec()["initContainers"].items(), [name](const Value &container) {
        return container["name"].asString() == name && container["restartPolicy"].asString() == "Always";
    });
}

struct Restarts {
    std::int64_t count = 0;
    Value last; ///< the latest end of a former run; RFC 3339 sorts as text

    void add(const Value &status)
    {
        count += status["restartCount"].asInt();
        const Value &end = status["lastState"]["terminated"]["finishedAt"];
        if (end.asString() > last.asString())
            last = end;
    }
};

std::string endReason(const Value &terminated, std::string_view prefix)
{
    if (!terminated["reason"].isEmpty())
        return std::format("{}{}", prefix, terminated["reason"].asString());
    if (terminated["signal"].asInt() != 0)
        return std::format("{}Signal:{}", prefix, terminated["signal"].asInt());
    return std::format("{}ExitCode:{}", prefix, terminated["exitCode"].asInt());
}

/// Walks the statuses as kubectl's server side does, collecting what the columns show.
class Walk {
public:
    explicit Walk(const kube::Object &pod) : m_pod(pod)
    {
        const Value &status = pod.status();
        reason = status[status["reason"].isEmpty() ? "phase" : "reason"].asString();
        for (const Value &condition : status["conditions"].items()) {
            if (condition["type"].asString() == "PodScheduled" &&
                condition["reason"].asString() == "SchedulingGated")
                reason = "SchedulingGated";
        }
        total = static_cast<int>(pod.spec()["containers"].size());
        for (const Value &container : pod.spec()["initContainers"].items())
            total += container["restartPolicy"].asString() == "Always" ? 1 : 0;
    }

    void initContainers()
    {
        const auto statuses = m_pod.status()["initContainerStatuses"].items();
        for (std::size_t i = 0; i < statuses.size() && !isInitializing; ++i)
            initContainer(statuses[i], i);
    }

    void containers()
    {
        restarts = m_sidecarRestarts;
        bool hasRunning = false;
        const auto statuses = m_pod.status()["containerStatuses"].items();
        // From last to first: the first container has the last word.
        for (auto it = statuses.rbegin(); it != statuses.rend(); ++it)
            hasRunning = container(*it) || hasRunning;
        if (reason == "Completed" && hasRunning)
            reason = isTrue(conditionOf(m_pod, "Ready")) ? "Running" : "NotReady";
    }

    std::string reason;
    int total = 0, ready = 0;
    Restarts restarts;
    bool isInitializing = false;

private:
    void initContainer(const Value &status, std::size_t index)
    {
        restarts.add(status);
        const bool sidecar = isSidecar(m_pod, status["name"].asString());
        if (sidecar)
            m_sidecarRestarts.add(status);
        const Value &terminated = status["state"]["terminated"];
        const std::string_view waiting = status["state"]["waiting"]["reason"].asString();
        if (!terminated.isNull() && terminated["exitCode"].asInt() == 0)
            return;
        if (sidecar && status["started"].asBool()) {
            ready += status["ready"].asBool() ? 1 : 0;
            return;
        }
        isInitializing = true;
        if (!terminated.isNull())
            reason = endReason(terminated, "Init:");
        else if (!waiting.empty() && waiting != "PodInitializing")
            reason = std::format("Init:{}", waiting);
        else
            reason = std::format("Init:{}/{}", index, m_pod.spec()["initContainers"].size());
    }

    /// True for a container that runs and is ready.
    bool container(const Value &status)
    {
        restarts.add(status);
        const Value &state = status["state"];
        if (!state["waiting"]["reason"].isEmpty()) {
            reason = state["waiting"]["reason"].asString();
        } else if (!state["terminated"].isNull()) {
            reason = endReason(state["terminated"], "");
        } else if (status["ready"].asBool() && !state["running"].isNull()) {
            ++ready;
            return true;
        }
        return false;
    }

    const kube::Object &m_pod;
    Restarts m_sidecarRestarts;
};

std::string gatesText(const kube::Object &pod)
{
    const auto gates = pod.spec()["readinessGates"].items();
    if (gates.empty())
        return "<none>";
    const auto passed = std::ranges::count_if(gates, [&pod](const Value &gate) {
        return isTrue(conditionOf(pod, gate["conditionType"].asString()));
    });
    return std::format("{}/{}", passed, gates.size());
}

} // namespace

PodStatusText podStatusText(const kube::Object &pod, base::Instant now)
{
    Walk walk(pod);
    walk.initContainers();
    if (!walk.isInitializing || isTrue(conditionOf(pod, "Initialized")))
        walk.containers();
    const std::string_view phase = pod.status()["phase"].asString();
    if (pod.isTerminating() && pod.status()["reason"].asString() == "NodeLost")
        walk.reason = "Unknown";
    else if (pod.isTerminating() && phase != "Succeeded" && phase != "Failed")
        walk.reason = "Terminating";
    std::string restarts = std::to_string(walk.restarts.count);
    if (walk.restarts.count != 0 && !walk.restarts.last.isEmpty())
        restarts += std::format(" ({} ago)", kube::ageText(walk.restarts.last, now));
    return {std::format("{}/{}", walk.ready, walk.total), std::move(walk.reason), std::move(restarts),
            gatesText(pod)};
}

} // namespace minato::apiserver::kinds
