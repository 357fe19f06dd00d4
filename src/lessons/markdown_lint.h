// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/diagnostic.h"
#include "lessons/lesson_text.h"

#include <cstdint>
#include <string>

namespace minato::lessons {

/// What a segment is for decides what may stand in it.
enum class SegmentRole : std::uint8_t {
    LessonTitle, ///< one "# " heading
    StepTitle,   ///< one "## " heading
    Line,        ///< one paragraph: summaries, hints
    Goal,        ///< one paragraph without a full stop
    Page,        ///< blocks
};

/// Holds the Markdown of one segment against what lessons may use: lessons/README.md, "Markdown that is
/// allowed", "Callouts", "Code blocks".
[[nodiscard]] base::Diagnostics lintMarkdown(const Segment &segment, SegmentRole role,
                                             const std::string &fileName);

} // namespace minato::lessons
