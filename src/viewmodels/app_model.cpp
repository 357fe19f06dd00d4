// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/app_model.h"

#include "viewmodels/commands/window_commands.h"

#include <QCoreApplication>

#include <algorithm>

namespace minato::viewmodels {
namespace {

QString problemText(const session::Problem &problem, const QString &language)
{
    switch (problem.kind) {
    case session::Problem::Kind::ClusterNotUp:
        //: A notice at the top of the window. "Its time": the cluster's own clock.
        //% "The cluster has not come up within five minutes of its time."
        return qtTrId("problem.cluster-not-up");
    case session::Problem::Kind::ObjectRefused:
        //: A notice at the top of the window. %1: which object of a lesson, and why, in English.
        //% "The lesson could not be set up completely: %1"
        return qtTrId("problem.object-refused").arg(QString::fromStdString(problem.detail));
    case session::Problem::Kind::NotServed:
        //: A notice at the top of the window. %1: why, in English.
        //% "The cluster could not be served to kubectl: %1"
        return qtTrId("problem.not-served").arg(QString::fromStdString(problem.detail));
    case session::Problem::Kind::Guarded:
        return QString::fromStdString(language == QLatin1String("ja") ? problem.japanese : problem.detail);
    case session::Problem::Kind::NamespaceRefused:
        //: A notice at the top of the window, about a real cluster. %1: the server's words, in English.
        //% "The lesson's namespace could not be made or removed: %1"
        return qtTrId("problem.namespace-refused").arg(QString::fromStdString(problem.detail));
    case session::Problem::Kind::StepsNotPlayed:
        break;
    }
    //: A notice at the top of the window, after a lesson was opened at a later step.
    //% "The steps before this one could not be replayed: the cluster may look different from what this step expects."
    return qtTrId("problem.steps-not-played");
}

} // namespace

AppModel::AppModel(Options options, QObject *parent)
    : QObject(parent),
      m_learner(options.learner ? std::move(options.learner)
                                : std::make_shared<Learner>(options.preferencesFile, options.progressFile)),
      m_preferences(m_learner->preferences),
      m_progress(m_learner->progress),
      m_lesson(options.commands),
      m_connection(options.commands),
      m_comparison(options.commands, m_connection),
      m_traffic(options.commands),
      m_commands(options.commands),
      m_terminals(options.commands, std::move(options.needsMore)),
      m_inspector(options.commands, &m_selection),
      m_editor(options.commands),
      m_time(options.commands),
      m_layout(options.preferencesFile),
      m_windowMemory(options.preferencesFile)
{
    connect(&m_terminals, &TerminalTabs::currentChanged, this, &AppModel::terminalChanged);
    m_terminals.setObjects(m_objects);
    m_terminals.setHistory(m_learner->history);
    connect(&m_lesson, &LessonModel::runRequested, &m_terminals, &TerminalTabs::runCommands);
    connect(&m_actions, &ActionsModel::runRequested, &m_terminals, &TerminalTabs::runCommands);
    connect(&m_replicaWish, &ScaleModel::runRequested, &m_terminals, &TerminalTabs::runCommands);
    m_cluster.follow(m_selection);
    m_traffic.load()->target()->setConnection(m_connection);
    connect(&m_inspector, &InspectorModel::editRequested, &m_editor, &EditorModel::open);
    connect(&m_inspector, &InspectorModel::editRequested, &m_layout,
            [this] { m_layout.show(QStringLiteral("editor")); });
    connect(&m_editor, &EditorModel::runRequested, &m_terminals, &TerminalTabs::runCommands);
    connect(&m_editor, &EditorModel::editBegan, &m_layout, [this] { m_layout.go(QStringLiteral("editor")); });
    connect(&m_editor, &EditorModel::editEnded, &m_layout,
            [this] { m_layout.go(QStringLiteral("terminal")); });
    connect(&m_terminals, &TerminalTabs::commandFinished, &m_editor, &EditorModel::commandFinished);
    connect(&m_traffic, &TrafficModel::wasReset, &m_cluster, &ClusterModel::resetHits);
    connect(&m_lesson, &LessonModel::pageChanged, &m_comparison,
            [this] { m_comparison.setLessonStep(m_lesson.blocks()->commands()); });
    connect(&m_lesson, &LessonModel::pageChanged, &m_progress,
            [this] { m_progress.setPage(m_lesson.lessonId(), m_lesson.pageId()); });
    connect(&m_lesson, &LessonModel::stepDone, &m_progress,
            [this](const QString &step) { m_progress.finish(m_lesson.lessonId(), step); });
    m_lesson.setBilingual(m_preferences.isBilingual());
    connect(&m_lesson, &LessonModel::bilingualChanged, &m_preferences,
            [this] { m_preferences.setBilingual(m_lesson.isBilingual()); });
    connect(&m_progress, &ProgressKeeper::changed, &m_lesson,
            [this] { m_lesson.setDoneSteps(m_progress.finishedSteps(m_lesson.lessonId())); });
    connect(&m_progress, &ProgressKeeper::problemChanged, this, &AppModel::problemChanged);
    connect(m_learner.get(), &Learner::languageChanged, this, &AppModel::loadLanguage);
    addWindowCommands(m_windowCommands, *this);
    connect(&m_layout, &LayoutModel::modeChanged, &m_keyDisplay,
            [this] { m_keyDisplay.setOn(m_layout.mode() == LayoutModel::Presenter); });
    connect(&m_windowCommands, &CommandRegistry::triggered, &m_keyDisplay,
            [this](const QString &id) { m_keyDisplay.showAction(m_windowCommands.text(id)); });
    loadLanguage();
}

void AppModel::loadLanguage()
{
    m_commands(session::SetLanguage{m_preferences.language().toStdString()});
    m_lesson.setLanguage(m_preferences.language());
    m_connection.setLanguage(m_preferences.language());
    m_cluster.retranslate();
    m_actions.retranslate();
    m_traffic.retranslate();
    m_series.retranslate();
    m_events.shown()->retranslate();
    m_inspector.retranslate();
    m_comparison.retranslate();
    m_story.retranslate();
    m_editor.retranslate();
    m_terminals.retranslate();
    m_time.retranslate();
    m_layout.retranslate();
    m_windowCommands.retranslate();
    m_palette.retranslate();
    Q_EMIT problemChanged();
    Q_EMIT retranslated();
}

void AppModel::apply(const session::Batch &batch)
{
    m_objects.apply(batch);
    m_cluster.apply(batch);
    m_traffic.apply(batch, m_cluster.service()->key());
    m_series.apply(batch, m_cluster.deployment()->shown().uid);
    m_terminals.apply(batch);
    if (batch.clock)
        m_events.setStart(batch.clock->start);
    m_events.apply(batch.events);
    m_inspector.apply(batch);
    m_story.apply(batch);
    m_editor.apply(batch);
    m_time.apply(batch);
    m_lesson.apply(batch);
    m_served.apply(batch);
    m_connection.apply(batch);
    m_comparison.apply(batch);
    for (const session::Problem &problem : batch.problems) {
        if (!std::ranges::contains(m_problems, problem)) // a loop in the terminal may be refused many times
            m_problems.push_back(problem);
    }
    if (!batch.problems.empty())
        Q_EMIT problemChanged();
}

void AppModel::openLesson(LessonSource source, const QString &page)
{
    const QString id = source(m_preferences.language()).id;
    m_lesson.open(std::move(source), m_preferences.language(), page.isEmpty() ? m_progress.page(id) : page);
    m_lesson.setDoneSteps(m_progress.finishedSteps(id));
    m_progress.noteOpened(id);
}

QString AppModel::problem() const
{
    return m_problems.empty() ? m_progress.problem()
                              : problemText(m_problems.front(), m_preferences.language());
}

void AppModel::dismissProblem()
{
    if (m_problems.empty())
        m_progress.dismissProblem();
    else
        m_problems.erase(m_problems.begin());
    Q_EMIT problemChanged();
}

} // namespace minato::viewmodels
