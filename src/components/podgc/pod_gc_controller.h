// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/work_queue.h"
#include "components/common/context.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace minato::components {

/// Ended Pods in the order in which they are collected: evicted ones, then the oldest.
[[nodiscard]] std::vector<kube::ObjectPtr> inCollectionOrder(std::vector<kube::ObjectPtr> pods);

/// Removes Pods that nobody else will: of nodes that are gone, ended ones beyond a threshold, terminating
/// ones on nodes that are out of service, unscheduled ones that are being deleted.
///
/// Mirrors   pkg/controller/podgc: each 20 s; a missing node is asked for after 40 s of quarantine; 12 500
///           ended Pods are kept
class PodGcController {
public:
    static constexpr base::Duration kPeriod = std::chrono::seconds(20);
    static constexpr base::Duration kQuarantine = std::chrono::seconds(40);
    static constexpr std::size_t kTerminatedThreshold = 12'500;

    explicit PodGcController(Context context, std::size_t terminatedThreshold = kTerminatedThreshold);

private:
    enum class Why : std::uint8_t { Orphaned, Other };
    void collect();
    void look(const kube::ObjectPtr &pod, std::vector<kube::ObjectPtr> &ended);
    void order(const kube::Object &pod, Why why);
    client::Task<bool> remove(std::string key);
    client::Task<bool> isGone(std::string node);

    Context m_context;
    std::size_t m_threshold;
    client::Informer &m_nodes, &m_pods;
    std::map<std::string, base::Instant, std::less<>> m_quarantine; ///< missing nodes, since when
    std::map<std::string, Why, std::less<>> m_ordered;              ///< by Pod
    client::WorkQueue m_queue;
    api::TimerPtr m_timer;
};

} // namespace minato::components
