// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Minato.Controls

/// A switch with its text.
CheckBox {
    id: root

    leftPadding: 0
    topPadding: 0
    bottomPadding: 0
    spacing: Theme.s2
    Accessible.name: text

    indicator: Rectangle {
        y: Math.round((root.height - height) / 2)
        width: Theme.px(20)
        height: width
        radius: Theme.px(4)
        color: root.checked ? Theme.accent : Theme.surface
        border.width: 1
        border.color: Theme.lineStrong

        Icon {
            anchors.centerIn: parent
            visible: root.checked
            name: "check"
            color: Theme.accentInk
            size: Theme.px(15)
            weight: 2.4
        }
        FocusRing {
            isShown: root.visualFocus
        }
    }
    contentItem: Text {
        leftPadding: Theme.px(28)
        text: root.text
        color: Theme.text
        wrapMode: Text.Wrap
        font.pixelSize: Theme.textBody
        verticalAlignment: Text.AlignVCenter
    }
}
