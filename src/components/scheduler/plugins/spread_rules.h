// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "components/scheduler/scheduler_types.h"

namespace minato::components::scheduling {

/// What the filter and the score of PodTopologySpread share.
///
/// Mirrors   podtopologyspread/common.go

[[nodiscard]] bool hasAllTopologies(const kube::Value &nodeLabels, const SpreadConstraints &constraints);
/// Whether the constraint counts the Pods of this node: one that the Pod could run on, as its policies say.
[[nodiscard]] bool includesNode(const SpreadConstraint &constraint, const kube::Value &podSpec,
                                const kube::Object &node);

} // namespace minato::components::scheduling
