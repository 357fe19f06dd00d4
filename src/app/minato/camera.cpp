// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "camera.h"

#include <QEventLoop>
#include <QImageWriter>
#include <QQuickWindow>
#include <QTimer>

namespace minato::app {

void Camera::settle(QQuickWindow &window, std::chrono::milliseconds quiet)
{
    QEventLoop loop;
    QTimer rest, longest;
    rest.setSingleShot(true);
    longest.setSingleShot(true);
    QObject::connect(&rest, &QTimer::timeout, &loop, &QEventLoop::quit);
    QObject::connect(&longest, &QTimer::timeout, &loop, &QEventLoop::quit);
    QObject::connect(&window, &QQuickWindow::frameSwapped, &rest, qOverload<>(&QTimer::start));
    rest.start(quiet);
    longest.start(5000);
    loop.exec();
}

std::optional<Stop> Camera::take(const QString &file)
{
    settle();
    return take(m_window, file, m_words);
}

std::optional<Stop> Camera::take(QQuickWindow &window, const QString &file, const Words &words)
{
    QImageWriter writer(file);
    if (writer.write(window.grabWindow()))
        return std::nullopt;
    //: %1: a file. %2: why, in Qt's words.
    //% "cannot write the picture %1: %2"
    return Stop{words(QT_TRID_NOOP("lab.picture")).arg(file, writer.errorString())};
}

} // namespace minato::app
