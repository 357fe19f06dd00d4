// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"
#include "kube/object.h"

#include <vector>

namespace minato::estimates {

/// What anybody may read from an API server, and estimates are made from: the decisions of a cluster that writes down
/// none are recomputed with the rules of our own controllers, which are upstream's.
///
/// Why       A real cluster's controllers know more: what they have just decided and nobody can read yet, the plugins
///           and flags that somebody runs them with, what they remember. So this stays an estimate.
/// Order     By "namespace/name", as caches keep them.
/// Threads   Values; what it points at is immutable.
struct Observed {
    using Objects = std::vector<kube::ObjectPtr>;
    Objects nodes, pods, replicaSets, statefulSets, services, namespaces, budgets;
    base::Instant now;
};

} // namespace minato::estimates
