// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/kubectl/session.h"

#include <string>
#include <vector>

namespace minato::shell::kubectl {

/// The Pods that a selector finds, the best for reading a log first; waits until there is one.
/// Error: "timed out waiting for the condition".
///
/// Mirrors   kubectl/pkg/polymorphichelpers (GetPodList), pkg/util/podutils (ByLogging)
[[nodiscard]] client::Task<Result<std::vector<kube::ObjectPtr>>>
podsForLogs(Session &session, std::string ns, std::string selector, base::Duration timeout);

/// The Pod that the arguments name ("web-x", "pod/web-x"), or the first one of another object ("deploy/web",
/// "deploy web"), which is waited for.
///
/// Mirrors   kubectl/pkg/polymorphichelpers (AttachablePodForObject)
[[nodiscard]] client::Task<Result<kube::ObjectPtr>>
namedPod(Session &session, std::vector<std::string> arguments, base::Duration timeout);

/// The Pod itself, or the first one of what has Pods, which is waited for.
[[nodiscard]] client::Task<Result<kube::ObjectPtr>> podOf(Session &session, kube::ObjectPtr object,
                                                          base::Duration timeout);

} // namespace minato::shell::kubectl
