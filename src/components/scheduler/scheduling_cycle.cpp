// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/scheduler/scheduling_cycle.h"

#include <algorithm>
#include <format>
#include <map>

namespace minato::components::scheduling {
namespace {

/// "2 Insufficient cpu, 1 Too many pods" in the order of the texts themselves.
std::string histogram(const std::map<std::string, int, std::less<>> &reasons)
{
    std::vector<std::string> parts;
    for (const auto &[reason, count] : reasons)
        parts.push_back(std::format("{} {}", count, reason));
    std::ranges::sort(parts);
    std::string text;
    for (const std::string &part : parts)
        text += (text.empty() ? "" : ", ") + part;
    return text;
}

} // namespace

std::string CycleResult::message() const
{
    if (nodeCount == 0)
        return "no nodes available to schedule pods";
    std::map<std::string, int, std::less<>> reasons, preemption;
    for (const Rejected &rejection : rejected) {
        for (const std::string &reason : rejection.why.reasons)
            ++reasons[reason];
        ++preemption[rejection.why.isResolvable ? "No preemption victims found for incoming pod"
                                                : "Preemption is not helpful for scheduling"];
    }
    return std::format("0/{0} nodes are available: {1}. no new claims to deallocate, preemption: 0/{0} nodes are "
                       "available: {2}.",
                       nodeCount, histogram(reasons), histogram(preemption));
}

std::set<std::string, std::less<>> CycleResult::rejectingPlugins() const
{
    std::set<std::string, std::less<>> names;
    for (const Rejected &rejection : rejected)
        names.emplace(filterPlugins()[rejection.why.plugin].name);
    return names;
}

kube::Value CycleResult::toValue(const std::vector<std::string> &names) const
{
    kube::Value nodes = kube::Value::emptyArray();
    for (const Scored &each : scored) {
        kube::Value scores = kube::Value::emptyMap();
        for (std::size_t i = 0; i < kScorePluginCount && scored.size() > 1; ++i)
            scores.set(scorePlugins()[i].name,
                       kube::Value::map({{"score", each.scores[i]}, {"weight", scorePlugins()[i].weight}}));
        nodes.push(kube::Value::map({{"node", names[each.node]},
                                     {"fits", true},
                                     {"scores", std::move(scores)},
                                     {"total", each.total},
                                     {"chosen", node == each.node}}));
    }
    for (const Rejected &each : rejected) {
        kube::Value reasons = kube::Value::emptyArray();
        for (const std::string &reason : each.why.reasons)
            reasons.push(reason);
        nodes.push(kube::Value::map({{"node", names[each.node]},
                                     {"fits", false},
                                     {"plugin", filterPlugins()[each.why.plugin].name},
                                     {"reasons", std::move(reasons)}}));
    }
    auto value = kube::Value::map({{"nodes", std::move(nodes)}, {"ties", ties}});
    if (node)
        value.set("node", names[*node]);
    else
        value.set("message", message());
    return value;
}

void SchedulingCycle::filter(const PodInfo &pod, const SchedulerCache &cache, CycleResult &result)
{
    const auto nodes = cache.nodes();
    const auto enough = static_cast<std::size_t>(feasibleNodesToFind(cache.nodeCount()));
    m_feasible.clear();
    std::size_t looked = 0;
    for (; looked < nodes.size() && m_feasible.size() < enough; ++looked) {
        const std::size_t slot = (m_nextStart + looked) % nodes.size();
        if (!nodes[slot].object)
            continue;
        if (auto why = filterNode(pod, nodes[slot]); why)
            result.rejected.push_back({slot, std::move(why)});
        else
            m_feasible.push_back(slot);
    }
    if (!nodes.empty())
        m_nextStart = (m_nextStart + looked) % nodes.size();
}

void SchedulingCycle::score(const PodInfo &pod, const SchedulerCache &cache, CycleResult &result)
{
    const ScoreState state{pod, cache.nodes(), m_feasible, cache.counters(), cache.nodesWithImage(), cache.nodeCount()};
    for (std::size_t plugin = 0; plugin < kScorePluginCount; ++plugin) {
        m_scores.assign(m_feasible.size(), 0);
        if (!scorePlugins()[plugin].score(state, m_scores))
            continue;
        for (std::size_t i = 0; i < m_feasible.size(); ++i) {
            result.scored[i].scores[plugin] = static_cast<std::int16_t>(m_scores[i]);
            result.scored[i].total += static_cast<int>(m_scores[i]) * scorePlugins()[plugin].weight;
        }
    }
}

/// Reservoir sampling: each of the best is chosen with the same probability.
void SchedulingCycle::select(CycleResult &result)
{
    const int best = std::ranges::max(result.scored, {}, &CycleResult::Scored::total).total;
    for (const CycleResult::Scored &each : result.scored) {
        if (each.total == best && m_random.below(static_cast<std::uint64_t>(++result.ties)) == 0)
            result.node = each.node;
    }
}

CycleResult SchedulingCycle::run(const PodInfo &pod, const SchedulerCache &cache)
{
    CycleResult result;
    result.nodeCount = cache.nodeCount();
    filter(pod, cache, result);
    for (const std::size_t node : m_feasible)
        result.scored.push_back({node, {}, 0});
    if (m_feasible.size() > 1)
        score(pod, cache, result);
    if (!m_feasible.empty())
        select(result);
    return result;
}

} // namespace minato::components::scheduling
