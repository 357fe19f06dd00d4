// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/commands/awk/cell.h"

#include <string>
#include <string_view>
#include <vector>

namespace minato::shell::awk {

/// sprintf: %c %d %i %u %o %x %X %e %f %g %s %%, with flags, width, precision and `*`. Missing arguments are empty.
/// `convfmt` turns numbers into text for %s.
[[nodiscard]] std::string formatted(std::string_view format, const std::vector<Cell> &arguments,
                                    const std::string &convfmt);

} // namespace minato::shell::awk
