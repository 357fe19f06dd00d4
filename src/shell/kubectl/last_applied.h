// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/value.h"

#include <string>
#include <string_view>

namespace minato::shell::kubectl {

inline constexpr std::string_view kLastApplied = "kubectl.kubernetes.io/last-applied-configuration";

/// The object without that annotation, as the annotation keeps it: JSON, sorted, `annotations` always there.
///
/// Mirrors   kubectl/pkg/util (apply.go)
[[nodiscard]] std::string configurationOf(kube::Value object);
/// The same of an object that is held in a Go struct, without empty annotations.
[[nodiscard]] std::string typedConfigurationOf(kube::Value object);
/// The object with its configuration noted in the annotation.
[[nodiscard]] kube::Value withLastApplied(kube::Value object);
[[nodiscard]] kube::Value withTypedLastApplied(kube::Value object);
/// --save-config: notes it when asked to, and brings up to date what is there.
[[nodiscard]] kube::Value savingConfiguration(kube::Value object, bool saves);

} // namespace minato::shell::kubectl
