// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Minato.Controls
import Minato.ViewModels

/// For the audience of a presenter: the keys that were pressed, and what they did.
Rectangle {
    id: root

    required property KeyDisplay display

    visible: display.keys.length > 0
    implicitWidth: column.width + 2 * Theme.s4
    implicitHeight: column.height + 2 * Theme.s3
    radius: Theme.radius
    color: Theme.raised
    border.width: Theme.px(2)
    border.color: Theme.accent
    Accessible.ignored: true // who presses the keys knows them

    Column {
        id: column
        anchors.centerIn: parent
        spacing: Theme.s2

        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: Theme.s2

            Repeater {
                model: root.display.keys

                KeyCap {
                    required property string modelData

                    isLarge: true
                    text: modelData.length > 40 ? "…" + modelData.slice(-39) : modelData
                }
            }
        }
        Text {
            anchors.horizontalCenter: parent.horizontalCenter
            visible: text !== ""
            text: root.display.action
            color: Theme.text
            font.pixelSize: Theme.textUi
            font.weight: Font.DemiBold
        }
    }
}
