// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/scheduler/plugins/plugins.h"

namespace minato::components::scheduling {
namespace {

Rejection filter(const CycleState &state, const NodeInfo &node)
{
    const auto wanted = state.pod.spec()["nodeName"].asString();
    return wanted.empty() || wanted == node.name
               ? Rejection()
               : unresolvable("node(s) didn't match the requested node name");
}

bool mayHelp(const PodInfo &, const ClusterEvent &event)
{
    return event.kind == ClusterEvent::Kind::NodeAdded;
}

} // namespace

const FilterPlugin kNodeNameFilter{"NodeName", nullptr, filter, nullptr, mayHelp};

} // namespace minato::components::scheduling
