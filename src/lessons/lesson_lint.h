// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/diagnostic.h"
#include "lessons/lesson.h"

#include <string>

namespace minato::lessons {

/// Holds the texts of a lesson against its structure: every segment that the structure names exists in every
/// language, in its order, nothing is left over, predictions have their choices, and every solution line can
/// be clicked.
[[nodiscard]] base::Diagnostics lintTexts(const Lesson &lesson);

/// Holds one language against the source language, segment by segment: blocks, inline code, links, numbers,
/// commands.
[[nodiscard]] base::Diagnostics lintPair(const LessonText &source, const LessonText &text);

} // namespace minato::lessons
