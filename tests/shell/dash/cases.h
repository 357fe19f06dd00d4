// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace minato::tests {

/// A script that a real shell and ours run side by side.
struct DashCase {
    std::string name, script;
    bool hasOwnErrors = false; ///< standard error is worded otherwise, and not compared
};

/// Reads `tests/shell/dash/THEME.cases`: "@@ NAME" and the lines of the script, as often as wanted; "@@~ NAME" where
/// only standard output and the status must be the same. Lines before the first case are comments.
[[nodiscard]] std::vector<DashCase> readDashCases(const std::string &theme);
/// The themes there are, sorted.
[[nodiscard]] std::vector<std::string> dashThemes();

/// What a script printed, and how it ended.
struct DashAnswer {
    std::string out, err;
    int status = 0;
    bool operator==(const DashAnswer &) const = default;
};

/// The dash of this machine, and the tools it finds in /usr/bin and /bin. Each script has an empty home folder of its
/// own, which the answer calls /home/minato. Nothing to read on standard input.
/// Errors    Status -1 and the reason in `err` when dash cannot be started or does not end within a minute.
[[nodiscard]] DashAnswer askDash(const std::string &script);
/// Our shell, in virtual time.
[[nodiscard]] DashAnswer askMinato(const std::string &script);

} // namespace minato::tests
