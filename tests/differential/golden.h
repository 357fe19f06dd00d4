// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"
#include "differential/outcome.h"

#include <string>
#include <string_view>
#include <vector>

namespace minato::tests {

/// One command of a golden session and what it is known to print.
///
/// File      `$ COMMAND` for sh, gone on with by lines of `+ `; what it prints behind two blanks, its errors
///           behind `! `, its exit status as `= 1` when that is not 0. `@run 10s` lets the cluster go on for
///           a while, `@watch 10s` before a command stops it after that much of the cluster's time, `@live`
///           before a command lets the cluster's time run with the wall's, for what polls by its own clock.
///           `#` begins a comment line.
struct GoldenStep {
    enum class Kind { Command, Run, Watch, Live };
    Kind kind = Kind::Command;
    std::string command;
    base::Duration duration{};
    Outcome expected;
    int line = 0;
    std::string before; ///< comments and blank lines, as they stand in the file
};

struct Golden {
    std::vector<GoldenStep> steps;
    std::string after; ///< comments at the end
};

[[nodiscard]] Golden parseGolden(std::string_view text);
/// The file of a session: what parseGolden() reads.
[[nodiscard]] std::string goldenText(const Golden &golden);

/// An outcome without what is another one each time (the server's port, temporary files, ages by the wall's
/// clock, the times of log lines) or with each change of the simulation (UIDs, versions, suffixes of names).
[[nodiscard]] Outcome withoutChance(Outcome outcome, const std::string &serverUrl);

} // namespace minato::tests
