// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "components/job/index_ranges.h"

#include <optional>
#include <string>
#include <string_view>

namespace minato::components::jobs {

/// What a Job's podFailurePolicy says of a Pod that failed.
///
/// Mirrors   pkg/controller/job/pod_failure_policy.go
/// Threads   Pure.
struct FailureMatch {
    std::optional<std::string> failsJob; ///< why, when the whole Job fails
    bool isCounted = true;               ///< against the limits
    std::string_view action;             ///< of the rule that matched; empty: none did

    friend bool operator==(const FailureMatch &, const FailureMatch &) = default;
};
[[nodiscard]] FailureMatch matchFailurePolicy(const kube::Value &policy, const kube::Object &failedPod);

/// Which rule of a successPolicy these indexes meet, as the condition says it.
///
/// Mirrors   pkg/controller/job/success_policy.go
[[nodiscard]] std::optional<std::string> matchSuccessPolicy(const kube::Value &policy, int completions,
                                                            const IndexRanges &succeeded);

} // namespace minato::components::jobs
