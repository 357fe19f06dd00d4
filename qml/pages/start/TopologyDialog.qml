// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick.Dialogs

/// Asks for a file that describes a cluster.
FileDialog {
    //: Title of the window that asks for a file.
    //% "Open a topology file"
    title: qsTrId("playground.file.title")
    nameFilters: ["YAML (*.yaml *.yml)"]
}
