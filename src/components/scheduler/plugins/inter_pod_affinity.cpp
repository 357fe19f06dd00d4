// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/scheduler/plugins/inter_pod_affinity.h"

#include "components/scheduler/plugins/plugins.h"

#include <algorithm>

namespace minato::components::scheduling {
namespace {

using Before = FilterPlugin::Before;
using Domains = PodAffinityFilterState::Domains;
using Kind = ClusterEvent::Kind;

const kube::Value kNoLabels{};

void count(Domains &domains, const NodeInfo &node, const std::string &topologyKey, int delta)
{
    const auto &value = node.labels()[topologyKey];
    if (value.isNull())
        return;
    const auto it = domains.try_emplace({topologyKey, std::string(value.asString())}, 0).first;
    it->second += delta;
    if (it->second == 0)
        domains.erase(it);
}

bool matchesAll(const AffinityTerms &terms, const kube::Object &pod)
{
    return !terms.empty() &&
           std::ranges::all_of(terms, [&](const AffinityTerm &term) { return term.matches(pod, kNoLabels); });
}

void countExisting(CycleState &state, const PlacedPod &pod, const NodeInfo &node, int delta)
{
    const kube::Object &incoming = *state.pod.object;
    for (const AffinityTerm &term : pod.info->requiredAntiAffinity) {
        if (term.matches(incoming, state.cache.namespaceLabels(incoming.ns())))
            count(state.affinity.existingAntiAffinity, node, term.topologyKey, delta);
    }
}

void countIncoming(PodAffinityFilterState &state, const PlacedPod &pod, const NodeInfo &node, int delta)
{
    if (matchesAll(state.affinity, *pod.object)) {
        for (const AffinityTerm &term : state.affinity)
            count(state.affinityMatches, node, term.topologyKey, delta);
    }
    for (const AffinityTerm &term : state.antiAffinity) {
        if (term.matches(*pod.object, kNoLabels))
            count(state.antiAffinityMatches, node, term.topologyKey, delta);
    }
}

Before prepare(CycleState &state, std::string &)
{
    SchedulerCache &cache = state.cache;
    state.affinity.affinity = withNamespaces(state.pod.requiredAffinity, cache);
    state.affinity.antiAffinity = withNamespaces(state.pod.requiredAntiAffinity, cache);
    for (const auto &[uid, pod] : cache.podsWithRequiredAntiAffinity()) {
        if (const NodeInfo &node = cache.nodes()[pod->node]; node.object)
            countExisting(state, *pod, node, +1);
    }
    if (state.affinity.affinity.empty() && state.affinity.antiAffinity.empty())
        return state.affinity.existingAntiAffinity.empty() ? Before::Skip : Before::Run;
    for (const auto &[uid, pod] : cache.pods()) {
        if (const NodeInfo &node = cache.nodes()[pod.node]; node.object)
            countIncoming(state.affinity, pod, node, +1);
    }
    return Before::Run;
}

void update(CycleState &state, const PlacedPod &pod, const NodeInfo &node, int delta)
{
    countExisting(state, pod, node, delta);
    countIncoming(state.affinity, pod, node, delta);
}

bool hasAny(const Domains &domains, const std::string &key, std::string_view value)
{
    const auto it = domains.find({key, std::string(value)});
    return it != domains.end() && it->second > 0;
}

/// Every term's domain has such a Pod; or the Pod is the first of a group that wants to be with its own kind.
bool meetsAffinity(const CycleState &state, const NodeInfo &node)
{
    bool hasNeighbours = true;
    for (const AffinityTerm &term : state.affinity.affinity) {
        const auto &value = node.labels()[term.topologyKey];
        if (value.isNull())
            return false;
        hasNeighbours &= hasAny(state.affinity.affinityMatches, term.topologyKey, value.asString());
    }
    return hasNeighbours ||
           (state.affinity.affinityMatches.empty() && matchesAll(state.affinity.affinity, *state.pod.object));
}

bool meetsAntiAffinity(const CycleState &state, const NodeInfo &node)
{
    return std::ranges::none_of(state.affinity.antiAffinity, [&](const AffinityTerm &term) {
        const auto &value = node.labels()[term.topologyKey];
        return !value.isNull() &&
               hasAny(state.affinity.antiAffinityMatches, term.topologyKey, value.asString());
    });
}

bool isWelcome(const CycleState &state, const NodeInfo &node)
{
    return std::ranges::none_of(state.affinity.existingAntiAffinity, [&](const auto &domain) {
        const auto &value = node.labels()[domain.first.first];
        return !value.isNull() && domain.second > 0 && value.asString() == domain.first.second;
    });
}

Rejection filter(const CycleState &state, const NodeInfo &node)
{
    if (!meetsAffinity(state, node))
        return unresolvable("node(s) didn't match pod affinity rules");
    if (!meetsAntiAffinity(state, node))
        return resolvable("node(s) didn't match pod anti-affinity rules");
    if (!isWelcome(state, node))
        return resolvable("node(s) didn't satisfy existing pods anti-affinity rules");
    return {};
}

bool mayPodHelp(const PodInfo &waiting, const ClusterEvent &event)
{
    const auto isUnassigned = [](const kube::ObjectPtr &pod) {
        return pod && pod->spec()["nodeName"].isEmpty();
    };
    if (isUnassigned(event.before) || isUnassigned(event.now))
        return false;
    const auto matches = [](const AffinityTerms &terms, const kube::ObjectPtr &pod) {
        return pod && matchesAll(terms, *pod);
    };
    const bool isNewNeighbour =
        !matches(waiting.requiredAffinity, event.before) && matches(waiting.requiredAffinity, event.now);
    const bool isGoneEnemy = matches(waiting.requiredAntiAffinity, event.before) &&
                             !matches(waiting.requiredAntiAffinity, event.now);
    return (event.now && isNewNeighbour) || (event.before && isGoneEnemy);
}

bool mayNodeHelp(const PodInfo &waiting, const ClusterEvent &event)
{
    const auto hasMoved = [&](const AffinityTerm &term, bool comes) {
        const auto &was = event.before->labels()[term.topologyKey];
        const auto &is = event.now->labels()[term.topologyKey];
        return comes ? !is.isNull() && was != is : !was.isNull() && was != is;
    };
    if (!event.before)
        return !waiting.requiredAntiAffinity.empty() ||
               std::ranges::any_of(waiting.requiredAffinity, [&](const AffinityTerm &term) {
                   return event.now->labels().contains(term.topologyKey);
               });
    return std::ranges::any_of(waiting.requiredAffinity,
                               [&](const auto &term) { return hasMoved(term, true); }) ||
           std::ranges::any_of(waiting.requiredAntiAffinity,
                               [&](const auto &term) { return hasMoved(term, false); });
}

bool mayHelp(const PodInfo &waiting, const ClusterEvent &event)
{
    switch (event.kind) {
    case Kind::PodAdded:
    case Kind::PodLabels:
    case Kind::PodGone:
        return mayPodHelp(waiting, event);
    case Kind::NodeAdded:
    case Kind::NodeLabels:
        return mayNodeHelp(waiting, event);
    default:
        return false;
    }
}

} // namespace

AffinityTerms withNamespaces(AffinityTerms terms, const SchedulerCache &cache)
{
    for (AffinityTerm &term : terms) {
        if (term.namespaceSelector.matchesEverything())
            continue;
        for (const auto &[name, ns] : cache.namespaces()) {
            if (term.namespaceSelector.matches(ns->labels()))
                term.namespaces.push_back(name);
        }
        std::ranges::sort(term.namespaces);
        term.namespaceSelector = kube::LabelSelector::nothing();
    }
    return terms;
}

const FilterPlugin kInterPodAffinityFilter{"InterPodAffinity", prepare, filter, update, mayHelp};

} // namespace minato::components::scheduling
