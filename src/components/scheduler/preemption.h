// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"
#include "base/random.h"
#include "components/scheduler/framework.h"

#include <optional>
#include <string>
#include <vector>

namespace minato::components::scheduling {

/// A node that could take the Pod if these went.
struct PreemptionCandidate {
    std::size_t node = 0;
    std::vector<const PlacedPod *> victims; ///< the most important first
    int budgetViolations = 0;               ///< victims whose PodDisruptionBudget does not allow it
};

/// A node that a filter refused.
struct RejectedNode {
    std::size_t node;
    Rejection why;
};

/// How an attempt to make room ended.
struct PreemptionResult {
    std::string message; ///< why there is none; empty: there is, or none was tried
    std::optional<PreemptionCandidate> chosen;
    std::vector<PreemptionCandidate> candidates;
    bool endsNomination = false; ///< an earlier promise of a node is void

    [[nodiscard]] kube::Value toValue(std::span<const NodeInfo> nodes) const;
};

/// Finds less important Pods whose going would make room for one that fits nowhere.
///
/// Mirrors   pkg/scheduler/framework/preemption/preemption.go, plugins/defaultpreemption
/// Differs   Nodes are tried one after the other, where upstream tries them in parallel; of equally good
///           candidates the first after a random start is taken.
class Preemption {
public:
    explicit Preemption(base::RandomStream random) : m_random(random) {}
    /// `rejected`: what the filters said of the nodes; one that is not named there is beyond help.
    [[nodiscard]] PreemptionResult run(const CycleState &state, const std::vector<RejectedNode> &rejected,
                                       const NominatedPods &nominated, base::Instant now);

private:
    base::RandomStream m_random;
};

/// "0/3 nodes are available: 1 Too many pods, 2 Insufficient cpu." in the order of the parts as texts.
class ReasonCounts {
public:
    void add(std::string_view reason, int count = 1);
    [[nodiscard]] std::string text() const; ///< without the full stop

private:
    std::map<std::string, int, std::less<>> m_counts;
};

/// The smallest set of victims on one node; or why there is none. `node` is a copy to play with.
struct VictimsResult {
    std::optional<PreemptionCandidate> candidate;
    Rejection why;
};
[[nodiscard]] VictimsResult selectVictims(const CycleState &state, const NodeInfo &node,
                                          const NominatedPods &nominated, base::Instant now);
/// The index of the candidate that does the least harm. Precondition: there is one.
[[nodiscard]] std::size_t pickCandidate(const std::vector<PreemptionCandidate> &candidates,
                                        base::Instant now);
/// True when a has the higher priority, or at the same has run for longer.
[[nodiscard]] bool isMoreImportant(const PlacedPod &a, const PlacedPod &b, base::Instant now);
/// For each Pod, in their order, whether a PodDisruptionBudget forbids its going.
[[nodiscard]] std::vector<bool> violatesBudgets(const std::vector<const PlacedPod *> &pods,
                                                const SchedulerCache::Objects &budgets);
/// How many candidates are enough.
[[nodiscard]] int candidatesToFind(int nodes);

} // namespace minato::components::scheduling
