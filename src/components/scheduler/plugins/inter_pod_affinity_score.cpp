// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/scheduler/plugins/inter_pod_affinity.h"
#include "components/scheduler/plugins/plugins.h"

#include <algorithm>

namespace minato::components::scheduling {
namespace {

/// What a required affinity of a Pod that is there is worth to a Pod that it wants near.
constexpr int kHardPodAffinityWeight = 1;
const kube::Value kNoLabels{};

/// Weights by topology key and value.
class Wishes {
public:
    explicit Wishes(const ScoreState &state)
        : m_state(state),
          m_affinity(withNamespaces(state.pod.preferredAffinity, state.cache)),
          m_antiAffinity(withNamespaces(state.pod.preferredAntiAffinity, state.cache)),
          m_namespaceLabels(state.cache.namespaceLabels(state.pod.object->ns()))
    {
    }
    void collect()
    {
        const SchedulerCache &cache = m_state.cache;
        if (m_affinity.empty() && m_antiAffinity.empty()) {
            for (const auto &[uid, pod] : cache.podsWithAffinity())
                consider(*pod);
        } else {
            for (const auto &[uid, pod] : cache.pods())
                consider(pod);
        }
    }
    [[nodiscard]] bool isEmpty() const { return m_weights.empty(); }
    [[nodiscard]] std::int64_t of(const NodeInfo &node) const
    {
        std::int64_t sum = 0;
        for (const auto &[key, values] : m_weights) {
            const auto &value = node.labels()[key];
            if (const auto it = values.find(value.asString()); !value.isNull() && it != values.end())
                sum += it->second;
        }
        return sum;
    }

private:
    void consider(const PlacedPod &there)
    {
        const NodeInfo &node = m_state.cache.nodes()[there.node];
        if (!node.object)
            return;
        const kube::Object &incoming = *m_state.pod.object;
        for (const AffinityTerm &term : m_affinity)
            add(term, term.weight, term.matches(*there.object, kNoLabels), node);
        for (const AffinityTerm &term : m_antiAffinity)
            add(term, -term.weight, term.matches(*there.object, kNoLabels), node);
        for (const AffinityTerm &term : there.info->requiredAffinity)
            add(term, kHardPodAffinityWeight, term.matches(incoming, m_namespaceLabels), node);
        for (const AffinityTerm &term : there.info->preferredAffinity)
            add(term, term.weight, term.matches(incoming, m_namespaceLabels), node);
        for (const AffinityTerm &term : there.info->preferredAntiAffinity)
            add(term, -term.weight, term.matches(incoming, m_namespaceLabels), node);
    }
    void add(const AffinityTerm &term, int weight, bool matches, const NodeInfo &node)
    {
        if (const auto &value = node.labels()[term.topologyKey]; matches && !value.isNull())
            m_weights[term.topologyKey][std::string(value.asString())] += weight;
    }

    const ScoreState &m_state;
    AffinityTerms m_affinity, m_antiAffinity;
    const kube::Value &m_namespaceLabels;
    std::map<std::string, std::map<std::string, std::int64_t, std::less<>>, std::less<>> m_weights;
};

bool score(const ScoreState &state, std::span<std::int64_t> scores)
{
    if (state.pod.preferredAffinity.empty() && state.pod.preferredAntiAffinity.empty() &&
        state.cache.podsWithAffinity().empty())
        return false;
    Wishes wishes(state);
    wishes.collect();
    if (wishes.isEmpty())
        return false;
    for (std::size_t i = 0; i < scores.size(); ++i)
        scores[i] = wishes.of(state.node(i));
    const auto [low, high] = std::ranges::minmax(scores);
    for (std::int64_t &each : scores) {
        const double share =
            high > low ? static_cast<double>(each - low) / static_cast<double>(high - low) : 0;
        each = static_cast<std::int64_t>(kMaxScore * share);
    }
    return true;
}

} // namespace

const ScorePlugin kInterPodAffinityScore{"InterPodAffinity", 2, score};

} // namespace minato::components::scheduling
