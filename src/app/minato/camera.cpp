// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "camera.h"

#include "viewmodels/app_model.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
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

bool Camera::take(const QString &file, QString &problem)
{
    settle();
    if (m_window.grabWindow().save(file))
        return true;
    problem = QStringLiteral("cannot write the picture %1").arg(file);
    return false;
}

bool Camera::tour(viewmodels::AppModel &app, const QString &folder, QString &problem)
{
    const QDir dir(folder);
    if (!dir.mkpath(QStringLiteral("."))) {
        problem = QStringLiteral("cannot make the folder %1").arg(folder);
        return false;
    }
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
                if (!take(dir.filePath(name), problem))
                    return false;
            }
        }
    }
    return true;
}

} // namespace minato::app
