// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/story.h"

#include <QString>

namespace minato::viewmodels {

/// A step of a story in words.
struct StoryWords {
    QString heading; ///< what stands above a text that is no sentence, a command: "You ran"
    QString text;
    QString note; ///< why, or the server's own words
    QString glyph;
};
[[nodiscard]] StoryWords wordsOf(const session::StoryFact &fact);

/// Why no node fits, from the scheduler's message.
[[nodiscard]] QString unschedulableWords(const std::string &message);
/// The rule that chose a Pod to end, from the words of the decision record; empty for none.
[[nodiscard]] QString victimWords(const std::string &rule);

} // namespace minato::viewmodels
