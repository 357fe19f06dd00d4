// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Minato.Controls

/// A list of one level.
Column {
    id: root

    required property list<string> items
    required property bool isOrdered
    property color codeGround: Theme.accentSoft
    property color ink: Theme.text
    property int textSize: Reading.textReading
    property int textLine: Reading.lineReading

    width: parent?.width ?? 0
    spacing: Reading.px(6)
    Accessible.role: Accessible.List

    Repeater {
        model: root.items

        Item {
            id: entry

            required property int index
            required property string modelData

            width: root.width
            height: prose.height
            Accessible.role: Accessible.ListItem
            Accessible.name: prose.Accessible.name

            Text {
                visible: root.isOrdered
                width: Reading.px(20)
                text: entry.index + 1 + "."
                color: Theme.accent
                font.pixelSize: root.textSize
                font.weight: Font.DemiBold
                lineHeightMode: Text.FixedHeight
                lineHeight: root.textLine
            }
            Rectangle {
                visible: !root.isOrdered
                x: Reading.px(5)
                y: Math.round((root.textLine - height) / 2)
                width: Reading.px(6)
                height: width
                radius: width / 2
                color: Theme.accent
            }
            Prose {
                id: prose
                x: Reading.px(20)
                width: parent.width - x
                html: entry.modelData
                codeGround: root.codeGround
                ink: root.ink
                font.pixelSize: root.textSize
                lineHeight: root.textLine
            }
        }
    }
}
