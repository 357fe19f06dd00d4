// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/kubectl/changing.h"

#include <optional>
#include <string>
#include <vector>

namespace minato::shell::kubectl {

/// How the Pods of a drain go.
struct EvictionPlan {
    bool deletesInstead = false; ///< --disable-eviction: PodDisruptionBudgets are not asked
    std::int64_t gracePeriod = -1;
    std::optional<base::Duration> timeout = {}; ///< of all together
    std::int64_t skipsDeletedAfter = 0;
    DryRun dryRun = DryRun::None;
};

/// Takes Pods away and waits until they are gone, all at the same time: refused evictions are tried again every 5 s,
/// Pods that end are looked at every second. Prints what happens; gives the errors, empty when all have gone.
///
/// Mirrors   kubectl/pkg/drain (drain.go evictPods, deletePods, waitForDelete)
/// Differs   The order among Pods of one moment is that in which Go starts its goroutines: the last one first.
[[nodiscard]] client::Task<std::vector<std::string>>
takeAway(Session &session, std::vector<kube::ObjectPtr> pods, EvictionPlan plan);

} // namespace minato::shell::kubectl
