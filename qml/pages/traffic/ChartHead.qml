// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Minato.Controls
import Minato.ViewModels

/// The line above a chart: its name, and buttons for the table and for saving.
Item {
    id: root

    required property string title
    required property ChartFiles files
    required property string chart ///< as ChartFiles names it
    required property ChartInk ink
    property bool isEmpty: false
    property alias isTable: tableSwitch.checked
    default property alias buttons: more.data

    function save(format: int) {
        if (root.files.isAskingWhere)
            dialog.setSource("SaveDialog.qml", {parentWindow: root.Window.window, files: root.files, chart: root.chart, format: format, ink: root.ink});
        else
            root.files.save(root.chart, format, root.ink);
    }

    implicitHeight: Theme.hitArea + (note.visible ? note.height + Theme.s1 : 0)

    Text {
        width: row.x - Theme.s1
        height: Theme.hitArea
        verticalAlignment: Text.AlignVCenter
        text: root.title
        elide: Text.ElideRight
        fontSizeMode: Text.HorizontalFit // rather small than cut
        minimumPixelSize: Theme.px(10)
        color: Theme.text
        font.pixelSize: Theme.textUi
        font.weight: Font.DemiBold
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }
    Row {
        id: row
        anchors.right: parent.right

        ActionButton {
            id: tableSwitch
            look: ActionButton.Look.Quiet
            implicitHeight: Theme.hitArea
            glyph: "table"
            checkable: true
            enabled: !root.isEmpty || activeFocus // who stands on it is not thrown off
            //: Button: shows the numbers of the chart as a table, or the chart again. %1: the chart's name.
            //% "Show as table: %1"
            name: qsTrId("chart.table").arg(root.title)
        }
        ActionButton {
            id: saveButton
            look: ActionButton.Look.Quiet
            implicitHeight: Theme.hitArea
            glyph: "save"
            enabled: !root.isEmpty || activeFocus // who stands on it is not thrown off
            //: Button: opens the choice of formats. %1: the chart's name.
            //% "Save: %1"
            name: qsTrId("chart.save").arg(root.title)
            onClicked: formats.open()

            SavePopup {
                id: formats
                y: saveButton.height
                x: saveButton.width - width
                onChosen: format => root.save(format)
            }
        }
        Row {
            id: more
        }
    }
    // By its file, not its type: dialogs are costly to load, and few are ever asked for.
    Loader {
        id: dialog
    }
    SaveNote {
        id: note
        visible: root.files.message !== "" && root.files.chart === root.chart
        y: Theme.hitArea + Theme.s1
        width: root.width
        files: root.files
    }
}
