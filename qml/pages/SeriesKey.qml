// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Minato.Controls

/// A line's colour and pattern, or a band's colour, with its name.
Row {
    id: root

    required property string text
    required property color tone
    property bool isDashed: false
    property bool isBand: false

    spacing: Theme.px(5)

    Row {
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.px(3)

        Repeater {
            model: root.isDashed ? 2 : 1

            Rectangle {
                width: root.isDashed ? Theme.px(6) : Theme.px(15)
                height: Theme.px(root.isBand ? 10 : 2.5)
                color: root.tone
                border.width: root.isBand ? 1 : 0
                border.color: Qt.alpha(Theme.accent, 0.35)
            }
        }
    }
    Text {
        text: root.text
        color: Theme.textSoft
        font.pixelSize: Theme.textCaption
    }
}
