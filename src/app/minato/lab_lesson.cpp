// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab_lesson.h"

namespace minato::app {
namespace {

using viewmodels::LessonContent;

/// Reads segments of one lesson in one language.
class Reader {
public:
    Reader(const lessons::Lesson &lesson, const QString &language)
        : m_lesson(lesson), m_language(language.toStdString())
    {
    }

    [[nodiscard]] QString text(const std::string &segment) const
    {
        const std::string_view markdown = m_lesson.text(m_language, segment);
        return QString::fromUtf8(markdown.data(), qsizetype(markdown.size()));
    }
    [[nodiscard]] bool isBorrowed(const std::string &segment) const
    {
        const auto own = m_lesson.texts.find(m_language);
        return own == m_lesson.texts.end() || !own->second.find(segment);
    }
    void add(LessonContent::Page &page, const std::vector<std::string> &segments) const
    {
        for (const std::string &segment : segments)
            page.segments.push_back({QString::fromStdString(segment), text(segment), isBorrowed(segment)});
    }
    [[nodiscard]] LessonContent::Page step(std::size_t index) const
    {
        const lessons::Step &step = m_lesson.steps[index];
        LessonContent::Page page{
            .id = QString::fromStdString(step.id), .title = text(step.title), .step = int(index)};
        add(page, step.page);
        for (const lessons::Goal &goal : step.goals) {
            QStringList hints;
            for (const std::string &hint : goal.hints)
                hints += text(hint);
            page.goals.push_back({QString::fromStdString(goal.id), text(goal.text), hints});
        }
        if (step.prediction)
            page.prediction = {QString::fromStdString(step.prediction->question),
                               QString::fromStdString(step.prediction->explain), step.prediction->answer};
        return page;
    }

private:
    const lessons::Lesson &m_lesson;
    std::string m_language;
};

} // namespace

viewmodels::LessonSource lessonSource(std::shared_ptr<const lessons::Lesson> lesson)
{
    return [lesson](const QString &language) {
        const Reader reader(*lesson, language);
        LessonContent content{.id = QString::fromStdString(lesson->id),
                              .title = reader.text(lesson->title),
                              .summary = reader.text(lesson->summary),
                              .level = QString::fromStdString(lesson->level),
                              .minutes = lesson->minutes};
        LessonContent::Page intro{.id = QStringLiteral("intro"), .title = content.title};
        reader.add(intro, {lesson->summary});
        reader.add(intro, lesson->intro);
        content.pages.push_back(std::move(intro));
        for (std::size_t i = 0; i < lesson->steps.size(); ++i)
            content.pages.push_back(reader.step(i));
        if (!lesson->outro.empty()) {
            LessonContent::Page outro{.id = kOutroPage, .title = content.title};
            reader.add(outro, lesson->outro);
            content.pages.push_back(std::move(outro));
        }
        return content;
    };
}

} // namespace minato::app
