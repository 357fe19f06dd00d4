// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace minato::app {

/// `minato-sim run SCRIPT|- [options]`: plays a terminal script in a simulated cluster. The exit status is
/// the script's.
[[nodiscard]] int runCommand(const QStringList &arguments);

/// Prints one sentence about wrong usage; gives exit status 2.
[[nodiscard]] int usageError(const std::string &sentence);

} // namespace minato::app
