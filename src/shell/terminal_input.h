// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace minato::shell {

/// What a terminal's line discipline makes of keys: lines for the program, and what is echoed.
///
/// Mirrors   n_tty in its usual setting: echo, backspace, Ctrl+U, Ctrl+W, Ctrl+C, Ctrl+D
/// Differs   A line is bounded by 4096 bytes; further ones are not taken.
class TerminalInput {
public:
    struct Result {
        std::string lines;          ///< whole ones, for the program
        std::string echo;           ///< for the screen
        bool isInterrupted = false; ///< Ctrl+C
        bool isAtEnd = false;       ///< Ctrl+D on an empty line
    };
    [[nodiscard]] Result take(std::string_view keys);
    /// What a program prints, with the carriage returns that a raw terminal wants.
    [[nodiscard]] static std::string onScreen(std::string_view text);

private:
    void takeKey(char key, Result &result);
    void eraseLast(Result &result);

    std::string m_line;
};

} // namespace minato::shell
