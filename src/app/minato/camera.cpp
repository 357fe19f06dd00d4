// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "camera.h"

#include "viewmodels/app_model.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QImageWriter>
#include <QQuickWindow>
#include <QTimer>

namespace minato::app {

void Camera::settle()
{
    QEventLoop loop;
    QTimer quiet, longest;
    quiet.setSingleShot(true);
    longest.setSingleShot(true);
    QObject::connect(&quiet, &QTimer::timeout, &loop, &QEventLoop::quit);
    QObject::connect(&longest, &QTimer::timeout, &loop, &QEventLoop::quit);
    QObject::connect(&m_window, &QQuickWindow::frameSwapped, &quiet, qOverload<>(&QTimer::start));
    quiet.start(500);
    longest.start(5000);
    loop.exec();
}

std::optional<Stop> Camera::take(const QString &file)
{
    settle();
    QImageWriter writer(file);
    if (writer.write(m_window.grabWindow()))
        return std::nullopt;
    //: %1: a file. %2: why, in Qt's words.
    //% "cannot write the picture %1: %2"
    return Stop{m_words(QT_TRID_NOOP("lab.picture")).arg(file, writer.errorString())};
}

std::optional<Stop> Camera::tour(viewmodels::AppModel &app, const QString &folder)
{
    const QDir dir(folder);
    if (!dir.mkpath(QStringLiteral(".")))
        //: %1: a folder.
        //% "cannot make the folder %1"
        return Stop{m_words(QT_TRID_NOOP("lab.folder")).arg(folder)};
    using viewmodels::Preferences;
    for (const QString &language : {QStringLiteral("ja"), QStringLiteral("en")}) {
        app.preferences()->setLanguage(language);
        for (const auto theme : {Preferences::Light, Preferences::Dark}) {
            app.preferences()->setTheme(theme);
            for (int page = 0; page < app.lesson()->pageCount(); ++page) {
                app.lesson()->setPage(page);
                const QString name = QStringLiteral("%1-%2-%3.png")
                                         .arg(language, theme == Preferences::Dark ? QStringLiteral("dark")
                                                                                   : QStringLiteral("light"))
                                         .arg(page, 2, 10, QLatin1Char('0'));
                if (auto stop = take(dir.filePath(name)))
                    return stop;
            }
        }
    }
    return std::nullopt;
}

} // namespace minato::app
