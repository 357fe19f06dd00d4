// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop_portal.h"
#include "options.h"
#include "workspace.h"

#include <QQmlApplicationEngine>

#include <expected>
#include <memory>
#include <optional>

class QQuickWindow;

namespace minato::app {

/// One window and what is behind it: the workspace, QML.
class Lab {
public:
    /// Errors: the lesson or topology that was named cannot be used, the picture not be written.
    /// `texts`: makes the translator that the window's texts are loaded into.
    [[nodiscard]] static std::expected<std::unique_ptr<Lab>, Stop>
    make(const Options &options, const Words &words, viewmodels::TextsMaker texts = {});

    /// Opens the window and does what the options ask for; the program's exit status.
    int run();
    /// Opens the window and the cluster, and leaves the rest to the caller.
    [[nodiscard]] std::optional<Stop> open();
    [[nodiscard]] viewmodels::AppModel &app() { return *m_workspace->app(); }
    [[nodiscard]] viewmodels::Learner &learner() { return m_workspace->learner(); }
    [[nodiscard]] session::Session &session() { return *m_workspace->session(); }
    [[nodiscard]] Workspace &workspace() { return *m_workspace; }
    [[nodiscard]] QQuickWindow &window() { return *m_window; }

private:
    Lab(const Options &options, const Words &words) : m_options(options), m_words(words) {}
    void makeWorkspace(viewmodels::TextsMaker texts);
    [[nodiscard]] std::optional<Stop> openLesson();
    [[nodiscard]] std::optional<Stop> openReal();
    [[nodiscard]] Stop noSuchLesson(lessons::Catalogue catalogue) const;
    [[nodiscard]] QString progressFile() const;
    /// Why the page that was asked for cannot be opened.
    [[nodiscard]] std::optional<Stop> checkStep(const lessons::Lesson &lesson) const;
    void show(viewmodels::AppModel &app);
    [[nodiscard]] bool loadWindow();
    [[nodiscard]] bool isUsable();
    void followDesktop();
    [[nodiscard]] int takePicture();

    Options m_options;
    const Words &m_words;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<QQmlApplicationEngine> m_engine;
    std::unique_ptr<DesktopPortal> m_portal;
    QQuickWindow *m_window = nullptr; ///< the engine's
};

} // namespace minato::app
