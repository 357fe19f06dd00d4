// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/scheduler/plugins/plugins.h"

#include <algorithm>

namespace minato::components::scheduling {
namespace {

Rejection filter(const CycleState &state, const NodeInfo &node)
{
    return toleratesTaints(state.pod.spec()["tolerations"], node.taints())
               ? Rejection()
               : unresolvable("node(s) had untolerated taint(s)");
}

bool mayHelp(const PodInfo &waiting, const ClusterEvent &event)
{
    using Kind = ClusterEvent::Kind;
    if (event.kind == Kind::PodTolerations)
        return event.now->uid() == waiting.object->uid();
    if (event.kind != Kind::NodeAdded && event.kind != Kind::NodeTaints)
        return false;
    const auto &tolerations = waiting.spec()["tolerations"];
    const bool was = event.before && toleratesTaints(tolerations, event.before->spec()["taints"]);
    return !was && toleratesTaints(tolerations, event.now->spec()["taints"]);
}

bool score(const ScoreState &state, std::span<std::int64_t> scores)
{
    const auto &tolerations = state.pod.spec()["tolerations"];
    for (std::size_t i = 0; i < scores.size(); ++i) {
        for (const kube::Value &taint : state.node(i).taints().items())
            scores[i] += taint["effect"].asString() == "PreferNoSchedule" && !isTolerated(tolerations, taint);
    }
    normaliseByMax(scores, true);
    return true;
}

} // namespace

const FilterPlugin kTaintTolerationFilter{"TaintToleration", nullptr, filter, nullptr, mayHelp};
const ScorePlugin kTaintTolerationScore{"TaintToleration", 3, score};

} // namespace minato::components::scheduling
