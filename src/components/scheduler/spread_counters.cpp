// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/scheduler/spread_counters.h"

#include <algorithm>

namespace minato::components::scheduling {

std::size_t SpreadCounters::counter(std::string_view ns, const kube::LabelSelector &selector,
                                    std::string_view selectorText, const PlacedPods &placed)
{
    const auto known = std::ranges::find_if(
        m_counters, [&](const Counter &c) { return c.ns == ns && c.text == selectorText; });
    if (known != m_counters.end())
        return static_cast<std::size_t>(known - m_counters.begin());
    std::size_t index = m_counters.size();
    if (index < kMost)
        m_counters.emplace_back();
    else
        index = m_nextVictim++ % kMost;
    m_counters[index] = Counter{std::string(ns), std::string(selectorText), selector, {}};
    for (const auto &[uid, pod] : placed)
        count(m_counters[index], pod, +1);
    return index;
}

void SpreadCounters::count(const PlacedPod &pod, int sign)
{
    for (Counter &counter : m_counters)
        count(counter, pod, sign);
}

void SpreadCounters::count(Counter &counter, const PlacedPod &pod, int sign)
{
    if (pod.object->isTerminating() || pod.object->ns() != counter.ns ||
        counter.selector.matchesEverything() || !counter.selector.matches(pod.object->labels()))
        return;
    if (counter.onNode.size() <= pod.node)
        counter.onNode.resize(pod.node + 1);
    counter.onNode[pod.node] += sign;
}

} // namespace minato::components::scheduling
