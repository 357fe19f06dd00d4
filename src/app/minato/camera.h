// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/common/stop.h"
#include "app/common/words.h"

#include <QObject>
#include <QString>

#include <optional>

class QQuickWindow;

namespace minato::viewmodels {
class AppModel;
}

namespace minato::app {

/// Lets a window come to rest and takes pictures of it.
class Camera {
public:
    Camera(QQuickWindow &window, const Words &words) : m_window(window), m_words(words) {}

    /// Runs the event loop until nothing has been drawn for a while.
    void settle();
    /// Nothing when the file has been written.
    [[nodiscard]] std::optional<Stop> take(const QString &file);
    /// Every page of the lesson in each language and theme: LANG-THEME-NN-PAGE.png.
    [[nodiscard]] std::optional<Stop> tour(viewmodels::AppModel &app, const QString &folder);

private:
    QQuickWindow &m_window;
    const Words &m_words;
};

} // namespace minato::app
