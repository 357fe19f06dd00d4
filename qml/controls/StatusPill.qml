// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// A word on a coloured ground.
Rectangle {
    id: root

    required property string text
    property color ink: Theme.good
    property color ground: Theme.goodSoft
    property string glyph: ""

    implicitWidth: Math.max(implicitHeight, row.implicitWidth + Theme.px(text === "" ? 6 : 16))
    implicitHeight: Theme.px(20)
    radius: height / 2
    color: ground

    Row {
        id: row
        anchors.centerIn: parent
        spacing: Theme.s1

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            visible: root.glyph !== ""
            name: root.glyph
            color: root.ink
            size: Theme.px(12)
            weight: 2.2
        }
        Text {
            anchors.verticalCenter: parent.verticalCenter
            visible: text !== ""
            text: root.text
            color: root.ink
            font.pixelSize: Theme.px(11.5)
            font.weight: Font.Medium
        }
    }
}
