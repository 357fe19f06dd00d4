// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_lab.h"

#include "app/minato/lab_lesson.h"
#include "lessons/lesson_loader.h"
#include "shell/shell.h"

#include <QFile>
#include <QQmlComponent>
#include <QQmlEngine>

#include <algorithm>

namespace minato::tests {

using namespace std::chrono_literals;

TestLab::TestLab(QObject *parent) : QObject(parent) {}

TestLab::~TestLab() = default;

void TestLab::open(const QString &language, const QString &page)
{
    auto catalogue = lessons::loadCatalogue(MINATO_SOURCE_DIR "/lessons");
    const auto found = std::ranges::find(catalogue.lessons, "scale", &lessons::Lesson::id);
    if (found == catalogue.lessons.end())
        qFatal("the seed lesson cannot be loaded");
    m_lesson = std::make_shared<const lessons::Lesson>(std::move(*found));
    m_app = std::make_unique<viewmodels::AppModel>(viewmodels::AppModel::Options{
        .commands = [this](const session::Command &command) { m_session->send(command); },
        .needsMore = [](const QString &text) { return shell::Shell::needsMore(text.toStdString()); },
        .progressFile = m_progressFile});
    m_app->preferences()->setLanguage(language);
    m_app->preferences()->setTheme(viewmodels::Preferences::Light);
    const QString first = page.isEmpty() ? m_app->progress()->page(QStringLiteral("scale")) : page;
    session::SimBackend::Options backend{.topology = cluster::Topology::empty(), .lesson = m_lesson};
    backend.topology.objects = m_lesson->manifests;
    const auto step = std::ranges::find(m_lesson->steps, first.toStdString(), &lessons::Step::id);
    if (step != m_lesson->steps.end())
        backend.firstStep = static_cast<std::size_t>(step - m_lesson->steps.begin());
    m_session = std::make_unique<session::Session>(std::move(backend), session::Session::Mode::Inline);
    connect(m_session.get(), &session::Session::batchReady, m_app.get(), &viewmodels::AppModel::apply);
    m_app->openLesson(app::lessonSource(m_lesson), first);
    m_session->open();
    openWindow();
    Q_EMIT opened();
}

void TestLab::openWindow()
{
    QQmlEngine *engine = qmlEngine(this);
    connect(m_app.get(), &viewmodels::AppModel::retranslated, engine, &QQmlEngine::retranslate);
    engine->retranslate(); // the texts of the lab before may have been in another language
    QQmlComponent component(engine, "Minato.App", "Main");
    QObject *window =
        component.createWithInitialProperties({{QStringLiteral("app"), QVariant::fromValue(m_app.get())}});
    if (!window)
        qFatal("the window cannot be made: %s", qPrintable(component.errorString()));
    m_window.reset(qobject_cast<QQuickWindow *>(window));
}

bool TestLab::settle()
{
    return m_session->runUntilIdle(1h);
}

void TestLab::runFor(double seconds)
{
    m_session->runFor(std::chrono::duration_cast<base::Duration>(std::chrono::duration<double>(seconds)));
}

void TestLab::writeFile(const QString &path, const QString &text) const
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0)
        qFatal("cannot write %s", qPrintable(path));
}

bool TestLab::fileExists(const QString &path) const
{
    return QFile::exists(path);
}

} // namespace minato::tests
