// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Minato.Controls
import Minato.ViewModels

/// What is wrong with the connection to a real cluster, for as long as it is so.
Rectangle {
    id: root

    required property ConnectionModel connection

    visible: connection.isTroubled
    implicitHeight: visible ? message.implicitHeight + 2 * Theme.s3 : 0
    color: Theme.warnSoft
    radius: Theme.radius
    border.width: 1
    border.color: Theme.warn
    Accessible.role: Accessible.AlertMessage
    Accessible.name: connection.trouble

    Icon {
        id: icon
        x: Theme.s3
        anchors.verticalCenter: parent.verticalCenter
        name: "warning"
        color: Theme.warn
        size: Theme.px(18)
    }
    Text {
        id: message
        anchors {
            left: icon.right
            leftMargin: Theme.s2
            right: parent.right
            rightMargin: Theme.s3
            verticalCenter: parent.verticalCenter
        }
        text: root.connection.trouble
        textFormat: Text.PlainText
        wrapMode: Text.Wrap
        color: Theme.text
        font.pixelSize: Theme.textUi
        Accessible.ignored: true
    }
}
