// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "base/diagnostic.h"
#include "lessons/lesson.h"

namespace minato::lessons {

/// Holds the texts of a lesson against its structure and against each other: every segment that the structure names
/// exists in every language, nothing is left over, the order is the same, and code that a learner runs is equal.
[[nodiscard]] base::Diagnostics lintTexts(const Lesson &lesson, const std::string &structureFile);

} // namespace minato::lessons
