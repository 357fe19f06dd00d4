// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <variant>

namespace minato::session {

/// What the window asks of the backend: values, taken in order; nothing is answered but by later batches.
struct RunLine {
    std::string text; ///< a complete line or construct, as typed
};
struct CancelLine {}; ///< Ctrl+C: ends what runs and forgets what waits
struct SetSpeed {
    double speed = 1;
};
struct SetPaused {
    bool isPaused = true;
};
struct BeginStep {
    std::size_t index = 0;
};
using Command = std::variant<RunLine, CancelLine, SetSpeed, SetPaused, BeginStep>;
using CommandSink = std::function<void(Command)>;

} // namespace minato::session
