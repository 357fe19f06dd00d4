// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

class QQuickWindow;

namespace minato::viewmodels {
class AppModel;
}

namespace minato::app {

/// Lets a window come to rest and takes pictures of it.
class Camera {
public:
    explicit Camera(QQuickWindow &window) : m_window(window) {}

    /// Runs the event loop until nothing has been drawn for a while.
    void settle();
    /// False, with a sentence in `problem`, when the file could not be written.
    [[nodiscard]] bool take(const QString &file, QString &problem);
    /// Every page of the lesson in each language and theme: LANG-THEME-NN-PAGE.png.
    [[nodiscard]] bool tour(viewmodels::AppModel &app, const QString &folder, QString &problem);

private:
    QQuickWindow &m_window;
};

} // namespace minato::app
