// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace.h"

#include "app/common/topology_file.h"
#include "free_play.h"
#include "lab_lesson.h"
#include "remote/context_list.h"
#include "session/lesson_setup.h"
#include "shell/shell.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QPointer>
#include <QThreadPool>

#include <algorithm>

namespace minato::app {
namespace {

using namespace std::chrono_literals;

/// How long before now a served cluster starts: its starting state has come up by now.
constexpr base::Duration kWarmUp = 2min;

QList<viewmodels::LessonFault> faultsOf(const base::Diagnostics &problems, const QString &folder)
{
    QList<viewmodels::LessonFault> faults;
    for (const base::Diagnostic &problem : problems) {
        QString place = QDir(folder).relativeFilePath(QString::fromStdString(problem.file));
        if (problem.line > 0)
            place += QStringLiteral(":%1").arg(problem.line);
        faults.push_back({place, QString::fromStdString(problem.message)});
    }
    return faults;
}

QString noLesson(const QString &id)
{
    //: A notice on the start page. %1: the id of a lesson.
    //% "The lesson \"%1\" is not there any more."
    return qtTrId("start.no-lesson").arg(id);
}

/// What a Stop says, with the file's faults, as one text for the window.
QString sentenceOf(const Stop &stop)
{
    QStringList lines;
    for (const base::Diagnostic &fault : stop.faults)
        lines += QString::fromStdString(base::toString(fault));
    if (!stop.text.isEmpty())
        lines += stop.text;
    return lines.join(u'\n');
}

} // namespace

struct Workspace::Opening {
    viewmodels::LessonSource source;
    QString title; ///< of free play
    QString page;
    session::SimBackend::Options backend = {};
    std::optional<session::RemoteOptions> real = {}; ///< instead of `backend`
};

Workspace::Workspace(Options options)
    : m_options(std::move(options)),
      m_learner(std::make_shared<viewmodels::Learner>(m_options.preferencesFile, m_options.progressFile,
                                                      m_options.makeTexts)),
      m_start(m_learner, {.progressFile = m_options.progressFile,
                          .preferencesFile = m_options.preferencesFile,
                          .lessonsFolder = m_options.lessonsFolder,
                          .contexts = &m_contexts})
{
    using viewmodels::StartModel;
    m_app = makeApp();
    connect(&m_start, &StartModel::lessonAsked, this, [this](const QString &id, const QString &page) {
        if (!openLesson(id, page))
            m_start.tellProblem(noLesson(id));
    });
    connect(&m_start, &StartModel::playAsked, this, &Workspace::openPlayground);
    connect(&m_start, &StartModel::fileAsked, this, &Workspace::openTopologyFile);
    followContexts();
}

Workspace::~Workspace()
{
    letGo(); // all at once; then each is waited for
}

std::unique_ptr<viewmodels::AppModel> Workspace::makeApp()
{
    return std::make_unique<viewmodels::AppModel>(viewmodels::AppModel::Options{
        .commands =
            [this](const session::Command &command) {
                if (m_session)
                    m_session->send(command);
            },
        .needsMore = [](const QString &text) { return shell::Shell::needsMore(text.toStdString()); },
        .preferencesFile = m_options.preferencesFile, // where the panes are
        .learner = m_learner});
}

void Workspace::setLessons(lessons::Catalogue catalogue)
{
    m_lessons.clear();
    std::vector<viewmodels::LessonSource> sources;
    for (lessons::Lesson &lesson : catalogue.lessons) {
        m_lessons.push_back(std::make_shared<const lessons::Lesson>(std::move(lesson)));
        sources.push_back(lessonSource(m_lessons.back()));
    }
    m_start.setLessons(std::move(sources), faultsOf(catalogue.problems, m_options.lessonsFolder));
}

void Workspace::loadLessons()
{
    const std::string folder = m_options.lessonsFolder.toStdString();
    if (m_options.mode == session::Session::Mode::Inline) {
        setLessons(lessons::loadCatalogue(folder));
        return;
    }
    QThreadPool::globalInstance()->start([folder, self = QPointer(this)] {
        auto catalogue = std::make_shared<lessons::Catalogue>(lessons::loadCatalogue(folder));
        QMetaObject::invokeMethod(qApp, [catalogue, self] {
            if (self)
                self->setLessons(std::move(*catalogue));
        });
    });
}

bool Workspace::openLesson(const QString &id, const QString &page, cluster::Topology topology)
{
    const auto found = lessonOf(id);
    if (!found)
        return false;
    const lessons::Lesson &lesson = *found;
    Opening opening{.source = lessonSource(found),
                    .page = page.isEmpty() ? m_learner->progress.page(id) : page,
                    .backend = {.topology = std::move(topology), .lesson = found}};
    auto &objects = opening.backend.topology.objects;
    objects.insert(objects.end(), lesson.manifests.begin(), lesson.manifests.end());
    const auto step = std::ranges::find(lesson.steps, opening.page.toStdString(), &lessons::Step::id);
    if (step != lesson.steps.end())
        opening.backend.firstStep = static_cast<std::size_t>(step - lesson.steps.begin());
    else if (opening.page == kOutroPage)
        opening.backend.firstStep = lesson.steps.size();
    open(std::move(opening));
    return true;
}

void Workspace::openPlayground(const viewmodels::Playground &playground)
{
    open({.source = freePlay(viewmodels::describe(playground)),
          .title = viewmodels::describe(playground),
          .backend = {.topology = topologyOf(playground)}});
}

void Workspace::openTopologyFile(const QString &file)
{
    auto topology = readTopology(file, Words(m_learner->preferences.language()));
    if (!topology) {
        m_start.tellProblem(sentenceOf(topology.error()));
        return;
    }
    const QString name = QFileInfo(file).fileName();
    open({.source = freePlay(name), .title = name, .backend = {.topology = *std::move(topology)}});
}

remote::KubeconfigSources Workspace::sources() const
{
    // Pictures and tests repeat exactly: nothing of the learner's own is in them.
    if (m_options.mode == session::Session::Mode::Inline && m_options.kubeconfig.isEmpty())
        return {};
    return remote::KubeconfigSources::fromEnvironment(m_options.kubeconfig.toStdString());
}

std::shared_ptr<const lessons::Lesson> Workspace::lessonOf(const QString &id) const
{
    const auto found =
        std::ranges::find(m_lessons, id.toStdString(), [](const auto &lesson) { return lesson->id; });
    return found == m_lessons.end() ? nullptr : *found;
}

void Workspace::loadContexts()
{
    using Contexts = remote::Checked<std::vector<remote::ContextChoice>>;
    const auto read = [sources = sources()] {
        const auto config = remote::loadKubeconfig(sources);
        return config ? Contexts(remote::contextChoices(*config)) : Contexts(std::unexpected(config.error()));
    };
    QStringList files;
    for (const std::string &file : remote::kubeconfigFiles(sources()))
        files += QDir::toNativeSeparators(QString::fromStdString(file));
    const QString where = files.join(QStringLiteral(", "));
    if (m_options.mode == session::Session::Mode::Inline) {
        m_contexts.setContexts(where, read());
        return;
    }
    QThreadPool::globalInstance()->start([read, where, self = QPointer(this)] {
        auto contexts = std::make_shared<Contexts>(read());
        QMetaObject::invokeMethod(qApp, [contexts, where, self] {
            if (self)
                self->m_contexts.setContexts(where, std::move(*contexts));
        });
    });
}

remote::Checked<void> Workspace::openContext(const QString &context, const QString &lesson)
{
    const auto config = remote::loadKubeconfig(sources());
    if (!config)
        return std::unexpected(config.error());
    auto access = remote::accessOf(*config, context.toStdString());
    if (!access)
        return std::unexpected(access.error());
    const QString name = QString::fromStdString(access->context);
    Opening opening{.source = freePlay(name), .title = name, .page = {}};
    opening.real = session::RemoteOptions{.access = *std::move(access)};
    if (const auto found = lessonOf(lesson)) {
        opening.source = lessonSource(found);
        opening.title.clear();
        opening.real->lesson = session::movedTo(*found, session::RemoteOptions::kNamespace);
    }
    open(std::move(opening));
    return {};
}

void Workspace::followContexts()
{
    const auto setLanguage = [this] { m_contexts.setLanguage(m_learner->preferences.language()); };
    setLanguage();
    connect(m_learner.get(), &viewmodels::Learner::languageChanged, &m_contexts, setLanguage);
    connect(&m_contexts, &viewmodels::ContextListModel::readAsked, this, &Workspace::loadContexts);
    connect(&m_contexts, &viewmodels::ContextListModel::openAsked, this, &Workspace::openReal);
}

void Workspace::openReal(const QString &context, bool hasLesson)
{
    const bool isThere = hasLesson && !m_lessons.empty();
    const auto opened =
        openContext(context, isThere ? QString::fromStdString(m_lessons.front()->id) : QString());
    if (opened)
        return;
    const auto language = m_learner->preferences.language() == QLatin1String("ja")
                              ? remote::Language::Japanese
                              : remote::Language::English;
    QStringList lines;
    for (const remote::Trouble &trouble : opened.error())
        lines += QString::fromStdString(base::toString(diagnosticOf(trouble, language)));
    m_start.tellProblem(lines.join(u'\n'));
}

void Workspace::open(Opening opening)
{
    letGo();
    opening.backend.seed = m_options.seed;
    if (m_options.serve) {
        // By the clock on the wall, which a kubectl outside reckons ages by.
        opening.backend.openAt = base::Instant{QDateTime::currentMSecsSinceEpoch() * 1'000'000};
        opening.backend.start = opening.backend.openAt - kWarmUp;
    }
    if (opening.real)
        m_session = std::make_unique<session::Session>(*std::move(opening.real));
    else
        m_session =
            std::make_unique<session::Session>(std::move(opening.backend), m_options.mode, m_options.serve);
    auto before = std::exchange(m_app, makeApp());
    connect(m_session.get(), &session::Session::batchReady, m_app.get(), &viewmodels::AppModel::apply);
    connect(m_session.get(), &session::Session::batchReady, this, &Workspace::batchReady);
    m_app->openLesson(std::move(opening.source), opening.page);
    Q_EMIT appChanged();
    // What showed the old cluster goes with this turn of the event loop; its models must outlive it.
    before.release()->deleteLater();
    m_start.sessionOpened(m_app->lesson()->lessonId(), opening.title);
    if (m_isStarted && m_closing.empty())
        m_session->open();
    else
        m_isWaiting = true;
}

void Workspace::startSession()
{
    m_isStarted = true;
    if (m_session && std::exchange(m_isWaiting, false))
        m_session->open();
}

void Workspace::letGo()
{
    if (!m_session)
        return;
    m_session->disconnect();
    m_closing.push_back(std::move(m_session));
    session::Session *closing = m_closing.back().get();
    const auto gone = [this, closing] {
        std::erase_if(m_closing, [closing](const auto &each) { return each.get() == closing; });
        if (m_closing.empty() && m_isStarted)
            startSession();
    };
    connect(closing, &session::Session::closed, this, gone, Qt::QueuedConnection);
    closing->close();
}

} // namespace minato::app
