// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/start/lesson_list_model.h"

#include "viewmodels/lesson/blocks.h"
#include "viewmodels/lesson/phrases.h"

#include <QCoreApplication>

#include <algorithm>

namespace minato::viewmodels {
namespace {

QString levelText(const QString &level)
{
    if (level == QLatin1String("advanced"))
        //: How hard a lesson is.
        //% "Advanced"
        return qtTrId("lessons.level.advanced");
    if (level == QLatin1String("intermediate"))
        //: How hard a lesson is.
        //% "Intermediate"
        return qtTrId("lessons.level.intermediate");
    //: How hard a lesson is.
    //% "Beginner"
    return qtTrId("lessons.level.beginner");
}

QString detailsText(const LessonContent &lesson)
{
    //: On a lesson's card. %1: "Beginner". %2: "About 12 minutes". %3: "5 steps".
    //% "%1 · %2 · %3"
    return qtTrId("lessons.details")
        .arg(levelText(lesson.level), qtTrId("lesson.minutes", lesson.minutes),
             //: On a lesson's card: how long the lesson is.
             //% "%n step(s)"
             qtTrId("lessons.steps", stepCount(lesson)));
}

/// The first list of the introduction: what the learner will do.
QStringList aims(const LessonContent &lesson)
{
    if (lesson.pages.empty())
        return {};
    for (const auto &segment : lesson.pages.front().segments)
        for (const Block &block : parseBlocks(segment.markdown))
            if (block.kind == Block::Kind::List)
                return block.items;
    return {};
}

} // namespace

int stepCount(const LessonContent &lesson)
{
    return static_cast<int>(std::ranges::count_if(lesson.pages, [](const auto &p) { return p.step >= 0; }));
}

int LessonListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lessons.size());
}

QVariant LessonListModel::progressData(const LessonContent &lesson, int role) const
{
    const auto finished = m_progress.finishedSteps(lesson.id);
    const int all = stepCount(lesson);
    const auto done = static_cast<int>(std::ranges::count_if(lesson.pages, [&finished](const auto &page) {
        return page.step >= 0 && finished.contains(page.id);
    }));
    switch (role) {
    case ShareRole:
        return all == 0 ? 0. : double(done) / all;
    case IsFinishedRole:
        return all > 0 && done == all;
    case IsStartedRole:
        return done > 0 || !m_progress.page(lesson.id).isEmpty();
    default:
        if (done == all && all > 0)
            //: On a lesson's card.
            //% "Finished"
            return qtTrId("lessons.finished");
        //: On a lesson's card. %1 of its %2 steps are done.
        //% "%1 of %2 steps done"
        return qtTrId("lessons.progress").arg(done).arg(all);
    }
}

QVariant LessonListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const LessonContent &lesson = m_lessons[static_cast<std::size_t>(index.row())];
    const QString title = inlineHtml(lesson.title);
    switch (role) {
    case LessonIdRole:
        return lesson.id;
    case TitleRole:
        return keepPhrases(title.section(QStringLiteral(": "), 0, 0));
    case SubtitleRole:
        return keepPhrases(title.section(QStringLiteral(": "), 1));
    case NameRole:
    case Qt::DisplayRole:
        return plainText(title);
    case SummaryRole:
        return inlineHtml(lesson.summary);
    case AimsRole:
        return aims(lesson);
    case DetailsRole:
        return detailsText(lesson);
    case ProgressRole:
    case ShareRole:
    case IsStartedRole:
    case IsFinishedRole:
        return progressData(lesson, role);
    default:
        return {};
    }
}

QHash<int, QByteArray> LessonListModel::roleNames() const
{
    return {{LessonIdRole, "lessonId"},   {TitleRole, "title"},          {SubtitleRole, "subtitle"},
            {NameRole, "name"},           {SummaryRole, "summary"},      {AimsRole, "aims"},
            {DetailsRole, "details"},     {ProgressRole, "progress"},    {ShareRole, "share"},
            {IsStartedRole, "isStarted"}, {IsFinishedRole, "isFinished"}};
}

void LessonListModel::setLessons(std::vector<LessonSource> lessons, const QString &language)
{
    beginResetModel();
    m_sources = std::move(lessons);
    m_lessons.clear();
    for (const LessonSource &source : m_sources)
        m_lessons.push_back(source(language));
    endResetModel();
    Q_EMIT countChanged();
}

void LessonListModel::setLanguage(const QString &language)
{
    for (std::size_t i = 0; i < m_sources.size(); ++i)
        m_lessons[i] = m_sources[i](language);
    rowsChanged();
}

void LessonListModel::progressed()
{
    rowsChanged();
}

void LessonListModel::rowsChanged()
{
    if (!m_lessons.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

const LessonContent *LessonListModel::find(const QString &id) const
{
    const auto lesson = std::ranges::find(m_lessons, id, &LessonContent::id);
    return lesson == m_lessons.end() ? nullptr : &*lesson;
}

} // namespace minato::viewmodels
