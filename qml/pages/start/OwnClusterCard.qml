// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Minato.Controls

/// Real clusters, and what can be done until they can be opened.
Rectangle {
    id: root

    height: column.height + 2 * Theme.px(20)
    radius: Theme.radius
    color: Theme.surface
    border.width: 1
    border.color: Theme.line
    Accessible.role: Accessible.Grouping
    Accessible.name: heading.text

    Column {
        id: column
        x: Theme.px(20)
        y: Theme.px(20)
        width: parent.width - 2 * x
        spacing: Theme.px(8)

        StartHeading {
            id: heading
            width: parent.width
            //: Heading: clusters outside of this program.
            //% "Your own kubectl, your own cluster"
            text: qsTrId("start.own.title")
        }
        Text {
            width: parent.width
            //: What can be done today. The command follows.
            //% "Your own kubectl can drive the simulated cluster already: start Minato in a shell with"
            text: qsTrId("start.own.kubectl")
            color: Theme.text
            wrapMode: Text.Wrap
            font.pixelSize: Theme.textUi
            lineHeightMode: Text.FixedHeight
            lineHeight: Theme.lineUi
        }
        Rectangle {
            width: parent.width
            height: command.height + 2 * Theme.s2
            radius: Theme.radiusSmall
            color: Theme.sunken
            border.width: 1
            border.color: Theme.line

            TextEdit {
                id: command
                x: Theme.s3
                y: Theme.s2
                width: parent.width - 2 * x
                readOnly: true
                selectByMouse: true
                activeFocusOnTab: false
                text: "minato --serve"
                textFormat: TextEdit.PlainText
                wrapMode: TextEdit.Wrap
                color: Theme.text
                selectionColor: Theme.accent
                selectedTextColor: Theme.accentInk
                font.family: Theme.mono
                font.pixelSize: Theme.textUi
                Accessible.role: Accessible.StaticText
                Accessible.name: text
            }
        }
        Text {
            width: parent.width
            //: What cannot be done yet.
            //% "Opening a real cluster from a kubeconfig in this window will come in a later version."
            text: qsTrId("start.own.later")
            color: Theme.textSoft
            wrapMode: Text.Wrap
            font.pixelSize: Theme.textUi
            lineHeightMode: Text.FixedHeight
            lineHeight: Theme.lineUi
        }
    }
}
