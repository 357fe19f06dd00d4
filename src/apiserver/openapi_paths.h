// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apiserver/registry.h"
#include "kube/value.h"

#include <string>
#include <string_view>

namespace minato::apiserver::openapi {

/// Adds the paths of a kind with their operations. `prefix`: "/apis/apps/v1".
void addPaths(kube::Value &paths, const Kind &kind, std::string_view prefix);

/// A gnostic OpenAPI v2 document that names the PATCH operation of each kind, in protobuf.
[[nodiscard]] std::string protobufDocument(const Registry &registry);

} // namespace minato::apiserver::openapi
