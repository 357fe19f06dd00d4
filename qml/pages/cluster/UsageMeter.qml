// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Minato.Controls

/// How much of a node's CPU or memory its Pods ask for, with a mark for what is really used.
Item {
    id: root

    required property string title
    required property string amount
    required property real value
    property real used: -1 ///< share that is measured; -1: not measured

    implicitHeight: Theme.px(24)
    Accessible.role: Accessible.StaticText
    Accessible.name: title + " " + amount

    Text {
        text: root.title
        color: Theme.textSoft
        font.pixelSize: Theme.px(11)
    }
    Text {
        anchors.right: parent.right
        text: Math.round(root.value * 100) + "%"
        color: Theme.textSoft
        font.pixelSize: Theme.px(11)
    }
    HoverHandler {
        id: hover
    }
    HintBubble {
        text: root.title + " " + root.amount
        isWanted: hover.hovered
    }
    Meter {
        anchors {
            left: parent.left
            right: parent.right
            bottom: parent.bottom
        }
        value: root.value
        fill: value > 0.9 ? Theme.warn : Theme.accent

        Rectangle {
            visible: root.used >= 0
            x: Math.round(Math.max(0, Math.min(1, root.used)) * (parent.width - width))
            y: -Theme.px(2)
            width: Theme.px(3)
            height: parent.height + 2 * Theme.px(2)
            radius: 1
            color: Theme.text
            border.width: 1
            border.color: Theme.sunken
        }
    }
}
