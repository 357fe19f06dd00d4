// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/random.h"
#include "components/scheduler/filters.h"
#include "components/scheduler/scheduler_cache.h"
#include "components/scheduler/scores.h"

namespace minato::components::scheduling {

/// One attempt to find a node for a Pod, with everything that led to its outcome.
struct CycleResult {
    struct Scored {
        std::size_t node;
        std::array<std::int16_t, kScorePluginCount> scores{}; ///< normalised, not weighted
        int total = 0;                                        ///< weighted
    };
    struct Rejected {
        std::size_t node;
        Rejection why;
    };
    std::optional<std::size_t> node; ///< slot of the chosen one
    std::vector<Scored> scored;      ///< feasible nodes; not scored when there is only one
    std::vector<Rejected> rejected;
    int ties = 0; ///< nodes that shared the highest total: one of them was drawn
    int nodeCount = 0;

    /// "0/4 nodes are available: …" for the FailedScheduling event.
    [[nodiscard]] std::string message() const;
    [[nodiscard]] std::set<std::string, std::less<>> rejectingPlugins() const;
    /// `names` are those of the slots.
    [[nodiscard]] kube::Value toValue(const std::vector<std::string> &names) const;
};

/// Mirrors   pkg/scheduler/schedule_one.go: filter, score, select at random among the best; how many nodes are looked at
class SchedulingCycle {
public:
    explicit SchedulingCycle(base::RandomStream random) : m_random(random) {}
    [[nodiscard]] CycleResult run(const PodInfo &pod, const SchedulerCache &cache);

private:
    void filter(const PodInfo &pod, const SchedulerCache &cache, CycleResult &result);
    void score(const PodInfo &pod, const SchedulerCache &cache, CycleResult &result);
    void select(CycleResult &result);

    base::RandomStream m_random;
    std::size_t m_nextStart = 0; ///< where the last search ended: the next one goes on from there
    std::vector<std::size_t> m_feasible;
    std::vector<std::int64_t> m_scores;
};

} // namespace minato::components::scheduling
