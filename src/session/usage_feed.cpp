// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/usage_feed.h"

#include <chrono>
#include <utility>

namespace minato::session {
namespace {

/// As Quantity.MilliValue() has it: rounded up.
std::int64_t milliCpu(std::int64_t nanoCpu)
{
    return (nanoCpu + 999'999) / 1'000'000;
}

void addChanges(std::map<std::string, Usage> &told, std::map<std::string, Usage> now, Changes<Usage> &changes)
{
    for (const auto &[key, usage] : now)
        if (const auto before = told.find(key); before == told.end() || before->second != usage)
            changes[key] = usage;
    for (const auto &[key, usage] : told)
        if (!now.contains(key))
            changes[key] = std::nullopt;
    told = std::move(now);
}

} // namespace

UsageFeed::UsageFeed(client::InformerHub &hub, const api::MetricsSource &source,
                     const api::BackendClock &clock)
    : m_nodes(hub.informer(kube::resources::kNodes).cache()),
      m_pods(hub.informer(kube::resources::kPods).cache()),
      m_source(source),
      m_clock(clock)
{
}

/// All machines that answer are asked at the same moment: the first tells of the others.
std::optional<base::Instant> UsageFeed::lastMeasure() const
{
    for (const auto &[name, entry] : m_nodes.entries())
        if (const auto measured = m_source.node(name))
            return measured->timestamp;
    return std::nullopt;
}

UsageFeed::Measured UsageFeed::nodes() const
{
    Measured found;
    for (const auto &[name, entry] : m_nodes.entries())
        if (const auto measured = m_source.node(name))
            found[name] = {.milliCpu = milliCpu(measured->nanoCpu), .memoryBytes = measured->memory};
    return found;
}

UsageFeed::Measured UsageFeed::pods() const
{
    Measured found;
    if (m_pods.size() > kMostPods)
        return found;
    for (const auto &[key, entry] : m_pods.entries()) {
        const auto measured = m_source.pod(entry.object->ns(), entry.object->name());
        if (!measured)
            continue;
        Usage &sum = found[std::string(entry.object->uid())];
        for (const api::ContainerMetrics &container : measured->containers) {
            sum.milliCpu += container.milliCpu();
            sum.memoryBytes += container.memory;
        }
    }
    return found;
}

void UsageFeed::addTo(Batch &batch)
{
    if (m_clock.now() < m_nextLook)
        return;
    m_nextLook = m_clock.now() + std::chrono::seconds(1);
    const auto last = lastMeasure();
    if (last == m_last)
        return;
    m_last = last;
    addChanges(m_toldNodes, nodes(), batch.nodeUsage);
    addChanges(m_toldPods, pods(), batch.podUsage);
}

} // namespace minato::session
