// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/scheduler/spread_counters.h"

#include <algorithm>

namespace minato::components::scheduling {

std::size_t SpreadCounters::counter(std::string_view ns, const kube::LabelSelector &selector,
                                    const std::map<std::string, Placed, std::less<>> &placed)
{
    const std::string text = selector.toString();
    const auto known = std::ranges::find_if(m_counters, [&](const Counter &c) { return c.ns == ns && c.text == text; });
    if (known != m_counters.end())
        return static_cast<std::size_t>(known - m_counters.begin());
    std::size_t index = m_counters.size();
    if (index < kMost)
        m_counters.emplace_back();
    else
        index = m_nextVictim++ % kMost;
    m_counters[index] = Counter{std::string(ns), text, selector, {}};
    for (const auto &[uid, pod] : placed)
        count(m_counters[index], pod, +1);
    return index;
}

void SpreadCounters::count(const Placed &pod, int sign)
{
    for (Counter &counter : m_counters)
        count(counter, pod, sign);
}

void SpreadCounters::count(Counter &counter, const Placed &pod, int sign)
{
    if (pod.isTerminating || pod.ns != counter.ns || !counter.selector.matches(pod.labels))
        return;
    if (counter.onNode.size() <= pod.node)
        counter.onNode.resize(pod.node + 1);
    counter.onNode[pod.node] += sign;
}

} // namespace minato::components::scheduling
