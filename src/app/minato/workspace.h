// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/common/words.h"
#include "lessons/lesson_loader.h"
#include "remote/access.h"
#include "remote/kubeconfig_files.h"
#include "session/session.h"
#include "viewmodels/app_model.h"
#include "viewmodels/start/start_model.h"

#include <QObject>

#include <list>
#include <memory>
#include <optional>
#include <vector>

namespace minato::app {

/// What runs behind one window, one cluster at a time: opens lessons and clusters for free play and lets go
/// of them, while the window stays.
///
/// Promise   The window never waits: a cluster that is let go winds down on its own, and the next one starts
///           when it is gone. What the old one still says is heard by nobody.
/// Errors    A lesson or file that cannot be opened is told by StartModel::problem; the cluster that is open
///           stays.
/// Threads   The window's.
class Workspace : public QObject {
    Q_OBJECT

public:
    struct Options {
        std::uint64_t seed = 1;
        session::Session::Mode mode = session::Session::Mode::Threaded;
        std::optional<session::ServeOptions> serve = {};
        QString preferencesFile = {}, progressFile = {}; ///< empty: nothing is kept
        QString lessonsFolder = {};
        QString kubeconfig = {}; ///< a file; empty: as kubectl finds them
        viewmodels::TextsMaker makeTexts = {};
    };
    explicit Workspace(Options options);
    ~Workspace() override;

    /// Of the cluster that is open, or, before the first one, of none. Changes with each.
    [[nodiscard]] viewmodels::AppModel *app() { return m_app.get(); }
    [[nodiscard]] viewmodels::StartModel *start() { return &m_start; }
    [[nodiscard]] viewmodels::ContextListModel *contexts() { return &m_contexts; }
    [[nodiscard]] viewmodels::Learner &learner() { return *m_learner; }
    [[nodiscard]] session::Session *session() { return m_session.get(); } ///< null: none is open

    /// Hands over lessons that were read already.
    void setLessons(lessons::Catalogue catalogue);
    /// Reads the lessons, on a thread of its own unless the mode is Inline.
    void loadLessons();
    /// `page` empty: where the learner left it. False: there is no such lesson.
    bool openLesson(const QString &id, const QString &page,
                    cluster::Topology topology = cluster::Topology::empty());
    void openPlayground(const viewmodels::Playground &playground);
    void openTopologyFile(const QString &file);
    /// Opens a real cluster for reading. `lesson` empty: none. The kubeconfig is read anew, and the errors are all that
    /// is wrong with the context.
    [[nodiscard]] remote::Checked<void> openContext(const QString &context, const QString &lesson);
    /// Reads which real clusters there are, on a thread of its own unless the mode is Inline.
    void loadContexts();
    /// Starts the cluster that was opened while there was no window yet; others start by themselves.
    void startSession();

Q_SIGNALS:
    void appChanged();
    void batchReady(const minato::session::Batch &batch);

private:
    struct Opening;
    void open(Opening opening);
    void openReal(const QString &context, bool hasLesson);
    void followContexts();
    [[nodiscard]] remote::KubeconfigSources sources() const;
    [[nodiscard]] std::shared_ptr<const lessons::Lesson> lessonOf(const QString &id) const;
    void letGo();
    [[nodiscard]] std::unique_ptr<viewmodels::AppModel> makeApp();

    Options m_options;
    std::shared_ptr<viewmodels::Learner> m_learner;
    viewmodels::ContextListModel m_contexts;
    viewmodels::StartModel m_start;
    std::vector<std::shared_ptr<const lessons::Lesson>> m_lessons;
    std::unique_ptr<session::Session> m_session;
    std::list<std::unique_ptr<session::Session>> m_closing;
    std::unique_ptr<viewmodels::AppModel> m_app;
    bool m_isStarted = false, m_isWaiting = false;
};

} // namespace minato::app
