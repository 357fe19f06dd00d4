// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/transport.h"
#include "client/task.h"
#include "session/ask.h"

namespace minato::session {

/// The kinds that can be written as manifests: those that can be read and created, by their names.
///
/// Mirrors   kubectl api-resources, from the aggregated discovery document
/// Differs   A server that has no such document (before 1.26) offers nothing.
[[nodiscard]] client::Task<KindsAnswer> offeredKinds(api::KubeTransport &transport);

/// The schemas of one group and version, from /openapi/v3.
[[nodiscard]] client::Task<SchemasAnswer> schemasOf(api::KubeTransport &transport, std::string apiVersion);

} // namespace minato::session
