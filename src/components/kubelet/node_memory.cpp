// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// When a node runs out of memory.
#include "components/kubelet/kubelet.h"
#include "components/kubelet/memory_pressure.h"

#include <algorithm>

namespace minato::components {
namespace {

using namespace std::chrono_literals;

constexpr std::int64_t kMebi = 1024 * 1024;
constexpr std::int64_t kThreshold = 100 * kMebi;
constexpr base::Duration kMonitorPeriod = 10s, kTransitionPeriod = 5min;
constexpr base::Duration kEvictionGrace = 1s;

EvictionCandidate candidate(const PodWorker &worker, base::Instant now)
{
    EvictionCandidate one{&worker.pod(), worker.memory(now), 0, {}};
    for (const kube::Value &container : worker.pod().spec()["containers"].items()) {
        const std::string name(container["name"].asString());
        const auto app = worker.app(name);
        const auto request = quantityValue(container.at("resources", "requests", "memory"));
        one.request += request;
        one.containers.push_back({name, app ? app->memory(now) : 0, request});
    }
    return one;
}

} // namespace

/// A program has started: look now, and again while programs grow or the pressure lasts.
void Kubelet::watchMemory()
{
    if (!m_memoryTimer)
        m_memoryTimer = m_context.timers.after(kMonitorPeriod, [this] { checkMemory(); });
}

void Kubelet::checkMemory()
{
    m_memoryTimer = nullptr;
    const base::Instant now = m_context.timers.now();
    std::int64_t used = kSystemMemory;
    bool mayChange = m_isUnderPressure;
    for (const auto &[uid, worker] : m_workers) {
        used += worker.pod->memory(now);
        mayChange = mayChange || worker.pod->memoryVaries();
    }
    const auto available = quantityValue(m_object.at("status", "capacity", "memory")) - used;
    if (available < kThreshold) {
        m_pressureSeen = now;
        setPressure(true);
        evictForMemory(now, std::max<std::int64_t>(available, 0));
        mayChange = true;
    } else if (m_isUnderPressure && now - m_pressureSeen >= kTransitionPeriod) {
        setPressure(false);
    }
    if (mayChange)
        watchMemory();
}

void Kubelet::setPressure(bool isUnder)
{
    if (std::exchange(m_isUnderPressure, isUnder) == isUnder)
        return;
    const char *reason = isUnder ? "NodeHasInsufficientMemory" : "NodeHasSufficientMemory";
    nodeEvent("Normal", reason, "Node " + m_spec.name + " status is now: " + reason);
    reportStatus();
}

/// At most one Pod each time.
void Kubelet::evictForMemory(base::Instant now, std::int64_t available)
{
    nodeEvent("Warning", "EvictionThresholdMet", "Attempting to reclaim memory");
    std::vector<EvictionCandidate> candidates;
    for (const auto &[uid, worker] : m_workers) {
        if (!worker.pod->isOver())
            candidates.push_back(candidate(*worker.pod, now));
    }
    if (candidates.empty())
        return;
    rankForMemory(candidates);
    const std::string message = memoryEvictionMessage(candidates.front(), kThreshold, available);
    const auto disruption = kube::Value::map({{"type", "DisruptionTarget"},
                                              {"status", "True"},
                                              {"reason", "TerminationByKubelet"},
                                              {"message", message}});
    Worker &victim = m_workers.find(candidates.front().pod->uid())->second;
    m_runtime.events.warning(*candidates.front().pod, "Evicted", message);
    victim.pod->fail("Evicted", message, disruption, kEvictionGrace);
}

} // namespace minato::components
