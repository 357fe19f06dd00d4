// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/scheduler/plugins/pod_topology_spread.h"

#include "components/scheduler/plugins/plugins.h"
#include "components/scheduler/plugins/spread_rules.h"

#include <algorithm>

namespace minato::components::scheduling {
namespace {

using Before = FilterPlugin::Before;
using Kind = ClusterEvent::Kind;

Before prepare(CycleState &state, std::string &)
{
    const auto &constraints = state.pod.hardSpread;
    if (constraints.empty())
        return Before::Skip;
    state.spread.domains.assign(constraints.size(), {});
    std::vector<std::size_t> counters;
    for (const SpreadConstraint &constraint : constraints)
        counters.push_back(state.cache.counter(state.pod.object->ns(), constraint));
    for (const std::size_t slot : state.cache.order()) {
        const NodeInfo &node = state.cache.nodes()[slot];
        if (!hasAllTopologies(node.labels(), constraints))
            continue;
        for (std::size_t i = 0; i < constraints.size(); ++i) {
            if (!includesNode(constraints[i], state.pod.spec(), *node.object))
                continue;
            const auto value = node.labels()[constraints[i].topologyKey].asString();
            state.spread.domains[i][std::string(value)] += state.cache.counters().onNode(counters[i], slot);
        }
    }
    return Before::Run;
}

/// The fewest matching Pods in any domain; 0 while there are fewer domains than the constraint wants.
int globalMinimum(const SpreadFilterState::Domains &domains, int minDomains)
{
    if (domains.empty() || static_cast<int>(domains.size()) < minDomains)
        return 0;
    return std::ranges::min_element(domains, {}, [](const auto &domain) { return domain.second; })->second;
}

Rejection filter(const CycleState &state, const NodeInfo &node)
{
    for (std::size_t i = 0; i < state.pod.hardSpread.size(); ++i) {
        const SpreadConstraint &constraint = state.pod.hardSpread[i];
        const auto &value = node.labels()[constraint.topologyKey];
        if (value.isNull())
            return unresolvable(
                "node(s) didn't match pod topology spread constraints (missing required label)");
        const auto &domains = state.spread.domains[i];
        const auto it = domains.find(value.asString());
        const int here = it == domains.end() ? 0 : it->second;
        const int self = constraint.selector.matches(state.pod.object->labels()) ? 1 : 0;
        if (here + self - globalMinimum(domains, constraint.minDomains) > constraint.maxSkew)
            return resolvable("node(s) didn't match pod topology spread constraints");
    }
    return {};
}

void update(CycleState &state, const PlacedPod &pod, const NodeInfo &node, int delta)
{
    const auto &constraints = state.pod.hardSpread;
    if (pod.object->ns() != state.pod.object->ns() || !hasAllTopologies(node.labels(), constraints))
        return;
    for (std::size_t i = 0; i < constraints.size(); ++i) {
        if (constraints[i].selector.matches(pod.object->labels()) &&
            includesNode(constraints[i], state.pod.spec(), *node.object))
            state.spread.domains[i][std::string(node.labels()[constraints[i].topologyKey].asString())] +=
                delta;
    }
}

bool mayPodHelp(const PodInfo &waiting, const ClusterEvent &event)
{
    const auto concerns = [&](const kube::ObjectPtr &pod) {
        return !pod || pod->uid() == waiting.object->uid() ||
               (!pod->spec()["nodeName"].isEmpty() && pod->ns() == waiting.object->ns());
    };
    if (!concerns(event.before) || !concerns(event.now))
        return false;
    const auto &constraints = waiting.hardSpread;
    if (event.kind == Kind::PodTolerations)
        return event.now->uid() == waiting.object->uid() &&
               std::ranges::any_of(constraints, &SpreadConstraint::honorsTaints);
    return std::ranges::any_of(constraints, [&](const SpreadConstraint &constraint) {
        const auto matches = [&](const kube::ObjectPtr &pod) {
            return pod && constraint.selector.matches(pod->labels());
        };
        return matches(event.before) != matches(event.now);
    });
}

bool mayNodeHelp(const PodInfo &waiting, const ClusterEvent &event)
{
    const auto &constraints = waiting.hardSpread;
    const bool was = event.before && hasAllTopologies(event.before->labels(), constraints);
    const bool is = event.now && hasAllTopologies(event.now->labels(), constraints);
    if (!event.before || !event.now || was != is)
        return was != is;
    const auto hasMoved = [&](const SpreadConstraint &constraint) {
        return event.before->labels()[constraint.topologyKey] != event.now->labels()[constraint.topologyKey];
    };
    return is && (event.before->spec()["taints"] != event.now->spec()["taints"] ||
                  std::ranges::any_of(constraints, hasMoved));
}

bool mayHelp(const PodInfo &waiting, const ClusterEvent &event)
{
    switch (event.kind) {
    case Kind::PodAdded:
    case Kind::PodLabels:
    case Kind::PodGone:
    case Kind::PodTolerations:
        return mayPodHelp(waiting, event);
    case Kind::NodeAdded:
    case Kind::NodeGone:
    case Kind::NodeLabels:
    case Kind::NodeTaints:
        return mayNodeHelp(waiting, event);
    default:
        return false;
    }
}

} // namespace

const FilterPlugin kPodTopologySpreadFilter{"PodTopologySpread", prepare, filter, update, mayHelp};

} // namespace minato::components::scheduling
