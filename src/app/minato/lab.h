// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "options.h"
#include "session/session.h"
#include "viewmodels/app_model.h"

#include <QQmlApplicationEngine>

#include <expected>
#include <memory>
#include <optional>

class QQuickWindow;

namespace minato::app {

/// The graph of objects behind one window: session, view models, QML.
class Lab {
public:
    /// Errors: the lesson or topology that was named cannot be used, the picture not be written.
    /// `texts`: makes the translator that the window's texts are loaded into.
    [[nodiscard]] static std::expected<std::unique_ptr<Lab>, Stop>
    make(const Options &options, const Words &words, viewmodels::AppModel::TextsMaker texts = {});

    /// Opens the window and does what the options ask for; the program's exit status.
    int run();
    /// Opens the window and the cluster, and leaves the rest to the caller.
    [[nodiscard]] std::optional<Stop> open();
    [[nodiscard]] viewmodels::AppModel &app() { return *m_app; }
    [[nodiscard]] session::Session &session() { return *m_session; }
    [[nodiscard]] QQuickWindow &window() { return *m_window; }

private:
    Lab(const Options &options, const Words &words) : m_options(options), m_words(words) {}
    void makeModels(viewmodels::AppModel::TextsMaker texts);
    [[nodiscard]] QString progressFile() const;
    /// The page to open, when the lesson has it.
    [[nodiscard]] std::expected<QString, Stop> firstPage() const;
    [[nodiscard]] std::expected<session::SimBackend::Options, Stop> backendOptions(const QString &page) const;
    [[nodiscard]] bool loadWindow();
    [[nodiscard]] int takePicture();

    Options m_options;
    const Words &m_words;
    std::shared_ptr<const lessons::Lesson> m_lesson;
    std::unique_ptr<session::Session> m_session;
    std::unique_ptr<viewmodels::AppModel> m_app;
    std::unique_ptr<QQmlApplicationEngine> m_engine;
    QQuickWindow *m_window = nullptr; ///< the engine's
};

} // namespace minato::app
