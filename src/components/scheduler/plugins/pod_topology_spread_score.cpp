// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/scheduler/plugins/plugins.h"
#include "components/scheduler/plugins/pod_topology_spread.h"
#include "components/scheduler/plugins/spread_rules.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace minato::components::scheduling {
namespace {

constexpr std::int64_t kTakesNoPart = -1;

/// The score of one constraint for each feasible node, added to `raws`.
class ConstraintScore {
public:
    ConstraintScore(const ScoreState &state, const SpreadConstraint &constraint)
        : m_state(state),
          m_constraint(constraint),
          m_counter(state.cache.counter(state.pod.object->ns(), constraint))
    {
    }
    void addByNode(const std::vector<bool> &takesPart, std::span<double> raws) const
    {
        const int size = static_cast<int>(std::ranges::count(takesPart, true));
        for (std::size_t i = 0; i < raws.size(); ++i) {
            if (takesPart[i] && m_state.node(i).labels().contains(m_constraint.topologyKey))
                raws[i] += spreadTerm(onNode(m_state.feasible[i]), m_constraint.maxSkew, size);
        }
    }
    void addByDomain(const std::vector<bool> &takesPart, bool needsAllTopologies,
                     std::span<double> raws) const
    {
        std::map<std::string_view, int> domains;
        for (std::size_t i = 0; i < raws.size(); ++i) {
            if (takesPart[i])
                domains.emplace(value(m_state.node(i)), 0);
        }
        count(needsAllTopologies, domains);
        const int size = static_cast<int>(domains.size());
        for (std::size_t i = 0; i < raws.size(); ++i) {
            if (takesPart[i] && m_state.node(i).labels().contains(m_constraint.topologyKey))
                raws[i] += spreadTerm(domains.at(value(m_state.node(i))), m_constraint.maxSkew, size);
        }
    }

private:
    [[nodiscard]] std::string_view value(const NodeInfo &node) const
    {
        return node.labels()[m_constraint.topologyKey].asString();
    }
    [[nodiscard]] int onNode(std::size_t slot) const
    {
        return m_state.cache.counters().onNode(m_counter, slot);
    }
    void count(bool needsAllTopologies, std::map<std::string_view, int> &domains) const
    {
        for (const std::size_t slot : m_state.cache.order()) {
            const NodeInfo &node = m_state.cache.nodes()[slot];
            const int pods = onNode(slot);
            if (pods == 0 ||
                (needsAllTopologies && !hasAllTopologies(node.labels(), m_state.pod.softSpread)) ||
                !includesNode(m_constraint, m_state.pod.spec(), *node.object))
                continue;
            if (const auto it = domains.find(value(node)); it != domains.end())
                it->second += pods;
        }
    }

    const ScoreState &m_state;
    const SpreadConstraint &m_constraint;
    std::size_t m_counter;
};

bool score(const ScoreState &state, std::span<std::int64_t> scores)
{
    const auto &constraints = state.pod.softSpread;
    if (constraints.empty())
        return false;
    // The system's defaults spread over hosts also where nodes name no zone.
    const bool needsAllTopologies = !state.pod.usesDefaultSpread;
    std::vector<bool> takesPart(scores.size(), true);
    for (std::size_t i = 0; i < scores.size() && needsAllTopologies; ++i)
        takesPart[i] = hasAllTopologies(state.node(i).labels(), constraints);
    std::vector<double> raws(scores.size());
    for (const SpreadConstraint &constraint : constraints) {
        const ConstraintScore part(state, constraint);
        if (constraint.topologyKey == kHostnameLabel)
            part.addByNode(takesPart, raws);
        else
            part.addByDomain(takesPart, needsAllTopologies, raws);
    }
    for (std::size_t i = 0; i < scores.size(); ++i)
        scores[i] = takesPart[i] ? std::llround(raws[i]) : kTakesNoPart;
    normaliseSpread(scores);
    return true;
}

} // namespace

bool hasAllTopologies(const kube::Value &nodeLabels, const SpreadConstraints &constraints)
{
    return std::ranges::all_of(
        constraints, [&](const auto &constraint) { return nodeLabels.contains(constraint.topologyKey); });
}

bool includesNode(const SpreadConstraint &constraint, const kube::Value &podSpec, const kube::Object &node)
{
    return !(constraint.honorsAffinity && !matchesNodeAffinity(podSpec, node)) &&
           !(constraint.honorsTaints && !toleratesTaints(podSpec["tolerations"], node.spec()["taints"]));
}

double spreadTerm(int count, int maxSkew, int topologySize)
{
    return count * std::log(topologySize + 2) + (maxSkew - 1);
}

void normaliseSpread(std::span<std::int64_t> scores)
{
    std::int64_t low = std::numeric_limits<std::int64_t>::max(), high = 0;
    for (const std::int64_t score : scores) {
        if (score < 0)
            continue;
        low = std::min(low, score);
        high = std::max(high, score);
    }
    for (std::int64_t &score : scores) {
        if (score < 0)
            score = 0;
        else
            score = high == 0 ? kMaxScore : kMaxScore * (high + low - score) / high;
    }
}

const ScorePlugin kPodTopologySpreadScore{"PodTopologySpread", 2, score};

} // namespace minato::components::scheduling
