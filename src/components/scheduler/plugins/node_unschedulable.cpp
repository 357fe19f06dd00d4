// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/scheduler/plugins/plugins.h"

namespace minato::components::scheduling {
namespace {

bool toleratesCordon(const kube::Value &podSpec)
{
    static const auto taint =
        kube::Value::map({{"key", "node.kubernetes.io/unschedulable"}, {"effect", "NoSchedule"}});
    return isTolerated(podSpec["tolerations"], taint);
}

Rejection filter(const CycleState &state, const NodeInfo &node)
{
    if (!node.isUnschedulable || toleratesCordon(state.pod.spec()))
        return {};
    return unresolvable("node(s) were unschedulable");
}

bool mayHelp(const PodInfo &waiting, const ClusterEvent &event)
{
    using Kind = ClusterEvent::Kind;
    if (event.kind == Kind::PodTolerations)
        return event.now->uid() == waiting.object->uid() && toleratesCordon(event.now->spec());
    if (event.kind != Kind::NodeAdded && event.kind != Kind::NodeTaints)
        return false;
    const bool was = !event.before || event.before->spec()["unschedulable"].asBool();
    return was && !event.now->spec()["unschedulable"].asBool();
}

} // namespace

const FilterPlugin kNodeUnschedulableFilter{"NodeUnschedulable", nullptr, filter, nullptr, mayHelp};

} // namespace minato::components::scheduling
