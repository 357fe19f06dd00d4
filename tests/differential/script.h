// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"

#include <string>
#include <string_view>
#include <vector>

namespace minato::tests {

/// One step of a differential script.
///
/// File      A line is a command for sh, going on as long as the shell needs more (here-documents). Also:
///           `@run 10s` lets both clusters go on for a while, `@watch 10s COMMAND` stops an endless command
///           after that much of the cluster's time (its status does not count), `@live COMMAND` lets the served
///           cluster's time run with the wall's, for what polls. `#` begins a comment line.
struct Step {
    enum class Kind { Command, Run, Watch, Live };
    Kind kind = Kind::Command;
    std::string command;
    base::Duration duration{};
    int line = 0;
};

[[nodiscard]] std::vector<Step> parseScript(std::string_view text);

} // namespace minato::tests
