// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "components/job/job_backoff.h"

#include <optional>

namespace minato::components::jobs {

/// What a Job's spec and status say of its Pods.
///
/// Mirrors   pkg/controller/job (job_controller.go, indexed_job_utils.go, util/utils.go)
/// Threads   Pure.

[[nodiscard]] bool isFinished(const kube::Object &job);
[[nodiscard]] bool isSuspended(const kube::Object &job);
[[nodiscard]] bool isIndexed(const kube::Object &job);
[[nodiscard]] bool hasLimitPerIndex(const kube::Object &job);
/// Another controller's, by spec.managedBy.
[[nodiscard]] bool isManagedElsewhere(const kube::Object &job);
/// A Pod that is being deleted is replaced only when it has ended.
[[nodiscard]] bool replacesOnlyFailed(const kube::Object &job);
/// 0 when there is no number of completions.
[[nodiscard]] int completions(const kube::Object &job);

[[nodiscard]] bool isTracked(const kube::Object &pod);
[[nodiscard]] bool isPodFailed(const kube::Object &pod, const kube::Object &job);
/// Failed for good: its index has no attempt left.
[[nodiscard]] bool isIndexFailed(const kube::Object &pod, const kube::Object &job);
/// Being deleted, and not yet ended.
[[nodiscard]] bool isPodEnding(const kube::Object &pod);
/// The index, when it is one of the Job's.
[[nodiscard]] std::optional<int> validIndex(const kube::Object &pod, const kube::Object &job);

/// Which active Pods go: those whose index is wrong or taken, then until it is `atLeast`, those that have
/// come least far.
[[nodiscard]] Pods podsToRemove(const kube::Object &job, Pods active, std::size_t atLeast);

/// The Pod to create, for this index if the Job has some; `replaced` is the one that failed there before.
[[nodiscard]] kube::Value podOf(const kube::Object &job, std::optional<int> index,
                                const kube::ObjectPtr &replaced);

} // namespace minato::components::jobs
