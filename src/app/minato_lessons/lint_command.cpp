// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/minato_lessons/lint_command.h"

#include "app/common/lesson_names.h"
#include "lessons/lesson_loader.h"

#include <algorithm>
#include <iterator>
#include <print>

namespace minato::app {

std::optional<Stop> lintLessons(const QString &lessonsFolder, const QStringList &folders, const Words &words)
{
    lessons::Catalogue catalogue;
    if (folders.isEmpty())
        catalogue = lessons::loadCatalogue(lessonsFolder.toStdString());
    for (const QString &folder : folders) {
        auto lesson = lessons::loadLesson(folder.toStdString());
        if (lesson)
            catalogue.lessons.push_back(*std::move(lesson));
        else
            std::ranges::move(lesson.error(), std::back_inserter(catalogue.problems));
    }
    for (const lessons::Lesson &lesson : catalogue.lessons)
        std::println("{}: ok", lesson.id);
    if (!catalogue.problems.empty())
        return failure(catalogue.problems);
    return catalogue.lessons.empty() ? std::optional(noLessons(lessonsFolder, words)) : std::nullopt;
}

} // namespace minato::app
