// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick.Dialogs
import Minato.ViewModels

/// Asks for the file that a chart goes into, and saves it there. It opens itself.
FileDialog {
    id: root

    required property ChartFiles files
    required property string chart ///< as ChartFiles names it
    required property int format
    required property ChartInk ink
    readonly property string ending: ["png", "svg", "csv"][format]

    //: Title of the window that asks for the file that a chart goes into.
    //% "Save the chart"
    title: qsTrId("chart.save.title")
    fileMode: FileDialog.SaveFile
    defaultSuffix: ending
    nameFilters: [`${ending.toUpperCase()} (*.${ending})`]
    onAccepted: files.saveAs(selectedFile, chart, format, ink)
    Component.onCompleted: {
        selectedFile = files.proposal(chart, format);
        open();
    }
}
