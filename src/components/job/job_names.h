// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace minato::components::jobs {

/// Annotations, labels and the finalizer of a Job's Pods.
///
/// Mirrors   api/batch/v1/types.go
inline constexpr std::string_view kIndex = "batch.kubernetes.io/job-completion-index";
inline constexpr std::string_view kIndexFailures = "batch.kubernetes.io/job-index-failure-count";
inline constexpr std::string_view kIgnoredIndexFailures =
    "batch.kubernetes.io/job-index-ignored-failure-count";
inline constexpr std::string_view kTracking = "batch.kubernetes.io/job-tracking";
inline constexpr std::string_view kIndexVariable = "JOB_COMPLETION_INDEX";

} // namespace minato::components::jobs
