// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic

/// One of a few choices that exclude each other, side by side.
AbstractButton {
    id: root

    property string glyph: ""
    property string name: text
    property string hint: ""
    property bool isChosen: false

    implicitHeight: Theme.px(28)
    implicitWidth: Math.max(Theme.px(34), label.implicitWidth + 2 * Theme.px(10))
    Accessible.role: Accessible.RadioButton
    Accessible.name: name
    Accessible.checked: isChosen

    HintBubble {
        text: root.hint
        isWanted: root.hovered || root.visualFocus
    }

    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            visible: root.glyph !== ""
            name: root.glyph
            size: Theme.px(14)
            weight: 2.2
            color: label.color
        }
        Text {
            id: label
            anchors.centerIn: parent
            visible: root.glyph === ""
            text: root.text
            color: root.isChosen ? Theme.accentInk : root.hovered ? Theme.text : Theme.textSoft
            font.pixelSize: Theme.textUi
            font.weight: root.isChosen ? Font.DemiBold : Font.Medium
        }
    }
    background: Rectangle {
        radius: Theme.radiusSmall
        color: root.isChosen ? Theme.accent : root.hovered ? Theme.accentSoft : "transparent"

        FocusRing {
            isShown: root.visualFocus
            gap: 0
        }
    }
}
