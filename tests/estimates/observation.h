// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cluster/cluster_fixture.h"
#include "estimates/observed.h"

namespace minato::tests {

/// What anybody reads of a cluster now, by plain lists.
inline estimates::Observed observe(ClusterFixture &f)
{
    using namespace kube::resources;
    return {.nodes = f.list(kNodes, ""),
            .pods = f.list(kPods, ""),
            .replicaSets = f.list(kReplicaSets, ""),
            .statefulSets = f.list(kStatefulSets, ""),
            .services = f.list(kServices, ""),
            .namespaces = f.list(kNamespaces, ""),
            .budgets = f.list(kPodDisruptionBudgets, ""),
            .now = f.cluster.control().now()};
}

} // namespace minato::tests
