// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// An empty window of Qt Quick Controls (Basic) that reports its first frame as `minato --first-frame-report`
// does: what the lab's start is measured against.
#include "app/minato/graphics.h"
#include "app/minato/start_report.h"

#include <QApplication>
#include <QQmlApplicationEngine>
#include <QQmlExtensionPlugin>

Q_IMPORT_QML_PLUGIN(Minato_BenchPlugin)

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    minato::app::chooseGraphics();
    QQmlApplicationEngine engine;
    engine.loadFromModule("Minato.Bench", "EmptyWindow");
    if (engine.rootObjects().isEmpty())
        return 1;
    minato::app::reportStart(*qobject_cast<QQuickWindow *>(engine.rootObjects().first()),
                             [] { return true; });
    return QApplication::exec();
}
