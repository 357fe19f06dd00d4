// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Minato.Controls

/// One of a few choices, which may go on in the next line.
AbstractButton {
    id: root

    property bool isChosen: false

    implicitHeight: Theme.px(30)
    implicitWidth: label.implicitWidth + 2 * Theme.s3
    Accessible.role: Accessible.RadioButton
    Accessible.name: text
    Accessible.checked: isChosen

    contentItem: Item {
        Text {
            id: label
            anchors.centerIn: parent
            text: root.text
            color: root.isChosen ? Theme.accentInk : Theme.text
            font.pixelSize: Theme.textUi
            font.weight: root.isChosen ? Font.DemiBold : Font.Normal
        }
    }
    background: Rectangle {
        radius: height / 2
        color: root.isChosen ? Theme.accent : root.hovered ? Theme.accentSoft : "transparent"
        border.width: 1
        border.color: root.isChosen ? Theme.accent : Theme.lineStrong

        FocusRing {
            isShown: root.visualFocus
            gap: 0
            radius: parent.radius + 2
        }
    }
}
