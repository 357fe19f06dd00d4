// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

namespace minato::kube {

/// What Kubernetes' API declares about the fields of its kinds: facts, no text. One structure or enumeration
/// a line, sorted by name:
///
///     apps.v1.DeploymentSpec replicas:1*int32 selector:2*!meta.v1.LabelSelector
///     strategy:4DeploymentStrategy;retainKeys … apps.v1.DeploymentStrategyType = Recreate RollingUpdate
///
/// A name is package, version and type. After it may stand `;atomic`: server-side apply takes the whole at
/// once. A field is KEY:NUMBER FLAGS TYPE ;TAG… without blanks:
///   KEY     "~": the fields of that structure are fields of this one; protobuf still sends them as one
///   message NUMBER  protobuf's; none: not sent there FLAGS   `*` a pointer (zero is not the same as absent),
///   `!` written even when empty, `-` left out when zero,
///           `^` required although left out when empty, `?` optional although written
///   TYPE    structures and enumerations (without package and version: those of this line), string, bool,
///   int32,
///           int64, float64, bytes, Quantity, IntOrString, Time, MicroTime, Duration, FieldsV1, RawExtension,
///           []T a list, {}T a map, &T a list that is a message of its own in protobuf
///   TAG     of server-side apply: atomic, granular, set, map=KEY,KEY; of strategic merge patches: merge,
///           merge=KEY, replace, retainKeys; default=JSON
[[nodiscard]] std::span<const std::string_view> fieldTable();

} // namespace minato::kube
