// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"
#include "kube/object.h"

namespace minato::components {

/// A merge patch of a Pod's status that gives it this DisruptionTarget condition; fails when the Pod has
/// changed meanwhile.
///
/// Mirrors   pkg/api/pod UpdatePodCondition
[[nodiscard]] kube::Value disruptionPatch(const kube::Object &pod, kube::Value condition, base::Instant now);

} // namespace minato::components
