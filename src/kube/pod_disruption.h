// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/object.h"

#include <string_view>

namespace minato::kube {

/// The condition DisruptionAllowed of a PodDisruptionBudget, which both its controller and the eviction of a
/// Pod write.
///
/// Mirrors   component-helpers/apps/poddisruptionbudget (helpers.go), apimachinery/pkg/api/meta
/// (conditions.go) Threads   Pure.

/// Sets it from status.disruptionsAllowed; `now` is an RFC 3339 time.
void setDisruptionAllowed(Value &status, std::string_view now);
/// Whether it says what disruptionsAllowed says, for the present generation.
[[nodiscard]] bool isDisruptionConditionCurrent(const Object &budget);

} // namespace minato::kube
