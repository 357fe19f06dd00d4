// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/diagnostic.h"
#include "lessons/lesson.h"

#include <string>
#include <vector>

namespace minato::lessons {

/// Reads and checks one lesson folder.
///
/// Errors    All that is wrong with it, each with file and line: unknown or missing fields, bad checks,
/// manifests that
///           do not parse, segments that a language lacks or that nothing refers to, code that differs
///           between the languages, solutions that wait for an unknown goal.
[[nodiscard]] base::Parsed<Lesson> loadLesson(const std::string &folder);

struct Catalogue {
    std::vector<Lesson> lessons; ///< in the order of index.yaml; those not named there follow by id
    base::Diagnostics problems;  ///< of the lessons that were left out
};

/// Reads every lesson below a folder. A broken one is left out with its diagnostics while the others load.
[[nodiscard]] Catalogue loadCatalogue(const std::string &folder);

} // namespace minato::lessons
