// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/kubectl/session.h"

#include <string>

namespace minato::shell::kubectl {

/// --validate: what the server does with fields that it does not know.
[[nodiscard]] FlagSpecs validateFlags();
/// "Strict", "Warn" or "Ignore"; the error is about the flag.
[[nodiscard]] Result<std::string> validationOf(const Session &session);

} // namespace minato::shell::kubectl
