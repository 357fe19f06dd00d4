// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "components/kubelet/pod_status.h"

#include <string_view>

namespace minato::components {

/// The conditions of a Pod in the kubelet's order, with those of others before them.
///
/// Mirrors   pkg/kubelet/status/generate.go (reasons, messages), status_manager.go (transition times)
[[nodiscard]] kube::Value podConditions(const kube::Object &pod, const PodState &state,
                                        std::string_view phase, const kube::Value &before, base::Instant now);

} // namespace minato::components
