// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "components/common/context.h"
#include "components/deployment/owned_sets.h"

#include <optional>
#include <string_view>

namespace minato::components {

/// Status and conditions of a Deployment.
///
/// Mirrors   pkg/controller/deployment/progress.go, sync.go calculateStatus, util/deployment_util.go
/// Threads   Pure.
/// Tests     tests/components/tst_deployment_status.cpp, tst_deployment_progress.cpp

inline constexpr std::string_view kNewSetAvailable = "NewReplicaSetAvailable";
inline constexpr std::string_view kTimedOut = "ProgressDeadlineExceeded";

/// A condition with both of its times.
[[nodiscard]] kube::Value deploymentCondition(std::string_view type, std::string_view status,
                                              std::string_view reason, std::string_view message,
                                              base::Instant now);
/// Same status and reason: nothing changes. Else it is removed and appended, its transition time kept if its
/// status is.
void setDeploymentCondition(kube::Value &status, kube::Value condition);
void removeDeploymentCondition(kube::Value &status, std::string_view type);

/// Counters and the Available condition.
[[nodiscard]] kube::Value calculateStatus(const Rollout &rollout, base::Instant now,
                                          const Features &features = {});
/// The same with the Progressing and ReplicaFailure conditions of a rollout.
[[nodiscard]] kube::Value rolloutStatus(const Rollout &rollout, base::Instant now,
                                        const Features &features = {});
/// Pods that are ending; nullopt when a set that has been looked at does not say.
[[nodiscard]] std::optional<int> terminatingReplicas(const std::vector<OwnedSet> &sets);

[[nodiscard]] bool hasProgressDeadline(const kube::Object &deployment);
[[nodiscard]] bool isComplete(const kube::Object &deployment, const kube::Value &status);
/// More updated, ready or available Pods, or fewer old ones, than before.
[[nodiscard]] bool isProgressing(const kube::Value &before, const kube::Value &after);
/// No progress for as long as the deadline allows.
[[nodiscard]] bool isTimedOut(const kube::Object &deployment, const kube::Value &status, base::Instant now);
/// When a rollout that stands still has to be looked at again; nullopt: never, zero: right away.
[[nodiscard]] std::optional<base::Duration> stuckCheckDelay(const kube::Object &deployment,
                                                            const kube::Value &status, base::Instant now);

} // namespace minato::components
