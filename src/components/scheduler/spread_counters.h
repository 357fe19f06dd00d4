// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "components/scheduler/scheduler_types.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace minato::components::scheduling {

/// How many Pods that a selector matches sit on each node, for the few selectors in use: counted as Pods come
/// and go, because counting anew for each scheduled Pod would make scheduling quadratic. As upstream counts
/// them: terminating Pods not at all, and an empty selector none.
///
/// Mirrors   pkg/scheduler/framework/plugins/podtopologyspread/common.go countPodsMatchSelector
class SpreadCounters {
public:
    using PlacedPods = std::map<std::string, PlacedPod, std::less<>>; ///< by UID

    /// The counter for this namespace and selector; a new one counts `placed` first. Of many the least
    /// recently made is forgotten, so use a number only for the Pod it was asked for.
    [[nodiscard]] std::size_t counter(std::string_view ns, const kube::LabelSelector &selector,
                                      std::string_view selectorText, const PlacedPods &placed);
    void add(const PlacedPod &pod) { count(pod, +1); }
    void remove(const PlacedPod &pod) { count(pod, -1); }
    [[nodiscard]] int onNode(std::size_t counter, std::size_t node) const
    {
        const auto &counts = m_counters[counter].onNode;
        return node < counts.size() ? counts[node] : 0;
    }

private:
    static constexpr std::size_t kMost = 64;
    struct Counter {
        std::string ns, text;
        kube::LabelSelector selector;
        std::vector<int> onNode;
    };
    void count(const PlacedPod &pod, int sign);
    static void count(Counter &counter, const PlacedPod &pod, int sign);

    std::vector<Counter> m_counters;
    std::size_t m_nextVictim = 0;
};

} // namespace minato::components::scheduling
