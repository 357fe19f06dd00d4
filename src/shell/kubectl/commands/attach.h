// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/kubectl/session.h"

#include <string>

namespace minato::shell::kubectl {

/// What `attach` and `run --attach` share: shows what a running container prints until it ends.
struct AttachPlan {
    std::string container; ///< empty: the usual one
    bool hasInput = false, hasTerminal = false, isQuiet = false;
};
[[nodiscard]] client::Task<Result<void>> attachToPod(Session &session, kube::ObjectPtr pod, AttachPlan plan);

/// `run --attach`: waits for the Pod, attaches to it, or prints its log when it has ended already; then the
/// exit status of its container, as far as the Pod is not started again.
[[nodiscard]] client::Task<int> followPod(Session &session, kube::ObjectPtr pod, AttachPlan plan);

} // namespace minato::shell::kubectl
