// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Minato.Controls
import Minato.ViewModels

/// Shown while the cluster is published: tells what to type in a shell outside, and copies it.
ActionButton {
    id: root

    required property AppModel app

    visible: app.served.url !== ""
    look: ActionButton.Look.Quiet
    glyph: "terminal"
    text: "kubectl"
    implicitHeight: Theme.bar
    //: Button in the top bar, while the cluster is published for a kubectl outside the window.
    //% "Use your own kubectl"
    name: qsTrId("served.button")
    hint: popup.opened ? "" : name
    onClicked: popup.opened ? popup.close() : popup.open()

    Popup {
        id: popup
        x: root.width - width
        y: root.height + Theme.s1
        width: Theme.px(420)
        padding: Theme.s4
        focus: true
        closePolicy: Popup.CloseOnEscape | Popup.CloseOnPressOutsideParent

        background: Rectangle {
            radius: Theme.radius
            color: Theme.raised
            border.width: 1
            border.color: Theme.lineStrong
        }
        contentItem: Column {
            spacing: Theme.s3

            Text {
                width: parent.width
                text: root.name
                color: Theme.text
                font.pixelSize: Theme.textUi
                font.weight: Font.Bold
            }
            Text {
                width: parent.width
                //: %1 is an address like http://127.0.0.1:8001.
                //% "This cluster is served on %1, for this machine only. In a shell of your own, type:"
                text: qsTrId("served.explanation").arg(root.app.served.url)
                color: Theme.text
                wrapMode: Text.Wrap
                font.pixelSize: Theme.textUi
                lineHeightMode: Text.FixedHeight
                lineHeight: Theme.lineUi
            }
            Rectangle {
                width: parent.width
                height: command.implicitHeight + 2 * Theme.s3
                radius: Theme.px(8)
                color: Theme.sunken
                border.width: 1
                border.color: Theme.line

                TextEdit {
                    id: command
                    x: Theme.s3
                    y: Theme.s3
                    width: parent.width - 2 * x
                    readOnly: true
                    selectByMouse: true
                    text: root.app.served.command
                    textFormat: TextEdit.PlainText
                    wrapMode: TextEdit.WrapAnywhere
                    color: Theme.text
                    selectionColor: Theme.accent
                    selectedTextColor: Theme.accentInk
                    font.family: Theme.mono
                    font.pixelSize: Theme.px(13)
                    Accessible.role: Accessible.StaticText
                    Accessible.name: text
                }
            }
            ActionButton {
                look: ActionButton.Look.Soft
                glyph: "copy"
                //: Button: copies the command shown above it.
                //% "Copy the command"
                text: qsTrId("served.copy")
                name: text
                onClicked: root.app.served.copyCommand()
            }
        }
    }
}
