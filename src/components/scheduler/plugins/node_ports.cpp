// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/scheduler/plugins/plugins.h"
#include "components/scheduler/pod_reader.h"

#include <algorithm>

namespace minato::components::scheduling {
namespace {

constexpr std::string_view kAllAddresses = "0.0.0.0";

bool isClash(const HostPort &a, const HostPort &b)
{
    return a.port == b.port && a.protocol == b.protocol &&
           (a.ip == b.ip || a.ip == kAllAddresses || b.ip == kAllAddresses);
}

bool clash(const PodInfo &a, const PodInfo &b)
{
    return std::ranges::any_of(a.hostPorts, [&](const HostPort &port) {
        return std::ranges::any_of(b.hostPorts, [&](const HostPort &other) { return isClash(port, other); });
    });
}

FilterPlugin::Before prepare(CycleState &state, std::string &)
{
    return state.pod.hostPorts.empty() ? FilterPlugin::Before::Skip : FilterPlugin::Before::Run;
}

Rejection filter(const CycleState &state, const NodeInfo &node)
{
    const bool isTaken =
        node.podsWithPorts > 0 && std::ranges::any_of(node.pods, [&](const PlacedPod *other) {
            return clash(state.pod, *other->info);
        });
    return isTaken ? resolvable("node(s) didn't have free ports for the requested pod ports") : Rejection();
}

bool mayHelp(const PodInfo &waiting, const ClusterEvent &event)
{
    if (event.kind == ClusterEvent::Kind::NodeAdded)
        return true;
    return event.kind == ClusterEvent::Kind::PodGone && clash(waiting, readPlacedPod(event.before));
}

} // namespace

const FilterPlugin kNodePortsFilter{"NodePorts", prepare, filter, nullptr, mayHelp};

} // namespace minato::components::scheduling
