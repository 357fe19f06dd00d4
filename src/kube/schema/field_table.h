// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace minato::kube {

/// The fields of the kinds and of all that they are made of, one structure a line:
///
///     DeploymentSpec replicas:*int32 selector:*!LabelSelector template:!PodTemplateSpec …
///
/// `*` a pointer (zero is not the same as absent), `!` written even when empty, `0` left out when zero.
/// Types: structures by name (those of other groups than core, apps and meta with their group before a dot),
/// string, bool, int32, int64, float64, bytes, Quantity, IntOrString, Time, MicroTime, Duration, any, []T a
/// list, {}T a map.
[[nodiscard]] std::string_view fieldTable();

} // namespace minato::kube
