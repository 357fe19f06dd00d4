// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "estimates/victims.h"

#include <algorithm>

namespace minato::estimates {
namespace {

using kube::Object;

std::string_view controllerUid(const Object &object)
{
    return object.controllerRef()["uid"].asString();
}

std::vector<const Object *> podsOf(std::string_view uid, const Observed &observed)
{
    std::vector<const Object *> pods;
    for (const kube::ObjectPtr &pod : observed.pods) {
        if (controllerUid(*pod) == uid)
            pods.push_back(pod.get());
    }
    return pods;
}

std::vector<const Object *> setsOf(std::string_view uid, const Observed &observed)
{
    std::vector<const Object *> sets;
    for (const kube::ObjectPtr &set : observed.replicaSets) {
        if (!uid.empty() && controllerUid(*set) == uid)
            sets.push_back(set.get());
    }
    return sets;
}

VictimRanking rankingOf(const Object &set, const Observed &observed)
{
    std::vector<const Object *> related;
    for (const Object *sibling : setsOf(controllerUid(set), observed))
        std::ranges::copy(podsOf(sibling->uid(), observed), std::back_inserter(related));
    auto candidates = components::victimCandidates(podsOf(set.uid(), observed), related);
    components::rankVictims(candidates, observed.now);
    VictimRanking ranking{std::string(set.name()), {}};
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        const auto rule =
            i + 1 < candidates.size()
                ? components::compareVictims(candidates[i], candidates[i + 1], observed.now).rule
                : VictimRule::None;
        ranking.pods.push_back({candidates[i], rule});
    }
    return ranking;
}

} // namespace

std::vector<VictimRanking> victimRankings(const Object &workload, const Observed &observed)
{
    if (workload.kind() == "ReplicaSet")
        return {rankingOf(workload, observed)};
    std::vector<VictimRanking> rankings;
    if (workload.kind() != "Deployment")
        return rankings;
    for (const Object *set : setsOf(workload.uid(), observed)) {
        if (auto ranking = rankingOf(*set, observed); !ranking.pods.empty())
            rankings.push_back(std::move(ranking));
    }
    std::ranges::stable_sort(rankings, std::greater<>(),
                             [](const VictimRanking &each) { return each.pods.size(); });
    return rankings;
}

} // namespace minato::estimates
