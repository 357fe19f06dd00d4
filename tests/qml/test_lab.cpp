// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_lab.h"

#include "preview/lab_feed.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QQmlComponent>
#include <QQmlEngine>

namespace minato::tests {

using namespace std::chrono_literals;

TestLab::TestLab(QObject *parent) : QObject(parent) {}

TestLab::~TestLab() = default;

void TestLab::makeWorkspace(const QString &language)
{
    m_workspace = std::make_unique<app::Workspace>(app::Workspace::Options{
        .mode = session::Session::Mode::Inline,
        .progressFile = m_progressFile,
        .lessonsFolder =
            m_lessonsFolder.isEmpty() ? QStringLiteral(MINATO_SOURCE_DIR "/lessons") : m_lessonsFolder});
    m_workspace->learner().preferences.setLanguage(language);
    m_workspace->learner().preferences.setTheme(viewmodels::Preferences::Light);
}

void TestLab::open(const QString &language, const QString &page)
{
    makeWorkspace(language);
    m_workspace->loadLessons();
    if (!m_workspace->openLesson(QStringLiteral("scale"), page))
        qFatal("the seed lesson cannot be loaded");
    m_workspace->startSession();
    openWindow();
}

void TestLab::openAtStart(const QString &language)
{
    makeWorkspace(language);
    m_workspace->start()->show(true);
    m_workspace->loadLessons();
    openWindow();
    m_workspace->startSession();
}

void TestLab::show(viewmodels::AppModel &app)
{
    connect(&app, &viewmodels::AppModel::retranslated, qmlEngine(this), &QQmlEngine::retranslate);
    if (m_window)
        m_window->setProperty("app", QVariant::fromValue(&app));
    Q_EMIT opened();
}

void TestLab::openWindow()
{
    QQmlEngine *engine = qmlEngine(this);
    connect(m_workspace.get(), &app::Workspace::appChanged, this, [this] { show(*m_workspace->app()); });
    show(*m_workspace->app());
    engine->retranslate(); // the texts of the lab before may have been in another language
    QQmlComponent component(engine, "Minato.App", "Main");
    QObject *window = component.createWithInitialProperties(
        {{QStringLiteral("app"), QVariant::fromValue(m_workspace->app())},
         {QStringLiteral("start"), QVariant::fromValue(m_workspace->start())}});
    if (!window)
        qFatal("the window cannot be made: %s", qPrintable(component.errorString()));
    m_window.reset(qobject_cast<QQuickWindow *>(window));
    Q_EMIT opened();
}

bool TestLab::settle()
{
    return m_workspace->session() && m_workspace->session()->runUntilIdle(1h);
}

void TestLab::runFor(double seconds)
{
    if (m_workspace->session())
        m_workspace->session()->runFor(
            std::chrono::duration_cast<base::Duration>(std::chrono::duration<double>(seconds)));
}

QStringList TestLab::nodeNames()
{
    QStringList names;
    for (int i = 0; i < app()->cluster()->cards()->count(); ++i)
        names += app()->cluster()->cards()->at(i)->title();
    if (const QString name = app()->cluster()->controlPlane(); !name.isEmpty())
        names += name;
    return names;
}

void TestLab::crowd(int nodes, int pods, int zones)
{
    session::Batch gone;
    const auto &cluster = *app()->cluster();
    for (const QString &name : nodeNames())
        gone.nodes[cluster.node(name.toStdString())->uid] = std::nullopt;
    for (int slot = 0; slot < cluster.pods().slotEnd(); ++slot)
        if (cluster.pods().at(slot).isUsed)
            gone.pods[cluster.pods().at(slot).state.uid] = std::nullopt;
    app()->apply(gone);
    app()->apply(LabFeed::city(nodes, pods, zones));
}

void TestLab::writeFile(const QString &path, const QString &text) const
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0)
        qFatal("cannot write %s", qPrintable(path));
}

bool TestLab::fileExists(const QString &path) const
{
    return QFile::exists(path);
}

void TestLab::copyLesson(const QString &id, const QString &folder) const
{
    const QDir from(QStringLiteral(MINATO_SOURCE_DIR "/lessons/") + id);
    QDirIterator files(from.path(), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString file = files.next();
        const QString to = folder + u'/' + id + u'/' + from.relativeFilePath(file);
        QDir().mkpath(QFileInfo(to).path());
        if (!QFile::copy(file, to))
            qFatal("cannot write %s", qPrintable(to));
    }
}

void TestLab::takePicture(const QString &name) const
{
    const QString folder = qEnvironmentVariable("MINATO_PICTURES");
    if (folder.isEmpty())
        return;
    QDir().mkpath(folder);
    if (!m_window->grabWindow().save(folder + u'/' + name + QStringLiteral(".png")))
        qFatal("cannot write a picture below %s", qPrintable(folder));
}

} // namespace minato::tests
