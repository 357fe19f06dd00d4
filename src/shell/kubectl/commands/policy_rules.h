// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/kubectl/session.h"

#include <cstdint>

namespace minato::shell::kubectl {

enum class RuleScope : std::uint8_t { Namespace, Cluster }; ///< Cluster: also --non-resource-url

/// The rules that --verb, --resource, --resource-name and --non-resource-url describe, one for each group of the API.
/// Warns of verbs that it does not know.
///
/// Mirrors   kubectl/pkg/cmd/create (create_role.go, create_clusterrole.go: Validate, generateResourcePolicyRules)
/// Errors    What is missing; a type that the server does not have; a verb that does not go with the type
[[nodiscard]] client::Task<Result<kube::Value>> policyRules(Session &session, RuleScope scope);

} // namespace minato::shell::kubectl
