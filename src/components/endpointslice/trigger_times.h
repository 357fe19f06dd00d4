// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace minato::components {

/// Since when what is written about one Service's endpoints has been due: the moment of the earliest change
/// that has not been seen yet. It is the annotation endpoints.kubernetes.io/last-change-trigger-time.
///
/// Mirrors   staging/src/k8s.io/endpointslice/util/trigger_time_tracker.go, told only of what may have changed
/// Threads   Pure.
class TriggerTimes {
public:
    /// A selected Pod and when its readiness last changed; nullopt: nothing is known of its readiness.
    void see(std::string_view pod, std::optional<base::Instant> readyTransition);
    /// A Pod that is gone, or no longer selected.
    void forget(std::string_view pod);
    /// Forgets all Pods but these.
    void keepOnly(const std::set<std::string, std::less<>> &pods);
    /// Ends a look at the Service. nullopt: nothing has changed since the last one.
    [[nodiscard]] std::optional<base::Instant> take(base::Instant serviceCreation);

private:
    void noteChange(base::Instant when);

    bool m_isKnown = false;
    std::optional<base::Instant> m_service, m_earliest;
    std::map<std::string, base::Instant, std::less<>> m_pods;
};

} // namespace minato::components
