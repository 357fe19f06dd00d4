// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace minato::shell::kubectl {

/// The changed parts of a text with three lines around them, "@@ -1,7 +1,7 @@" before each; empty: no
/// difference.
///
/// Mirrors   diff -u, without its first two lines
[[nodiscard]] std::string unifiedHunks(std::string_view before, std::string_view after);

} // namespace minato::shell::kubectl
