// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/learner.h"
#include "viewmodels/start/context_list_model.h"
#include "viewmodels/start/lesson_list_model.h"
#include "viewmodels/start/playground_model.h"

#include <QObject>
#include <QUrl>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace minato::viewmodels {

/// Why a lesson is not among the others.
struct LessonFault {
    Q_GADGET
    QML_ANONYMOUS
    Q_PROPERTY(QString place MEMBER place CONSTANT)
    Q_PROPERTY(QString message MEMBER message CONSTANT)

public:
    QString place;   ///< "scale/lesson.yaml:12"
    QString message; ///< technical, in English
};

/// The window's first page: where to go on, lessons, clusters for free play. Asks for what is chosen there by
/// signals; whoever opens it tells what became of it.
class StartModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("")
    Q_PROPERTY(minato::viewmodels::LessonListModel *lessons READ lessons CONSTANT)
    Q_PROPERTY(minato::viewmodels::PlaygroundModel *playground READ playground CONSTANT)
    Q_PROPERTY(minato::viewmodels::ContextListModel *contexts MEMBER m_contexts CONSTANT)
    Q_PROPERTY(bool isShown READ isShown NOTIFY shownChanged)
    Q_PROPERTY(bool isLoading READ isLoading NOTIFY lessonsChanged)
    Q_PROPERTY(bool hasSession READ hasSession NOTIFY sessionChanged)
    Q_PROPERTY(bool hasContinue READ hasContinue NOTIFY continueChanged)
    Q_PROPERTY(QString continueTitle READ continueTitle NOTIFY continueChanged)
    Q_PROPERTY(QString continueDetail READ continueDetail NOTIFY continueChanged)
    Q_PROPERTY(QList<minato::viewmodels::LessonFault> faults READ faults NOTIFY lessonsChanged)
    Q_PROPERTY(QString problem READ problem NOTIFY problemChanged)
    Q_PROPERTY(QString progressFile MEMBER m_progressFile CONSTANT)
    Q_PROPERTY(QString preferencesFile MEMBER m_preferencesFile CONSTANT)
    Q_PROPERTY(QString lessonsFolder MEMBER m_lessonsFolder CONSTANT)
    Q_PROPERTY(bool canReset READ canReset NOTIFY continueChanged)

public:
    /// Where things are kept, to be shown; empty: nowhere.
    struct Places {
        QString progressFile, preferencesFile, lessonsFolder;
        ContextListModel *contexts = nullptr; ///< the real clusters; null: they are not offered
    };
    StartModel(std::shared_ptr<Learner> learner, Places places, QObject *parent = nullptr);

    [[nodiscard]] LessonListModel *lessons() { return &m_lessons; }
    [[nodiscard]] PlaygroundModel *playground() { return &m_playground; }
    [[nodiscard]] bool isShown() const { return m_isShown; }
    [[nodiscard]] bool isLoading() const { return m_isLoading; }
    [[nodiscard]] bool hasSession() const { return m_hasSession; }
    [[nodiscard]] bool hasContinue() const { return !continueTitle().isEmpty(); }
    /// What goes on where the learner left: the cluster that runs, else the lesson that was open last.
    [[nodiscard]] QString continueTitle() const;
    [[nodiscard]] QString continueDetail() const;
    [[nodiscard]] QList<LessonFault> faults() const { return m_faults; }
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] bool canReset() const { return !m_learner->progress.isEmpty(); }

    /// Opens a lesson where the learner left it; the one that is open already goes on. From the beginning: at
    /// its introduction, with a new cluster.
    Q_INVOKABLE void openLesson(const QString &id, bool isFromBeginning = false);
    Q_INVOKABLE void resume();
    /// Resumes, or opens the first lesson when there is nothing to resume.
    Q_INVOKABLE void begin();
    Q_INVOKABLE void play();
    Q_INVOKABLE void openFile(const QUrl &file);
    /// Forgets what was learned; asks nothing.
    Q_INVOKABLE void resetProgress() { m_learner->progress.reset(); }

    /// Turns to this page, or back to the cluster that is open.
    Q_INVOKABLE void show(bool isShown);
    void setLessons(std::vector<LessonSource> lessons, QList<LessonFault> faults);
    /// A cluster is open: of this lesson, or, with an empty id, for free play.
    void sessionOpened(const QString &lesson, const QString &title);
    /// What could not be opened, as a sentence; empty: nothing any more.
    Q_INVOKABLE void tellProblem(const QString &sentence);

Q_SIGNALS:
    void shownChanged();
    void lessonsChanged();
    void sessionChanged();
    void continueChanged();
    void problemChanged();
    /// `page` empty: where the learner left it.
    void lessonAsked(const QString &id, const QString &page);
    void playAsked(const minato::viewmodels::Playground &playground);
    void fileAsked(const QString &file);

private:
    void retranslate();
    void fillLessons();
    [[nodiscard]] QString pageText(const LessonContent &lesson, const QString &page) const;

    std::shared_ptr<Learner> m_learner;
    LessonListModel m_lessons;
    PlaygroundModel m_playground;
    ContextListModel *m_contexts;
    std::vector<LessonSource> m_waiting; ///< until the page is first seen
    QList<LessonFault> m_faults;
    QString m_progressFile, m_preferencesFile, m_lessonsFolder;
    QString m_sessionLesson, m_sessionTitle, m_problem;
    bool m_isShown = false, m_isLoading = true, m_hasSession = false;
};

/// "today at 14:05", "yesterday at 9:00", "3 days ago", "on 2 March 2026".
[[nodiscard]] QString whenText(const QDateTime &at, const QDateTime &now);

} // namespace minato::viewmodels
