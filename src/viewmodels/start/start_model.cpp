// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/start/start_model.h"

#include "viewmodels/lesson/blocks.h"

#include <QCoreApplication>
#include <QDir>
#include <QLocale>

#include <algorithm>

namespace minato::viewmodels {

QString whenText(const QDateTime &at, const QDateTime &now)
{
    if (!at.isValid())
        return {};
    const QLocale locale;
    const QDateTime local = at.toLocalTime();
    const QString time = locale.toString(local.time(), QLocale::ShortFormat);
    const qint64 days = local.date().daysTo(now.toLocalTime().date());
    if (days == 0)
        //: When a lesson was last worked on. %1: a time of day.
        //% "today at %1"
        return qtTrId("start.when.today").arg(time);
    if (days == 1)
        //: When a lesson was last worked on. %1: a time of day.
        //% "yesterday at %1"
        return qtTrId("start.when.yesterday").arg(time);
    if (days > 1 && days < 14)
        //: When a lesson was last worked on.
        //% "%n day(s) ago"
        return qtTrId("start.when.days", static_cast<int>(days));
    //: When a lesson was last worked on. %1: a date.
    //% "on %1"
    return qtTrId("start.when.date").arg(locale.toString(local.date(), QLocale::LongFormat));
}

StartModel::StartModel(std::shared_ptr<Learner> learner, Places places, QObject *parent)
    : QObject(parent),
      m_learner(std::move(learner)),
      m_lessons(m_learner->progress),
      m_contexts(places.contexts),
      m_progressFile(QDir::toNativeSeparators(places.progressFile)),
      m_preferencesFile(QDir::toNativeSeparators(places.preferencesFile)),
      m_lessonsFolder(QDir::toNativeSeparators(places.lessonsFolder))
{
    connect(m_learner.get(), &Learner::languageChanged, this, &StartModel::retranslate);
    connect(&m_learner->progress, &ProgressKeeper::changed, this, [this] {
        m_lessons.progressed();
        Q_EMIT continueChanged();
    });
    connect(this, &StartModel::sessionChanged, this, &StartModel::continueChanged);
    connect(this, &StartModel::lessonsChanged, this, &StartModel::continueChanged);
}

void StartModel::retranslate()
{
    m_lessons.setLanguage(m_learner->preferences.language());
    m_playground.retranslate();
    Q_EMIT lessonsChanged();
}

QString StartModel::pageText(const LessonContent &lesson, const QString &page) const
{
    const auto found = std::ranges::find(lesson.pages, page, &LessonContent::Page::id);
    if (found == lesson.pages.end() || found == lesson.pages.begin())
        //: Where the learner is in a lesson: on its first page.
        //% "Introduction"
        return qtTrId("start.page.intro");
    if (found->step < 0)
        return qtTrId("lesson.summary");
    //: Where the learner is in a lesson. %1: "Step 2 of 5". %2: the step's title.
    //% "%1: %2"
    return qtTrId("start.page.step")
        .arg(qtTrId("lesson.position").arg(found->step + 1).arg(stepCount(lesson)),
             plainText(inlineHtml(found->title)));
}

QString StartModel::continueTitle() const
{
    const auto latest = m_learner->progress.latest();
    const QString id = m_hasSession ? m_sessionLesson : latest ? latest->lesson : QString();
    if (const LessonContent *lesson = m_lessons.find(id))
        return plainText(inlineHtml(lesson->title));
    return m_hasSession ? m_sessionTitle : QString();
}

QString StartModel::continueDetail() const
{
    const auto latest = m_learner->progress.latest();
    const LessonContent *lesson = m_lessons.find(m_hasSession ? m_sessionLesson
                                                 : latest     ? latest->lesson
                                                              : QString());
    if (m_hasSession && !lesson)
        //: Below the name of a cluster for free play that was left open.
        //% "Your cluster is still there"
        return qtTrId("start.continue.cluster");
    if (!lesson)
        return {};
    const QString page = pageText(*lesson, m_learner->progress.page(lesson->id));
    const QString when = latest ? whenText(latest->at, m_learner->progress.now()) : QString();
    if (m_hasSession || when.isEmpty())
        return page;
    //: Where the learner left a lesson, and when. %1: "Step 2 of 5: Scale up". %2: "yesterday at 14:05".
    //% "%1 – %2"
    return qtTrId("start.continue.when").arg(page, when);
}

void StartModel::openLesson(const QString &id, bool isFromBeginning)
{
    if (m_hasSession && id == m_sessionLesson && !isFromBeginning) {
        resume();
        return;
    }
    const auto finished = m_learner->progress.finishedSteps(id);
    const LessonContent *lesson = m_lessons.find(id);
    const bool isFinished = lesson && std::ranges::all_of(lesson->pages, [&finished](const auto &page) {
                                return page.step < 0 || finished.contains(page.id);
                            });
    Q_EMIT lessonAsked(id, isFinished || isFromBeginning ? QStringLiteral("intro") : QString());
}

void StartModel::resume()
{
    if (m_hasSession)
        show(false);
    else if (const auto latest = m_learner->progress.latest())
        Q_EMIT lessonAsked(latest->lesson, {});
}

void StartModel::begin()
{
    if (hasContinue())
        resume();
    else if (m_lessons.count() > 0)
        openLesson(m_lessons.index(0).data(LessonListModel::LessonIdRole).toString());
}

void StartModel::play()
{
    Q_EMIT playAsked(m_playground.choice());
}

void StartModel::openFile(const QUrl &file)
{
    Q_EMIT fileAsked(file.toLocalFile());
}

void StartModel::show(bool isShown)
{
    if (m_isShown == isShown)
        return;
    m_isShown = isShown;
    fillLessons();
    Q_EMIT shownChanged();
    Q_EMIT continueChanged();
}

void StartModel::setLessons(std::vector<LessonSource> lessons, QList<LessonFault> faults)
{
    m_waiting = std::move(lessons);
    m_faults = std::move(faults);
    m_isLoading = false;
    fillLessons();
    Q_EMIT lessonsChanged();
}

void StartModel::fillLessons()
{
    if (m_isShown && !m_waiting.empty())
        m_lessons.setLessons(std::exchange(m_waiting, {}), m_learner->preferences.language());
}

void StartModel::sessionOpened(const QString &lesson, const QString &title)
{
    m_hasSession = true;
    m_sessionLesson = lesson;
    m_sessionTitle = title;
    tellProblem({});
    show(false);
    Q_EMIT sessionChanged();
}

void StartModel::tellProblem(const QString &sentence)
{
    if (m_problem == sentence)
        return;
    m_problem = sentence;
    Q_EMIT problemChanged();
}

} // namespace minato::viewmodels
