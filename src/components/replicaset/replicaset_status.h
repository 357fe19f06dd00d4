// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"
#include "components/replicaset/pod_tally.h"
#include "kube/status.h"

#include <optional>

namespace minato::components {

/// A ReplicaSet's status after a sync. `diff` is active minus wanted Pods, `failure` what went wrong with
/// them.
///
/// Mirrors   pkg/controller/replicaset/replica_set_utils.go calculateStatus
[[nodiscard]] kube::Value replicaSetStatus(const kube::Object &set, const PodTally::Counts &counts,
                                           int available, int diff,
                                           const std::optional<kube::Status> &failure, base::Instant now);

} // namespace minato::components
