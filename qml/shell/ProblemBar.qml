// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Minato.Controls
import Minato.ViewModels

/// What went wrong, as a sentence, until it is dismissed.
Rectangle {
    id: root

    required property AppModel app

    visible: app.problem !== ""
    implicitHeight: visible ? Math.max(close.height, message.implicitHeight) + Theme.s4 : 0
    color: Theme.podSoft[4]
    radius: Theme.radius
    border.width: 1
    border.color: Theme.podEdge[4]
    Accessible.role: Accessible.AlertMessage
    Accessible.name: app.problem

    Icon {
        id: icon
        x: Theme.s3
        anchors.verticalCenter: parent.verticalCenter
        name: "warning"
        color: Theme.podEdge[4]
        size: Theme.px(18)
    }
    Text {
        id: message
        anchors {
            left: icon.right
            leftMargin: Theme.s2
            right: close.left
            verticalCenter: parent.verticalCenter
        }
        text: root.app.problem
        textFormat: Text.PlainText
        wrapMode: Text.Wrap
        color: Theme.text
        font.pixelSize: Theme.textUi
    }
    ActionButton {
        id: close
        anchors {
            right: parent.right
            rightMargin: Theme.s2
            verticalCenter: parent.verticalCenter
        }
        look: ActionButton.Look.Quiet
        glyph: "cross"
        //: Button: takes a message away.
        //% "Dismiss"
        name: qsTrId("problem.dismiss")
        onClicked: root.app.dismissProblem()
    }
}
