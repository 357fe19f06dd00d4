// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "start_report.h"

#include <QCoreApplication>
#include <QFile>

#include <cstdio>
#include <memory>
#include <print>

namespace minato::app {
namespace {

QByteArray contents(const char *name)
{
    QFile file(QString::fromLatin1(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Since the process began, by the kernel's clock: field 22 of stat, in ticks since boot.
double millisecondsOfProcess()
{
    const QByteArray stat = contents("/proc/self/stat"), uptime = contents("/proc/uptime");
    if (stat.isEmpty() || uptime.isEmpty())
        return -1;
    const auto fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    return uptime.split(' ').value(0).toDouble() * 1000 - fields.value(19).toDouble() * 10;
}

double residentMemory()
{
    return contents("/proc/self/statm").split(' ').value(1).toDouble() * 4096 / 1048576;
}

} // namespace

void reportStart(QQuickWindow &window, std::function<bool()> isUsable)
{
    QObject::connect(&window, &QQuickWindow::frameSwapped, qApp,
                     [isUsable = std::move(isUsable), first = std::make_shared<double>(-1.),
                      isTold = std::make_shared<bool>(false)] {
                         if (*isTold)
                             return;
                         const double now = millisecondsOfProcess();
                         if (*first < 0)
                             *first = now;
                         if (!isUsable())
                             return;
                         *isTold = true;
                         std::println(
                             "{{\"firstFrameMs\": {:.0f}, \"usableMs\": {:.0f}, \"residentMiB\": {:.1f}}}",
                             *first, now, residentMemory());
                         std::fflush(stdout);
                         QMetaObject::invokeMethod(qApp, &QCoreApplication::quit, Qt::QueuedConnection);
                     });
}

} // namespace minato::app
