// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/lesson.h"
#include "viewmodels/lesson/lesson_content.h"

#include <memory>

namespace minato::app {

/// The id of the page after the last step.
inline constexpr QLatin1StringView kOutroPage("outro");

/// A lesson as the window turns its pages: introduction, steps, end.
[[nodiscard]] viewmodels::LessonSource lessonSource(std::shared_ptr<const lessons::Lesson> lesson);

} // namespace minato::app
