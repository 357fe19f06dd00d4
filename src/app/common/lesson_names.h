// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/common/stop.h"
#include "app/common/words.h"

#include <QStringList>

namespace minato::app {

/// A lesson was named that is not among those of the folder.
[[nodiscard]] Stop unknownLesson(const QString &id, const QStringList &known, const QString &lessonsFolder,
                                 const Words &words);

/// The folder of lessons has none.
[[nodiscard]] Stop noLessons(const QString &lessonsFolder, const Words &words);

} // namespace minato::app
