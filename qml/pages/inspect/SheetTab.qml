// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Minato.Controls

/// One of the sheets of a pane, as a small tab.
AbstractButton {
    id: root

    property bool isShown: false

    implicitHeight: Theme.hitArea
    implicitWidth: label.implicitWidth + 2 * Theme.px(9)
    checked: isShown
    Accessible.role: Accessible.PageTab
    Accessible.name: text
    Accessible.checked: isShown

    contentItem: Item {
        Text {
            id: label
            anchors.centerIn: parent
            text: root.text
            color: root.isShown || root.hovered ? Theme.text : Theme.textSoft
            font.pixelSize: Theme.textUi
            font.weight: root.isShown ? Font.DemiBold : Font.Medium
        }
    }
    background: Rectangle {
        radius: Theme.radiusSmall
        color: root.hovered && !root.isShown ? Theme.accentSoft : "transparent"

        Rectangle {
            visible: root.isShown
            anchors.bottom: parent.bottom
            width: parent.width
            height: Theme.px(2)
            color: Theme.accent
        }
        FocusRing {
            isShown: root.visualFocus
            gap: 0
        }
    }
}
