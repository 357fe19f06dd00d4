// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab.h"

#include "app/common/command_line.h"
#include "app/common/data_folders.h"
#include "app/common/lesson_names.h"
#include "app/common/topology_file.h"
#include "camera.h"
#include "lessons/lesson_loader.h"
#include "start_report.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QImageWriter>
#include <QQmlExtensionPlugin>
#include <QQuickWindow>
#include <QStandardPaths>
#include <QTimer>

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
                                                    viewmodels::TextsMaker texts)
{
    std::unique_ptr<Lab> lab(new Lab(options, words));
    if (auto stop = checkOutput(options, words))
        return std::unexpected(*std::move(stop));
    lab->makeWorkspace(std::move(texts));
    if (options.beginsAtStart()) {
        lab->m_workspace->start()->show(true);
        lab->m_workspace->loadLessons();
    } else if (options.isReal) {
        if (auto stop = lab->openReal())
            return std::unexpected(*std::move(stop));
    } else if (auto stop = lab->openLesson()) {
        return std::unexpected(*std::move(stop));
    }
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

void Lab::makeWorkspace(viewmodels::TextsMaker texts)
{
    Workspace::Options options{.seed = m_options.seed,
                               .mode = m_options.isPicture() ? session::Session::Mode::Inline
                                                             : session::Session::Mode::Threaded,
                               .progressFile = progressFile(),
                               .lessonsFolder = lessonsFolder(),
                               .kubeconfig = m_options.kubeconfig,
                               .makeTexts = std::move(texts)};
    if (!m_options.isPicture())
        options.preferencesFile = QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) +
                                  QStringLiteral("/minato.ini");
    if (!m_options.serve.isEmpty())
        options.serve = {.address = m_options.serve,
                         .kubeconfigFile = kubeconfigFile(),
                         .isSecure = m_options.servesWithTls};
    m_workspace = std::make_unique<Workspace>(std::move(options));
    QObject::connect(m_workspace.get(), &Workspace::batchReady, m_workspace.get(), tellServed);
    using viewmodels::Preferences;
    Preferences &preferences = m_workspace->learner().preferences;
    if (!m_options.language.isEmpty())
        preferences.setLanguage(m_options.language);
    if (m_options.theme == QLatin1String("light") || (m_options.isPicture() && m_options.theme.isEmpty()))
        preferences.setTheme(Preferences::Light);
    else if (!m_options.theme.isEmpty())
        preferences.setTheme(viewmodels::themeNamed(m_options.theme));
}

std::optional<Stop> Lab::openLesson()
{
    auto catalogue = lessons::loadCatalogue(lessonsFolder().toStdString());
    const auto lesson =
        std::ranges::find(catalogue.lessons, m_options.lesson.toStdString(), &lessons::Lesson::id);
    if (lesson == catalogue.lessons.end())
        return noSuchLesson(std::move(catalogue));
    tell("minato", failure(catalogue.problems)); // of others, which are left out
    if (auto stop = checkStep(*lesson))
        return stop;
    auto topology = cluster::Topology::empty();
    if (!m_options.topologyFile.isEmpty()) {
        auto read = readTopology(m_options.topologyFile, m_words);
        if (!read)
            return read.error();
        topology = *std::move(read);
    }
    m_workspace->setLessons(std::move(catalogue));
    m_workspace->openLesson(m_options.lesson, m_options.step, std::move(topology));
    return std::nullopt;
}

Stop Lab::noSuchLesson(lessons::Catalogue catalogue) const
{
    QStringList known;
    for (const auto &each : catalogue.lessons)
        known += QString::fromStdString(each.id);
    Stop stop = unknownLesson(m_options.lesson, known, lessonsFolder(), m_words);
    stop.faults = std::move(catalogue.problems);
    return stop;
}

/// With the lesson that was named, else just to look.
std::optional<Stop> Lab::openReal()
{
    auto catalogue = lessons::loadCatalogue(lessonsFolder().toStdString());
    if (m_options.isLessonGiven &&
        !std::ranges::contains(catalogue.lessons, m_options.lesson.toStdString(), &lessons::Lesson::id))
        return noSuchLesson(std::move(catalogue));
    m_workspace->setLessons(std::move(catalogue));
    const auto opened =
        m_workspace->openContext(m_options.context, m_options.isLessonGiven ? m_options.lesson : QString());
    if (opened)
        return std::nullopt;
    Stop stop;
    const bool isJapanese = m_workspace->learner().preferences.language() == QLatin1String("ja");
    for (const remote::Trouble &trouble : opened.error())
        stop.faults.push_back(
            diagnosticOf(trouble, isJapanese ? remote::Language::Japanese : remote::Language::English));
    return stop;
}

std::optional<Stop> Lab::checkStep(const lessons::Lesson &lesson) const
{
    if (m_options.step.isEmpty() || lesson.step(m_options.step.toStdString()))
        return std::nullopt;
    QStringList known;
    for (const auto &each : lesson.steps)
        known += QString::fromStdString(each.id);
    //: %1: a lesson. %2: what was asked for. %3: the steps that it has.
    //% "lesson %1 has no step \"%2\"; there are: %3"
    return Stop{m_words(QT_TRID_NOOP("lab.step-unknown"))
                    .arg(m_options.lesson, m_options.step, known.join(QStringLiteral(", ")))};
}

/// The models of a cluster that has just been opened.
void Lab::show(viewmodels::AppModel &app)
{
    QObject::connect(&app, &viewmodels::AppModel::retranslated, m_engine.get(), &QQmlEngine::retranslate);
    if (m_window)
        m_window->setProperty("app", QVariant::fromValue(&app));
}

bool Lab::loadWindow()
{
    m_engine = std::make_unique<QQmlApplicationEngine>();
    show(*m_workspace->app());
    QObject::connect(m_workspace.get(), &Workspace::appChanged, m_engine.get(),
                     [this] { show(*m_workspace->app()); });
    QVariantMap properties{{QStringLiteral("app"), QVariant::fromValue(m_workspace->app())},
                           {QStringLiteral("start"), QVariant::fromValue(m_workspace->start())}};
    if (m_options.size) {
        properties.insert(QStringLiteral("restoresPlace"), false);
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

bool Lab::isUsable()
{
    return m_window->property("isUsable").toBool() &&
           (m_workspace->start()->isShown() || m_options.isReal || app().cluster()->podCount() > 0);
}

std::optional<Stop> Lab::open()
{
    if (!loadWindow())
        //% "the window could not be made"
        return Stop{m_words(QT_TRID_NOOP("lab.no-window"))};
    if (m_options.isFirstFrameReport)
        reportStart(*m_window, [this] { return isUsable(); });
    m_workspace->startSession();
    return std::nullopt;
}

int Lab::run()
{
    if (const auto stop = open())
        return tell("minato", *stop);
    viewmodels::AppModel &app = this->app();
    if (m_options.speed == 0)
        app.time()->setPaused(true);
    else if (m_options.speed != 1)
        app.time()->setSpeed(m_options.speed);
    if (!m_options.run.isEmpty())
        app.terminal()->runCommands(m_options.run);
    if (m_options.isPicture())
        return takePicture();
    if (!m_options.isFirstFrameReport)
        QTimer::singleShot(0, m_workspace.get(), [this] { followDesktop(); });
    return QApplication::exec();
}

void Lab::followDesktop()
{
    m_portal = std::make_unique<DesktopPortal>([this](const viewmodels::DesktopSettings &settings) {
        if (const auto reduces = viewmodels::asksForLessMotion(settings))
            m_workspace->learner().preferences.setDesktopReducesMotion(*reduces);
    });
}

int Lab::takePicture()
{
    Camera camera(*m_window, m_words);
    camera.settle(); // what comes after the first frame has come, and animations start from the first picture
    int status = 0;
    if (session::Session *session = m_workspace->session(); session && !session->runUntilIdle(1h))
        //: --run is an option, typed as it stands.
        //% "the commands of --run have not ended after an hour of the cluster's time"
        status = tell("minato", {m_words(QT_TRID_NOOP("lab.run-endless"))});
    if (const auto stop = camera.take(m_options.screenshot))
        status = tell("minato", *stop);
    return status;
}

} // namespace minato::app
