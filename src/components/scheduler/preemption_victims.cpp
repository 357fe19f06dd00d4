// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/scheduler/preemption.h"

#include <algorithm>
#include <array>
#include <limits>

namespace minato::components::scheduling {
namespace {

using Pods = std::vector<const PlacedPod *>;

base::Instant startTime(const PlacedPod &pod, base::Instant now)
{
    return base::parseRfc3339(pod.object->status()["startTime"].asString()).value_or(now);
}

/// A node where Pods come and go only in thought.
class Stage {
public:
    Stage(const CycleState &state, const NodeInfo &node, const NominatedPods &nominated)
        : m_state(state), m_node(node), m_nominated(nominated)
    {
    }
    void remove(const PlacedPod &pod)
    {
        m_node.remove(pod);
        updateFilters(m_state, pod, m_node, -1);
    }
    void add(const PlacedPod &pod)
    {
        m_node.add(pod);
        updateFilters(m_state, pod, m_node, +1);
    }
    [[nodiscard]] Rejection check() const { return runFilters(m_state, m_node, m_nominated); }

private:
    CycleState m_state;
    NodeInfo m_node;
    const NominatedPods &m_nominated;
};

using Harm = std::array<std::int64_t, 5>; ///< less is better, the first difference decides

Harm harmOf(const PreemptionCandidate &candidate, base::Instant now)
{
    // All priorities are counted as not negative: few Pods of a negative priority beat many.
    constexpr std::int64_t kLift = std::int64_t(std::numeric_limits<std::int32_t>::max()) + 1;
    const std::int64_t highest = candidate.victims.front()->info->priority;
    std::int64_t sum = 0;
    base::Instant earliest = startTime(*candidate.victims.front(), now);
    for (const PlacedPod *victim : candidate.victims) {
        sum += victim->info->priority + kLift;
        if (victim->info->priority == highest)
            earliest = std::min(earliest, startTime(*victim, now));
    }
    return {candidate.budgetViolations, highest, sum, static_cast<std::int64_t>(candidate.victims.size()),
            -earliest.ns};
}

} // namespace

bool isMoreImportant(const PlacedPod &a, const PlacedPod &b, base::Instant now)
{
    if (a.info->priority != b.info->priority)
        return a.info->priority > b.info->priority;
    return startTime(a, now) < startTime(b, now);
}

std::vector<bool> violatesBudgets(const Pods &pods, const SchedulerCache::Objects &budgets)
{
    struct Budget {
        const kube::Object *object;
        kube::LabelSelector selector;
        std::int64_t allowed;
    };
    std::vector<Budget> all;
    for (const auto &[key, object] : budgets) {
        const auto selector = kube::LabelSelector::fromValue(object->spec()["selector"]);
        if (selector && !selector->matchesEverything())
            all.push_back({object.get(), *selector, object->status()["disruptionsAllowed"].asInt()});
    }
    std::vector<bool> violates;
    for (const PlacedPod *pod : pods) {
        const kube::Object &object = *pod->object;
        bool isViolated = false;
        for (Budget &budget : all) {
            if (object.labels().isEmpty() || budget.object->ns() != object.ns() ||
                !budget.selector.matches(object.labels()) ||
                budget.object->status()["disruptedPods"].contains(object.name()))
                continue;
            isViolated |= --budget.allowed < 0;
        }
        violates.push_back(isViolated);
    }
    return violates;
}

VictimsResult selectVictims(const CycleState &state, const NodeInfo &node, const NominatedPods &nominated,
                            base::Instant now)
{
    Pods lesser;
    for (const PlacedPod *pod : node.pods) {
        if (pod->info->priority < state.pod.priority)
            lesser.push_back(pod);
    }
    if (lesser.empty())
        return {std::nullopt, unresolvable("No preemption victims found for incoming pod")};
    Stage stage(state, node, nominated);
    for (const PlacedPod *pod : lesser)
        stage.remove(*pod);
    if (auto why = stage.check(); why)
        return {std::nullopt, std::move(why)};
    const auto isBefore = [now](const PlacedPod *a, const PlacedPod *b) {
        return isMoreImportant(*a, *b, now);
    };
    std::ranges::stable_sort(lesser, isBefore);
    const std::vector<bool> violates = violatesBudgets(lesser, state.cache.budgets());
    PreemptionCandidate candidate;
    candidate.node = node.slot;
    // Spare what can be spared: first those that a budget protects, then the more important ones.
    for (const bool isProtected : {true, false}) {
        for (std::size_t i = 0; i < lesser.size(); ++i) {
            if (violates[i] != isProtected)
                continue;
            stage.add(*lesser[i]);
            if (!stage.check())
                continue;
            stage.remove(*lesser[i]);
            candidate.victims.push_back(lesser[i]);
            candidate.budgetViolations += isProtected;
        }
    }
    std::ranges::stable_sort(candidate.victims, isBefore);
    if (candidate.victims.empty()) // it fits as it is, which the filters denied
        return {std::nullopt, unresolvable("No preemption victims found for incoming pod")};
    return {std::move(candidate), {}};
}

std::size_t pickCandidate(const std::vector<PreemptionCandidate> &candidates, base::Instant now)
{
    std::size_t best = 0;
    Harm least = harmOf(candidates.front(), now);
    for (std::size_t i = 1; i < candidates.size(); ++i) {
        if (const Harm harm = harmOf(candidates[i], now); harm < least) {
            least = harm;
            best = i;
        }
    }
    return best;
}

} // namespace minato::components::scheduling
