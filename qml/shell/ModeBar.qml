// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Minato.Controls
import Minato.ViewModels

/// In place of the top bar in a mode that leaves it out: which one it is, the cluster's time, and the way back.
Item {
    id: root

    required property AppModel app

    signal leaveAsked()

    readonly property bool isFocus: app.layout.mode === LayoutModel.Focus

    implicitHeight: Theme.px(44)
    Accessible.role: Accessible.ToolBar
    Accessible.name: title.text

    Text {
        id: title
        x: Theme.s4
        anchors.verticalCenter: parent.verticalCenter
        text: root.app.commands.of(root.isFocus ? "mode.focus" : "mode.presenter").text
        color: Theme.textSoft
        font.pixelSize: Theme.textCaption
    }
    Row {
        anchors {
            right: parent.right
            rightMargin: Theme.s3
            verticalCenter: parent.verticalCenter
        }
        spacing: Theme.s2

        TimeControl {
            visible: !root.isFocus
            anchors.verticalCenter: parent.verticalCenter
            time: root.app.time
            commands: root.app.commands
        }
        ActionButton {
            anchors.verticalCenter: parent.verticalCenter
            look: ActionButton.Look.Quiet
            glyph: "cross"
            implicitHeight: Theme.hitArea
            //: Button: leaves focus mode or presenter mode. Esc is a key.
            //% "Leave (Esc)"
            text: qsTrId("mode.leave")
            onClicked: root.leaveAsked()
        }
    }
}
