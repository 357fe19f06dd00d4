// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/lesson_names.h"

namespace minato::app {

Stop unknownLesson(const QString &id, const QStringList &known, const QString &lessonsFolder,
                   const Words &words)
{
    if (known.isEmpty())
        return noLessons(lessonsFolder, words);
    //: %1: what was asked for. %2: the lessons that there are.
    //% "unknown lesson \"%1\"; there are: %2"
    return {words(QT_TRID_NOOP("lessons.unknown")).arg(id, known.join(QStringLiteral(", ")))};
}

Stop noLessons(const QString &lessonsFolder, const Words &words)
{
    //: %1: a folder.
    //% "there is no lesson in %1"
    return {words(QT_TRID_NOOP("lessons.none")).arg(lessonsFolder)};
}

} // namespace minato::app
