// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/task.h"
#include "shell/completion/completion.h"
#include "shell/process.h"

#include <string>

namespace minato::shell::kubectl {

/// What may follow in a call of kubectl: subcommands, flags and their values, types, and names of objects as the
/// API server has them now. A server that does not answer leaves those out.
///
/// Mirrors   kubectl completion (k8s.io/kubectl/pkg/util/completion): which command takes which types
/// Differs   Flags come with their help, types by their plural name only.
[[nodiscard]] client::Task<Completion> complete(Services &services, TypedWords typed, std::string folder);

} // namespace minato::shell::kubectl
