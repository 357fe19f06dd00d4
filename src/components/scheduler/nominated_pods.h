// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "components/scheduler/scheduler_types.h"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace minato::components::scheduling {

/// Pods that have been promised room on a node, where others make way for them.
///
/// Mirrors   pkg/scheduler/backend/queue/nominator.go
class NominatedPods {
public:
    /// Takes the place of an earlier nomination of that Pod.
    void set(PodInfoPtr pod, std::string_view node);
    void remove(std::string_view uid);
    /// The Pod as it is now; keeps its nomination.
    void update(const kube::ObjectPtr &pod);
    [[nodiscard]] std::span<const PlacedPod> on(std::string_view node) const;
    /// Empty: none.
    [[nodiscard]] std::string_view nodeOf(std::string_view uid) const;

private:
    std::map<std::string, std::vector<PlacedPod>, std::less<>> m_byNode;
    std::map<std::string, std::string, std::less<>> m_nodeByUid;
};

} // namespace minato::components::scheduling
