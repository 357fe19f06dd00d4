// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace minato::app {

/// A complete command of a script: one line, or several when a quote, a loop or a here-document goes on.
struct ScriptLine {
    std::string text; ///< without its last line break
    int line = 1;     ///< where it begins
};

/// Cuts a script into what a person would enter one after the other; blank lines and comments are left out.
[[nodiscard]] std::vector<ScriptLine> scriptLines(std::string_view script);

} // namespace minato::app
