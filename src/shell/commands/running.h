// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/process.h"

#include <optional>
#include <string>
#include <vector>

namespace minato::shell {

/// What programs need that start other programs or wait.

/// Runs another program in this one's place: its input, output and environment. Status 127 and a message when there
/// is none of that name.
[[nodiscard]] client::Task<int> runOther(Process &process, std::vector<std::string> arguments);

/// A whole text as a number; nullopt when it is none, or not finite.
[[nodiscard]] std::optional<double> parseReal(const std::string &text);

/// "1.5", "2m", "1h": a time to wait.
[[nodiscard]] std::optional<base::Duration> parseInterval(std::string text);

/// "NAME: WHAT" and where help is, as GNU's tools complain; status 1.
int wrongUsage(const Process &process, const std::string &what);

} // namespace minato::shell
