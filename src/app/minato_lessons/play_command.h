// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/lesson.h"

#include <QStringList>

#include <cstdint>

namespace minato::app {

struct PlayArguments {
    std::uint64_t seed = 1;
    bool isTranscript = false; ///< print what a learner would see
};

/// Plays one lesson in a simulated cluster of its own. Prints the verdict; false when it is not solved.
[[nodiscard]] bool playLesson(const lessons::Lesson &lesson, const PlayArguments &arguments);

} // namespace minato::app
