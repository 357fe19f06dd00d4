// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/kubectl/changing.h"

namespace minato::shell::kubectl {

/// The deprecated --record: writes the command line into the annotation kubernetes.io/change-cause.
[[nodiscard]] FlagSpecs recordFlags();
/// True when --record was given and not false.
[[nodiscard]] bool recordsChange(const Session &session);
/// "kubectl scale deployments/web --replicas=4 --record=true"
[[nodiscard]] std::string commandLine(const Session &session);
/// Does nothing without --record; a refusal is ignored, as upstream.
[[nodiscard]] client::Task<void> recordChange(Session &session, Fetched item, DryRun dryRun);

} // namespace minato::shell::kubectl
