// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace minato::shell {

/// What readers bring along from PowerShell.

/// A line that a person typed, with PowerShell's variables as a POSIX shell writes them: `$env:X = "1"` becomes
/// `export X="1"`, `$env:X` elsewhere `${X}`. Nullopt when there are none.
[[nodiscard]] std::optional<std::string> withoutPowerShell(std::string_view line);

/// The POSIX command that does what this one does: "grep" for Select-String; "" when none is known.
[[nodiscard]] std::string_view posixCommandFor(std::string_view cmdlet);

} // namespace minato::shell
