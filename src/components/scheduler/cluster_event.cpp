// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/scheduler/cluster_event.h"

#include "components/common/pod.h"

#include <algorithm>

namespace minato::components::scheduling {
namespace {

using Kind = ClusterEvent::Kind;

bool isScaledDown(const kube::Object &before, const kube::Object &now)
{
    if (before.spec()["containers"] == now.spec()["containers"] &&
        before.spec()["resources"] == now.spec()["resources"])
        return false;
    const PodRequests was = podRequests(before.spec()), is = podRequests(now.spec());
    return is.milliCpu < was.milliCpu || is.memory < was.memory ||
           is.ephemeralStorage < was.ephemeralStorage ||
           std::ranges::any_of(was.scalars, [&](const auto &s) { return is.scalar(s.first) < s.second; });
}

} // namespace

std::vector<ClusterEvent> nodeEvents(const kube::ObjectPtr &before, const kube::ObjectPtr &now)
{
    std::vector<ClusterEvent> events;
    const auto add = [&](Kind kind) { events.push_back({kind, before, now}); };
    if (before->spec()["unschedulable"].asBool() != now->spec()["unschedulable"].asBool() ||
        before->spec()["taints"] != now->spec()["taints"])
        add(Kind::NodeTaints);
    if (before->status()["allocatable"] != now->status()["allocatable"])
        add(Kind::NodeAllocatable);
    if (before->labels() != now->labels())
        add(Kind::NodeLabels);
    return events;
}

std::vector<ClusterEvent> podEvents(const kube::ObjectPtr &before, const kube::ObjectPtr &now)
{
    std::vector<ClusterEvent> events;
    const auto add = [&](Kind kind) { events.push_back({kind, before, now}); };
    if (before->labels() != now->labels())
        add(Kind::PodLabels);
    if (isScaledDown(*before, *now))
        add(Kind::PodScaledDown);
    if (!before->spec()["schedulingGates"].isEmpty() && now->spec()["schedulingGates"].isEmpty())
        add(Kind::PodUngated);
    if (before->spec()["tolerations"].size() != now->spec()["tolerations"].size())
        add(Kind::PodTolerations);
    return events;
}

} // namespace minato::components::scheduling
