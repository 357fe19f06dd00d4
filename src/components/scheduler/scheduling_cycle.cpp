// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/scheduler/scheduling_cycle.h"

#include <algorithm>
#include <format>
#include <map>

namespace minato::components::scheduling {
namespace {

/// [NodeAffinity], as Go prints a list.
std::string listText(const std::vector<std::string_view> &names)
{
    std::string text = "[";
    for (const std::string_view name : names)
        (text += text.size() > 1 ? " " : "") += name;
    return text + "]";
}

kube::Value rejectionValue(const RejectedNode &rejected, const std::string &name)
{
    kube::Value reasons = kube::Value::emptyArray();
    for (const std::string &reason : rejected.why.reasons)
        reasons.push(reason);
    return kube::Value::map({{"node", name},
                             {"fits", false},
                             {"plugin", filterPlugins()[rejected.why.plugin].name},
                             {"reasons", std::move(reasons)}});
}

} // namespace

std::string CycleResult::message() const
{
    if (nodeCount == 0)
        return "no nodes available to schedule pods";
    std::string reasons = prepared.reason;
    if (reasons.empty()) {
        ReasonCounts counts;
        for (const RejectedNode &each : rejected) {
            for (const std::string &reason : each.why.reasons)
                counts.add(reason);
        }
        if (leftOut > 0)
            counts.add("node(s) didn't satisfy plugin(s) " + listText(prepared.plugins), leftOut);
        reasons = counts.text();
    }
    std::string text = std::format("0/{} nodes are available: {}.", nodeCount, reasons);
    if (preemption && !preemption->message.empty())
        text += " no new claims to deallocate, preemption: " + preemption->message;
    return text;
}

std::set<std::string, std::less<>> CycleResult::rejectingPlugins() const
{
    std::set<std::string, std::less<>> names(prepared.plugins.begin(), prepared.plugins.end());
    for (const RejectedNode &each : rejected)
        names.emplace(filterPlugins()[each.why.plugin].name);
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
    for (const RejectedNode &each : rejected)
        nodes.push(rejectionValue(each, names[each.node]));
    auto value = kube::Value::map({{"nodes", std::move(nodes)}, {"ties", ties}});
    if (node)
        value.set("node", names[*node]);
    else
        value.set("message", message());
    if (!preemptionRecord.isNull())
        value.set("preemption", preemptionRecord);
    return value;
}

void SchedulingCycle::filter(const CycleState &state, std::span<const std::size_t> nodes,
                             const NominatedPods &nominated, CycleResult &result)
{
    const auto enough = static_cast<std::size_t>(feasibleNodesToFind(static_cast<int>(nodes.size())));
    m_feasible.clear();
    result.rejected.clear();
    for (std::size_t looked = 0; looked < nodes.size() && m_feasible.size() < enough; ++looked) {
        const std::size_t slot = nodes[(m_nextStart + looked) % nodes.size()];
        if (auto why = runFilters(state, state.cache.nodes()[slot], nominated); why)
            result.rejected.push_back({slot, std::move(why)});
        else
            m_feasible.push_back(slot);
    }
}

void SchedulingCycle::find(CycleState &state, const NominatedPods &nominated, CycleResult &result)
{
    m_feasible.clear();
    result.prepared = prepareFilters(state);
    if (!result.prepared.reason.empty())
        return;
    const SchedulerCache &cache = state.cache;
    const auto promised = state.pod.object->status()["nominatedNodeName"].asString();
    if (const NodeInfo *node = promised.empty() ? nullptr : cache.findNode(promised); node) {
        filter(state, std::span(&node->slot, 1), nominated, result);
        if (!m_feasible.empty())
            return;
    }
    std::vector<std::size_t> only;
    if (state.onlyOnNodes) {
        for (const std::string &name : *state.onlyOnNodes) {
            if (const NodeInfo *node = cache.findNode(name))
                only.push_back(node->slot);
        }
        result.leftOut = cache.nodeCount() - static_cast<int>(only.size());
        filter(state, only, nominated, result);
    } else {
        filter(state, cache.order(), nominated, result);
    }
    m_nextStart = (m_nextStart + m_feasible.size() + result.rejected.size()) %
                  static_cast<std::size_t>(cache.nodeCount());
}

void SchedulingCycle::score(const PodInfo &pod, SchedulerCache &cache, CycleResult &result)
{
    const ScoreState state{pod, cache, m_feasible};
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

CycleResult SchedulingCycle::run(const PodInfo &pod, SchedulerCache &cache, const NominatedPods &nominated,
                                 base::Instant now)
{
    CycleResult result;
    result.nodeCount = cache.nodeCount();
    if (result.nodeCount == 0)
        return result;
    CycleState state(pod, cache);
    find(state, nominated, result);
    for (const std::size_t node : m_feasible)
        result.scored.push_back({node, {}, 0});
    if (m_feasible.size() > 1)
        score(pod, cache, result);
    if (!m_feasible.empty()) {
        select(result);
        return result;
    }
    result.preemption = m_preemption.run(state, result.rejected, nominated, now);
    result.preemptionRecord = result.preemption->toValue(cache.nodes());
    return result;
}

} // namespace minato::components::scheduling
