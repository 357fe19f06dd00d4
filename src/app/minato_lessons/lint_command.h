// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/common/stop.h"
#include "app/common/words.h"

#include <QStringList>

#include <optional>

namespace minato::app {

/// `minato-lessons lint [FOLDER…]`: checks the named lesson folders, or all lessons. Prints a line for each
/// that is fine; the Stop tells all faults.
[[nodiscard]] std::optional<Stop> lintLessons(const QString &lessonsFolder, const QStringList &folders,
                                              const Words &words);

} // namespace minato::app
