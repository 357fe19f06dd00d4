// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/diagnostic.h"
#include "lessons/lesson.h"

#include <filesystem>

namespace minato::lessons {

/// Turns the lesson.yaml of a folder, and the manifests that it names, into a Lesson without texts.
///
/// Errors    All that is wrong with them goes into `problems`, each with file and line; what could be read is
///           in the Lesson all the same.
[[nodiscard]] Lesson readStructure(const std::filesystem::path &folder, base::Diagnostics &problems);

} // namespace minato::lessons
