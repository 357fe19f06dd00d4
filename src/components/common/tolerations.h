// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/value.h"

namespace minato::components {

/// Mirrors   component-helpers/scheduling/corev1 (TolerationsTolerateTaint, FindMatchingUntoleratedTaint)
/// Threads   Pure.

/// True when one of the Pod's tolerations covers the taint.
[[nodiscard]] bool isTolerated(const kube::Value &tolerations, const kube::Value &taint);
/// Whether the Pod may run where these taints are: only NoSchedule and NoExecute keep Pods away.
[[nodiscard]] bool toleratesTaints(const kube::Value &tolerations, const kube::Value &taints);

} // namespace minato::components
