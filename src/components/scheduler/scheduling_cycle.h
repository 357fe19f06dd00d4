// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"
#include "components/scheduler/framework.h"
#include "components/scheduler/preemption.h"

#include <array>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace minato::components::scheduling {

/// One attempt to find a node for a Pod, with everything that led to its outcome.
struct CycleResult {
    struct Scored {
        std::size_t node;
        std::array<std::int16_t, kScorePluginCount> scores{}; ///< normalised, not weighted
        int total = 0;                                        ///< weighted
    };
    std::optional<std::size_t> node; ///< slot of the chosen one
    std::vector<Scored> scored;      ///< feasible nodes; not scored when there is only one
    std::vector<RejectedNode> rejected;
    PrepareResult prepared;
    int leftOut = 0; ///< nodes that the Pod rules out by name: they were not looked at
    int ties = 0;    ///< nodes that shared the highest total: one of them was drawn
    int nodeCount = 0;
    std::optional<PreemptionResult> preemption; ///< when no node fits; valid until Pods come or go
    kube::Value preemptionRecord;               ///< the same for the decision

    /// "0/4 nodes are available: …" for the FailedScheduling event.
    [[nodiscard]] std::string message() const;
    [[nodiscard]] std::set<std::string, std::less<>> rejectingPlugins() const;
    /// `names` are those of the slots.
    [[nodiscard]] kube::Value toValue(const std::vector<std::string> &names) const;
};

/// Mirrors   pkg/scheduler/schedule_one.go: filter, score, select at random among the best; how many nodes
///           are looked at; the node that the Pod was promised first; preemption when none fits
class SchedulingCycle {
public:
    SchedulingCycle(base::RandomStream tieBreak, base::RandomStream preemption)
        : m_random(tieBreak), m_preemption(preemption)
    {
    }
    [[nodiscard]] CycleResult run(const PodInfo &pod, SchedulerCache &cache, const NominatedPods &nominated,
                                  base::Instant now);

private:
    void find(CycleState &state, const NominatedPods &nominated, CycleResult &result);
    void filter(const CycleState &state, std::span<const std::size_t> nodes, const NominatedPods &nominated,
                CycleResult &result);
    void score(const PodInfo &pod, SchedulerCache &cache, CycleResult &result);
    void select(CycleResult &result);

    base::RandomStream m_random;
    Preemption m_preemption;
    std::size_t m_nextStart = 0; ///< where the last search ended: the next one goes on from there
    std::vector<std::size_t> m_feasible;
    std::vector<std::int64_t> m_scores;
};

} // namespace minato::components::scheduling
