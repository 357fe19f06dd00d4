// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// An empty window of Qt Quick Controls (Basic) that reports its first frame as `minato --first-frame-report`
// does: what the lab's start is measured against.
#include "app/minato/graphics.h"

#include <QApplication>
#include <QFile>
#include <QQmlApplicationEngine>
#include <QQmlExtensionPlugin>
#include <QQuickWindow>

#include <cstdio>
#include <print>

Q_IMPORT_QML_PLUGIN(Minato_BenchPlugin)

namespace {

QByteArray contents(const char *name)
{
    QFile file(QString::fromLatin1(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Since the process began, by the kernel's clock: field 22 of stat, in ticks since boot.
void report()
{
    const QByteArray stat = contents("/proc/self/stat");
    const auto fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    const double ms =
        contents("/proc/uptime").split(' ').value(0).toDouble() * 1000 - fields.value(19).toDouble() * 10;
    const double pages = contents("/proc/self/statm").split(' ').value(1).toDouble();
    std::println("{{\"firstFrameMs\": {:.0f}, \"residentMiB\": {:.1f}}}", ms, pages * 4096 / 1048576);
    std::fflush(stdout);
    QApplication::quit();
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    minato::app::chooseGraphics();
    QQmlApplicationEngine engine;
    engine.loadFromModule("Minato.Bench", "EmptyWindow");
    if (engine.rootObjects().isEmpty())
        return 1;
    auto *window = qobject_cast<QQuickWindow *>(engine.rootObjects().first());
    QObject::connect(window, &QQuickWindow::frameSwapped, &application, report,
                     Qt::ConnectionType(Qt::QueuedConnection | Qt::SingleShotConnection));
    return QApplication::exec();
}
