// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/transport.h"
#include "client/task.h"
#include "session/ask.h"

#include <string>

namespace minato::session {

/// Asks the API server what it would say to manifests, without changing anything: the request that
/// `kubectl apply --dry-run=server` makes for each, and the same rules of merging.
///
/// Errors    What is not YAML, what has no kind or name, and refusals are findings.
[[nodiscard]] client::Task<DryRunAnswer> dryRun(api::KubeTransport &transport, std::string text);

} // namespace minato::session
