// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Minato.Controls

/// What is wrong with the files of lessons that had to be left out.
Rectangle {
    id: root

    required property string heading
    required property var faults

    height: column.height + 2 * Theme.s4
    radius: Theme.radius
    color: Theme.warnSoft
    border.width: 1
    border.color: Theme.warn
    Accessible.role: Accessible.Grouping
    Accessible.name: heading

    Column {
        id: column
        x: Theme.s4
        y: Theme.s4
        width: parent.width - 2 * x
        spacing: Theme.s2

        Row {
            spacing: Theme.s2

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                name: "warning"
                color: Theme.warn
                size: Theme.px(17)
            }
            Text {
                anchors.verticalCenter: parent.verticalCenter
                text: root.heading
                color: Theme.text
                font.pixelSize: Theme.textUi
                font.weight: Font.DemiBold
            }
        }
        Repeater {
            model: root.faults

            Column {
                id: fault

                required property var modelData

                width: column.width
                Accessible.role: Accessible.StaticText
                Accessible.name: fault.modelData.place + ": " + fault.modelData.message

                Text {
                    width: parent.width
                    text: fault.modelData.place
                    textFormat: Text.PlainText
                    color: Theme.text
                    wrapMode: Text.Wrap
                    font.family: Theme.mono
                    font.pixelSize: Theme.textCaption
                    Accessible.ignored: true
                }
                Text {
                    width: parent.width
                    text: fault.modelData.message
                    textFormat: Text.PlainText
                    color: Theme.text
                    wrapMode: Text.Wrap
                    font.pixelSize: Theme.textUi
                    Accessible.ignored: true
                }
            }
        }
    }
}
