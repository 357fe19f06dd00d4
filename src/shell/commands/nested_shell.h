// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/process.h"

#include <string>
#include <vector>

namespace minato::shell {

/// Runs a script in a shell of its own, as `sh -c SCRIPT sh ARGUMENT…` does, for programs that start one; the status.
/// Its environment, folder and error output are the program's.
///
/// Bounds    Shells in shells are at most kMostShells deep.
[[nodiscard]] client::Task<int> runNestedShell(Process &process, std::string script,
                                               std::vector<std::string> positional, InPtr in, OutPtr out);
inline constexpr int kMostShells = 50;

/// Quotes an argument so that a shell reads it back as it is.
[[nodiscard]] std::string quotedForShell(std::string_view text);

} // namespace minato::shell
