// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Minato.Controls

/// Under the terminal while a command waits because time stands still.
Rectangle {
    id: root

    signal resumeRequested

    implicitHeight: Math.max(button.height, message.height) + Theme.s2
    radius: Theme.radius
    topLeftRadius: 0
    topRightRadius: 0
    color: Theme.terminalHover
    Accessible.role: Accessible.AlertMessage
    Accessible.name: message.text
    onVisibleChanged: if (visible)
        Accessible.announce(message.text, Accessible.Polite)

    Icon {
        id: icon
        x: Theme.s3
        anchors.verticalCenter: parent.verticalCenter
        name: "pause"
        color: Theme.terminalWarn
        size: Theme.px(15)
        weight: 2.2
    }
    Text {
        id: message
        anchors {
            left: icon.right
            leftMargin: Theme.s2
            right: button.left
            rightMargin: Theme.s3
            verticalCenter: parent.verticalCenter
        }
        //: Under the terminal while a command waits because the learner has paused the cluster's time.
        //% "Time is paused, so the command waits. It goes on when time runs again."
        text: qsTrId("terminal.held")
        wrapMode: Text.Wrap
        color: Theme.terminalText
        font.pixelSize: Theme.textUi
        lineHeightMode: Text.FixedHeight
        lineHeight: Theme.lineUi
    }
    ActionButton {
        id: button
        anchors {
            right: parent.right
            rightMargin: Theme.s2
            verticalCenter: parent.verticalCenter
        }
        look: ActionButton.Look.Primary
        implicitHeight: Theme.hitArea
        glyph: "play"
        //: Button under the terminal: ends the pause.
        //% "Resume time (Ctrl+P)"
        text: qsTrId("terminal.resume")
        onClicked: root.resumeRequested()
    }
}
