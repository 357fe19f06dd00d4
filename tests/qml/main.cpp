// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/preferences.h"

#include <QAccessible>
#include <QApplication>
#include <QFont>
#include <QQmlExtensionPlugin>
#include <QtQuickTest>

Q_IMPORT_QML_PLUGIN(Minato_ViewModelsPlugin)
Q_IMPORT_QML_PLUGIN(Minato_ControlsPlugin)
Q_IMPORT_QML_PLUGIN(Minato_ChartsPlugin)
Q_IMPORT_QML_PLUGIN(Minato_PagesPlugin)
Q_IMPORT_QML_PLUGIN(Minato_AppPlugin)
Q_IMPORT_QML_PLUGIN(Minato_TestsPlugin)

int main(int argc, char **argv)
{
    QApplication app(argc, argv); // Qt Charts wants this one
    QFont font;
    font.setFamilies(minato::viewmodels::sansFamilies());
    font.setPixelSize(14);
    QApplication::setFont(font);
    QAccessible::setActive(true); // before the first window: else items made earlier have no names
    return quick_test_main(argc, argv, "qml", QUICK_TEST_SOURCE_DIR);
}
