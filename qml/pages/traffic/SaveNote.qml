// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Minato.Controls
import Minato.ViewModels

/// Where a chart was saved, or why not.
Rectangle {
    id: root

    required property ChartFiles files

    height: message.height + Theme.s2
    radius: Theme.radiusSmall
    color: files.hasFailed ? Theme.warnSoft : Theme.goodSoft
    Accessible.role: Accessible.AlertMessage
    Accessible.name: files.message
    onVisibleChanged: if (visible)
        Accessible.announce(files.message, Accessible.Polite)

    Text {
        id: message
        anchors {
            left: parent.left
            leftMargin: Theme.s2
            right: close.left
            verticalCenter: parent.verticalCenter
        }
        wrapMode: Text.WrapAtWordBoundaryOrAnywhere
        text: root.files.message
        color: Theme.text
        font.pixelSize: Theme.textCaption
    }
    ActionButton {
        id: close
        anchors {
            right: parent.right
            verticalCenter: parent.verticalCenter
        }
        look: ActionButton.Look.Quiet
        implicitHeight: Theme.hitArea
        glyph: "cross"
        //: Button: hides a message.
        //% "Dismiss"
        name: qsTrId("chart.save.dismiss")
        onClicked: root.files.dismiss()
    }
}
