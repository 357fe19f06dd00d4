// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab.h"

#include "app/common/command_line.h"
#include "app/common/data_folders.h"
#include "app/common/lesson_names.h"
#include "app/common/topology_file.h"
#include "camera.h"
#include "lab_lesson.h"
#include "lessons/lesson_loader.h"
#include "shell/shell.h"
#include "start_report.h"

#include <QApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QImageWriter>
#include <QQmlExtensionPlugin>
#include <QQuickWindow>
#include <QStandardPaths>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <print>

Q_IMPORT_QML_PLUGIN(Minato_ViewModelsPlugin)
Q_IMPORT_QML_PLUGIN(Minato_ControlsPlugin)
Q_IMPORT_QML_PLUGIN(Minato_ChartsPlugin)
Q_IMPORT_QML_PLUGIN(Minato_PagesPlugin)
Q_IMPORT_QML_PLUGIN(Minato_AppPlugin)

namespace minato::app {
namespace {

using namespace std::chrono_literals;

/// How long before now a served cluster starts: its starting state has come up by now.
constexpr base::Duration kWarmUp = 2min;

std::expected<std::shared_ptr<const lessons::Lesson>, Stop> findLesson(const QString &id, const Words &words)
{
    const QString folder = lessonsFolder();
    auto catalogue = lessons::loadCatalogue(folder.toStdString());
    const auto found = std::ranges::find(catalogue.lessons, id.toStdString(), &lessons::Lesson::id);
    if (found != catalogue.lessons.end()) {
        tell("minato", failure(catalogue.problems)); // of others, which are left out
        return std::make_shared<const lessons::Lesson>(std::move(*found));
    }
    QStringList known;
    for (const auto &lesson : catalogue.lessons)
        known += QString::fromStdString(lesson.id);
    Stop stop = unknownLesson(id, known, folder, words);
    stop.faults = std::move(catalogue.problems);
    return std::unexpected(std::move(stop));
}

/// What shall be written can be: better known before there is something to write.
std::optional<Stop> checkOutput(const Options &options, const Words &words)
{
    if (QFileInfo(options.progress).isDir())
        return cannotWrite(options.progress, EISDIR, words);
    const QString file = options.screenshot;
    if (file.isEmpty())
        return std::nullopt;
    if (!QImageWriter::supportedImageFormats().contains(QFileInfo(file).suffix().toLower().toUtf8()))
        //: %1: a file whose name does not end in ".png" or the like.
        //% "cannot write the picture %1: its name must end like a picture's, such as .png"
        return Stop{words(QT_TRID_NOOP("lab.picture-format")).arg(file)};
    return tryToWrite(file, words);
}

/// The kubeconfig of a served cluster: always the same place, so that it can be remembered.
QString kubeconfigFile()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
    QDir().mkpath(folder);
    return folder + QStringLiteral("/kubeconfig");
}

/// Says on stdout, too, how to reach a served cluster: the window may be covered.
void tellServed(const session::Batch &batch)
{
    if (!batch.served)
        return;
    std::println("minato: the cluster is served on {}\nkubectl --kubeconfig={} get nodes", batch.served->url,
                 batch.served->kubeconfigFile);
    std::fflush(stdout);
}

} // namespace

std::expected<std::unique_ptr<Lab>, Stop> Lab::make(const Options &options, const Words &words,
                                                    viewmodels::AppModel::TextsMaker texts)
{
    std::unique_ptr<Lab> lab(new Lab(options, words));
    if (auto stop = checkOutput(options, words))
        return std::unexpected(*std::move(stop));
    auto lesson = findLesson(options.lesson, words);
    if (!lesson)
        return std::unexpected(lesson.error());
    lab->m_lesson = *lesson;
    lab->makeModels(std::move(texts));
    const auto page = lab->firstPage();
    if (!page)
        return std::unexpected(page.error());
    auto backend = lab->backendOptions(*page);
    if (!backend)
        return std::unexpected(backend.error());
    const auto mode = options.isPicture() ? session::Session::Mode::Inline : session::Session::Mode::Threaded;
    std::optional<session::ServeOptions> serve;
    if (!options.serve.isEmpty())
        serve = {
            .address = options.serve, .kubeconfigFile = kubeconfigFile(), .isSecure = options.servesWithTls};
    lab->m_session = std::make_unique<session::Session>(std::move(*backend), mode, serve);
    QObject::connect(lab->m_session.get(), &session::Session::batchReady, lab->m_app.get(),
                     &viewmodels::AppModel::apply);
    QObject::connect(lab->m_session.get(), &session::Session::batchReady, lab->m_app.get(), tellServed);
    lab->m_app->openLesson(lessonSource(lab->m_lesson), *page);
    return lab;
}

QString Lab::progressFile() const
{
    if (!m_options.progress.isEmpty())
        return m_options.progress;
    // Pictures and measurements repeat exactly, and leave the learner's own things alone.
    if (m_options.isPicture() || m_options.isFirstFrameReport)
        return {};
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) +
           QStringLiteral("/progress.json");
}

void Lab::makeModels(viewmodels::AppModel::TextsMaker texts)
{
    const QString settings = m_options.isPicture()
                                 ? QString()
                                 : QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) +
                                       QStringLiteral("/minato.ini");
    m_app = std::make_unique<viewmodels::AppModel>(viewmodels::AppModel::Options{
        .commands =
            [this](const session::Command &command) {
                if (m_session)
                    m_session->send(command);
            },
        .needsMore = [](const QString &text) { return shell::Shell::needsMore(text.toStdString()); },
        .preferencesFile = settings,
        .progressFile = progressFile(),
        .makeTexts = std::move(texts)});
    using viewmodels::Preferences;
    if (!m_options.language.isEmpty())
        m_app->preferences()->setLanguage(m_options.language);
    if (m_options.theme == QLatin1String("light") || (m_options.isPicture() && m_options.theme.isEmpty()))
        m_app->preferences()->setTheme(Preferences::Light);
    else if (!m_options.theme.isEmpty())
        m_app->preferences()->setTheme(m_options.theme == QLatin1String("dark") ? Preferences::Dark
                                                                                : Preferences::System);
}

std::expected<QString, Stop> Lab::firstPage() const
{
    if (m_options.step.isEmpty()) // where the learner left it, if the lesson still has that page
        return m_app->progress()->page(m_options.lesson);
    if (m_lesson->step(m_options.step.toStdString()))
        return m_options.step;
    QStringList known;
    for (const auto &each : m_lesson->steps)
        known += QString::fromStdString(each.id);
    //: %1: a lesson. %2: what was asked for. %3: the steps that it has.
    //% "lesson %1 has no step \"%2\"; there are: %3"
    return std::unexpected(
        Stop{m_words(QT_TRID_NOOP("lab.step-unknown"))
                 .arg(m_options.lesson, m_options.step, known.join(QStringLiteral(", ")))});
}

std::expected<session::SimBackend::Options, Stop> Lab::backendOptions(const QString &page) const
{
    session::SimBackend::Options backend{
        .seed = m_options.seed, .topology = cluster::Topology::empty(), .lesson = m_lesson};
    if (!m_options.serve.isEmpty()) {
        // By the clock on the wall, which a kubectl outside reckons ages by.
        backend.openAt = base::Instant{QDateTime::currentMSecsSinceEpoch() * 1'000'000};
        backend.start = backend.openAt - kWarmUp;
    }
    if (!m_options.topologyFile.isEmpty()) {
        auto topology = readTopology(m_options.topologyFile, m_words);
        if (!topology)
            return std::unexpected(topology.error());
        backend.topology = std::move(*topology);
    }
    backend.topology.objects.insert(backend.topology.objects.end(), m_lesson->manifests.begin(),
                                    m_lesson->manifests.end());
    const auto step = std::ranges::find(m_lesson->steps, page.toStdString(), &lessons::Step::id);
    if (step != m_lesson->steps.end())
        backend.firstStep = static_cast<std::size_t>(step - m_lesson->steps.begin());
    else if (page == kOutroPage)
        backend.firstStep = m_lesson->steps.size();
    return backend;
}

bool Lab::loadWindow()
{
    m_engine = std::make_unique<QQmlApplicationEngine>();
    QObject::connect(m_app.get(), &viewmodels::AppModel::retranslated, m_engine.get(),
                     &QQmlEngine::retranslate);
    QVariantMap properties{{QStringLiteral("app"), QVariant::fromValue(m_app.get())}};
    if (m_options.size) {
        properties.insert(QStringLiteral("width"), m_options.size->width());
        properties.insert(QStringLiteral("height"), m_options.size->height());
    }
    m_engine->setInitialProperties(properties);
    m_engine->loadFromModule("Minato.App", "Main");
    if (m_engine->rootObjects().isEmpty())
        return false;
    m_window = qobject_cast<QQuickWindow *>(m_engine->rootObjects().first());
    return m_window != nullptr;
}

std::optional<Stop> Lab::open()
{
    if (!loadWindow())
        //% "the window could not be made"
        return Stop{m_words(QT_TRID_NOOP("lab.no-window"))};
    if (m_options.isFirstFrameReport)
        reportStart(*m_window, [this] {
            return m_window->property("isUsable").toBool() && m_app->cluster()->podCount() > 0;
        });
    m_session->open();
    return std::nullopt;
}

int Lab::run()
{
    if (const auto stop = open())
        return tell("minato", *stop);
    if (m_options.speed == 0)
        m_app->time()->setPaused(true);
    else if (m_options.speed != 1)
        m_app->time()->setSpeed(m_options.speed);
    if (!m_options.run.isEmpty())
        m_app->terminal()->runCommands(m_options.run);
    if (m_options.isPicture())
        return takePicture();
    return QApplication::exec();
}

int Lab::takePicture()
{
    Camera camera(*m_window, m_words);
    camera.settle(); // what comes after the first frame has come, and animations start from the first picture
    int status = 0;
    if (!m_session->runUntilIdle(1h))
        //: --run is an option, typed as it stands.
        //% "the commands of --run have not ended after an hour of the cluster's time"
        status = tell("minato", {m_words(QT_TRID_NOOP("lab.run-endless"))});
    if (const auto stop = camera.take(m_options.screenshot))
        status = tell("minato", *stop);
    return status;
}

} // namespace minato::app
