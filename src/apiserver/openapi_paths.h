// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apiserver/registry.h"
#include "kube/value.h"

#include <string>
#include <string_view>

namespace minato::apiserver::openapi {

/// Adds the paths of a kind with their operations. `prefix`: "/apis/apps/v1".
///
/// Mirrors   apiserver/pkg/endpoints/installer.go: paths, operation ids, parameters
/// Differs   Bodies and answers name their media types only; operations that connect (exec, proxy) are left
///           out.
void addPaths(kube::Value &paths, const Kind &kind, std::string_view prefix);

/// A gnostic OpenAPI v2 document that names the PATCH operation of each kind, in protobuf.
///
/// Mirrors   github.com/google/gnostic-models/openapiv2, as /openapi/v2 is served
/// Differs   No definitions and no other operation: kubectl 1.27 and 1.28 look here for dry runs alone.
[[nodiscard]] std::string protobufDocument(const Registry &registry);

} // namespace minato::apiserver::openapi
