// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"
#include "kube/object.h"

#include <optional>
#include <vector>

namespace minato::components::jobs {

using Pods = std::vector<kube::ObjectPtr>;

/// How a Job waits before it replaces Pods that failed: 10 s after the first failure, then twice as long each
/// time, at most ten minutes; a success begins anew.
///
/// Mirrors   pkg/controller/job/backoff_utils.go
/// Threads   Pure.
struct FailureRecord {
    int failures = 0; ///< after the last success
    std::optional<base::Instant> last;

    friend bool operator==(const FailureRecord &, const FailureRecord &) = default;
};

[[nodiscard]] FailureRecord recordAfter(FailureRecord before, const Pods &succeeded, const Pods &failed);
[[nodiscard]] base::Duration remainingBackOff(const FailureRecord &record, base::Instant now);
/// Of one index with a limit of its own, after this Pod of it failed; null: none did.
[[nodiscard]] base::Duration remainingBackOff(const kube::ObjectPtr &lastFailed, base::Instant now);

/// When a Pod has ended: its containers, else its Ready condition, its deletion, its creation.
[[nodiscard]] base::Instant finishedTime(const kube::Object &pod);

} // namespace minato::components::jobs
