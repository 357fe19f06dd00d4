// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/shell.h"

#include <optional>
#include <string>
#include <vector>

namespace minato::shell::kubectl {

/// What a learner may want to know of a call as older tutorials have it: how one does it today, in a line. The
/// call itself is answered as the real kubectl answers it.
///
/// `arguments`: what follows "kubectl".
[[nodiscard]] std::optional<Hint> hintFor(const std::vector<std::string> &arguments);

} // namespace minato::shell::kubectl
