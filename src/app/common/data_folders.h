// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace minato::app {

/// Where the lessons are: $MINATO_LESSONS if set, else beside the installed program
/// (../share/minato/lessons), else in the source tree that this program was built from.
[[nodiscard]] QString lessonsFolder();

} // namespace minato::app
