// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/common/stop.h"
#include "app/common/words.h"

#include <QStringList>

#include <cstdint>
#include <optional>

namespace minato::app {

struct PlayArguments {
    std::uint64_t seed = 1;
    bool isTranscript = false; ///< print what a learner would see
};

/// `minato-lessons play [ID…]`: plays the named lessons, or all, each in a simulated cluster of its own:
/// every check must fail before and pass after the lesson's own solution. Prints a line for each that is
/// solved; the Stop tells what is not.
[[nodiscard]] std::optional<Stop> playLessons(const QString &lessonsFolder, const QStringList &ids,
                                              const PlayArguments &arguments, const Words &words);

} // namespace minato::app
