// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "components/scheduler/scheduler_types.h"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace minato::components::scheduling {

class SchedulerCache;

/// What the filter about neighbours knows: how many Pods of each domain (topology key and value) count.
///
/// Mirrors   pkg/scheduler/framework/plugins/interpodaffinity/filtering.go (preFilterState, topologyToMatchedTermCount)
struct PodAffinityFilterState {
    using Domains = std::map<std::pair<std::string, std::string>, std::int64_t>; ///< no zeros
    AffinityTerms affinity, antiAffinity; ///< of the Pod, with namespaces instead of a selector of them
    Domains existingAntiAffinity;         ///< Pods there that will not have this one near them
    Domains affinityMatches, antiAffinityMatches;
};

/// The terms with the namespaces that their selectors choose, instead of these selectors.
[[nodiscard]] AffinityTerms withNamespaces(AffinityTerms terms, const SchedulerCache &cache);

} // namespace minato::components::scheduling
