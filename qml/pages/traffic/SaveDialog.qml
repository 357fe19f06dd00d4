// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQml
import QtQuick.Dialogs
import Minato.ViewModels

/// Asks for the file that a chart goes into, and saves it there. It opens itself.
FileDialog {
    id: root

    required property ChartFiles files
    required property string chart ///< as ChartFiles names it
    required property int format
    required property ChartInk ink
    readonly property string ending: ["png", "svg", "csv"][root.format]

    //: Title of the window that asks for the file that a chart goes into.
    //% "Save the chart"
    title: qsTrId("chart.save.title")
    fileMode: FileDialog.SaveFile
    defaultSuffix: ending
    nameFilters: [`${ending.toUpperCase()} (*.${ending})`]
    onAccepted: root.files.saveAs(root.selectedFile, root.chart, root.format, root.ink)
    Component.onCompleted: {
        root.selectedFile = root.files.proposal(root.chart, root.format);
        root.open();
    }
}
