// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apiserver/registry.h"
#include "kube/value.h"

#include <string_view>

namespace minato::apiserver {

/// OpenAPI v3 in as few words as `kubectl apply` needs: which groups there are, and that a PATCH of each kind
/// takes fieldValidation and dryRun, so that the client leaves validation to the server.
///
/// Differs   No schemas: `kubectl explain` has nothing to show.
namespace openapi {

/// The index at /openapi/v3.
[[nodiscard]] kube::Value index(const Registry &registry);
/// The document of one group and version; null when there is none.
[[nodiscard]] kube::Value document(const Registry &registry, std::string_view group,
                                   std::string_view version);

} // namespace openapi
} // namespace minato::apiserver
