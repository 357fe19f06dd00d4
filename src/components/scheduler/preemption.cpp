// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/scheduler/preemption.h"

#include <algorithm>
#include <format>

namespace minato::components::scheduling {
namespace {

constexpr int kLeastCandidates = 100;
constexpr int kCandidatesPercentage = 10;

/// Why the Pod may not make others go; empty: it may.
std::string whyNotEligible(const CycleState &state, const std::vector<RejectedNode> &rejected)
{
    if (state.pod.spec()["preemptionPolicy"].asString() == "Never")
        return "not eligible due to preemptionPolicy=Never.";
    const auto nominated = state.pod.object->status()["nominatedNodeName"].asString();
    const NodeInfo *node = nominated.empty() ? nullptr : state.cache.findNode(nominated);
    if (!node)
        return {};
    const auto said = std::ranges::find(rejected, node->slot, &RejectedNode::node);
    if (said == rejected.end() || !said->why.isResolvable)
        return {};
    const bool isAwaited = std::ranges::any_of(node->pods, [&](const PlacedPod *pod) {
        const auto &target = findCondition(pod->object->status()["conditions"], "DisruptionTarget");
        return pod->info->priority < state.pod.priority && pod->object->isTerminating() &&
               target["status"].asString() == "True" &&
               target["reason"].asString() == "PreemptionByScheduler";
    });
    return isAwaited ? "not eligible due to a terminating pod on the nominated node." : "";
}

struct DryRun {
    std::vector<PreemptionCandidate> candidates; ///< those that violate no budget first
    std::vector<RejectedNode> hopeless;
};

DryRun dryRun(const CycleState &state, const std::vector<std::size_t> &nodes, std::size_t offset,
              const NominatedPods &nominated, base::Instant now)
{
    DryRun result;
    std::vector<PreemptionCandidate> violating;
    const auto enough = static_cast<std::size_t>(candidatesToFind(static_cast<int>(nodes.size())));
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const std::size_t slot = nodes[(offset + i) % nodes.size()];
        auto found = selectVictims(state, state.cache.nodes()[slot], nominated, now);
        if (!found.candidate) {
            result.hopeless.push_back({slot, std::move(found.why)});
            continue;
        }
        auto &list = found.candidate->budgetViolations == 0 ? result.candidates : violating;
        list.push_back(std::move(*found.candidate));
        if (!result.candidates.empty() && result.candidates.size() + violating.size() >= enough)
            break;
    }
    std::ranges::move(violating, std::back_inserter(result.candidates));
    return result;
}

std::string hopelessText(const CycleState &state, const std::vector<RejectedNode> &hopeless)
{
    ReasonCounts counts;
    for (const RejectedNode &node : hopeless) {
        for (const std::string &reason : node.why.reasons)
            counts.add(reason);
    }
    const int nodes = state.cache.nodeCount();
    if (const int others = nodes - static_cast<int>(hopeless.size()); others > 0)
        counts.add("Preemption is not helpful for scheduling", others);
    return std::format("0/{} nodes are available: {}.", nodes, counts.text());
}

} // namespace

void ReasonCounts::add(std::string_view reason, int count)
{
    const auto it = m_counts.find(reason);
    if (it != m_counts.end())
        it->second += count;
    else
        m_counts.emplace(reason, count);
}

std::string ReasonCounts::text() const
{
    std::vector<std::string> parts;
    for (const auto &[reason, count] : m_counts)
        parts.push_back(std::format("{} {}", count, reason));
    std::ranges::sort(parts);
    std::string text;
    for (const std::string &part : parts)
        (text += text.empty() ? "" : ", ") += part;
    return text;
}

kube::Value PreemptionResult::toValue(std::span<const NodeInfo> nodes) const
{
    if (!chosen)
        return kube::Value::map({{"message", message}});
    kube::Value all = kube::Value::emptyArray();
    for (const PreemptionCandidate &candidate : candidates) {
        kube::Value victims = kube::Value::emptyArray();
        for (const PlacedPod *victim : candidate.victims)
            victims.push(kube::Value::map(
                {{"pod", kube::objectKey(*victim->object)}, {"priority", victim->info->priority}}));
        all.push(kube::Value::map({{"node", nodes[candidate.node].name},
                                   {"victims", std::move(victims)},
                                   {"budgetViolations", candidate.budgetViolations},
                                   {"chosen", candidate.node == chosen->node}}));
    }
    return kube::Value::map({{"node", nodes[chosen->node].name}, {"candidates", std::move(all)}});
}

int candidatesToFind(int nodes)
{
    return std::min(nodes, std::max(kLeastCandidates, nodes * kCandidatesPercentage / 100));
}

PreemptionResult Preemption::run(const CycleState &state, const std::vector<RejectedNode> &rejected,
                                 const NominatedPods &nominated, base::Instant now)
{
    PreemptionResult result;
    result.message = whyNotEligible(state, rejected);
    if (!result.message.empty())
        return result;
    std::vector<std::size_t> nodes;
    for (const RejectedNode &node : rejected) {
        if (node.why.isResolvable)
            nodes.push_back(node.node);
    }
    const std::size_t offset = nodes.empty() ? 0 : m_random.below(nodes.size());
    DryRun tried = dryRun(state, nodes, offset, nominated, now);
    result.candidates = std::move(tried.candidates);
    if (result.candidates.empty()) {
        result.message = hopelessText(state, tried.hopeless);
        result.endsNomination = true;
    } else {
        result.chosen = result.candidates[pickCandidate(result.candidates, now)];
    }
    return result;
}

} // namespace minato::components::scheduling
