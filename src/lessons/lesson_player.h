// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/clock.h"
#include "client/task.h"
#include "lessons/lesson_run.h"
#include "shell/shell.h"

#include <functional>
#include <string>
#include <vector>

namespace minato::lessons {

/// What happened when a lesson was played with its own solutions.
struct PlayReport {
    std::vector<std::string> problems; ///< sentences; empty: every check failed before and passed after
    std::size_t commands = 0, checks = 0;

    [[nodiscard]] bool isSolved() const { return problems.empty() && checks > 0; }
};

/// Receives what a learner would see: the entered line (with the time), then its output.
class PlayObserver {
public:
    virtual ~PlayObserver() = default;
    virtual void stepBegins(const Step &) {}
    virtual void entered(base::Instant, const std::string &) {}
    virtual void printed(std::string_view) {}
    virtual void goalReached(base::Instant, const Goal &) {}
};

struct PlayOptions {
    std::size_t firstStep = 0;
    std::size_t stepCount =
        static_cast<std::size_t>(-1); ///< play only so many: the way to open a lesson in its middle
};

/// Plays the solutions as lessons/README.md tells ("How a lesson is played"). Whoever calls lets time pass.
[[nodiscard]] client::Task<PlayReport> play(LessonRun &run, shell::Shell &shell, api::Timers &timers,
                                            PlayObserver &observer, PlayOptions options = {});

} // namespace minato::lessons
