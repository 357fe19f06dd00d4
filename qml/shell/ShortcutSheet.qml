// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Minato.Controls
import Minato.ViewModels

/// Every key of the window, by group.
Popup {
    id: root

    required property CommandRegistry commands

    modal: true
    focus: true
    padding: Theme.s5
    closePolicy: Popup.CloseOnEscape | Popup.CloseOnPressOutside
    width: Math.min(parent.width - 2 * Theme.s4, Theme.px(620))
    height: Math.min(parent.height - 2 * Theme.s4, Theme.px(640))
    anchors.centerIn: parent
    enter: null
    exit: null
    onOpened: list.forceActiveFocus(Qt.PopupFocusReason)

    Overlay.modal: Rectangle {
        color: "#66000000"
    }
    background: Rectangle {
        radius: Theme.radius
        color: Theme.raised
        border.width: Theme.edge
        border.color: Theme.lineStrong
    }
    contentItem: Item {
        Text {
            id: title
            anchors {
                left: parent.left
                right: close.left
            }
            text: root.commands.of("help.keys").text
            color: Theme.text
            wrapMode: Text.Wrap
            font.pixelSize: Theme.px(20)
            font.weight: Font.Bold
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
        ActionButton {
            id: close
            anchors.right: parent.right
            look: ActionButton.Look.Quiet
            glyph: "cross"
            name: qsTrId("differences.close")
            onClicked: root.close()
        }
        ListView {
            id: list
            anchors {
                top: title.bottom
                topMargin: Theme.s2
                left: parent.left
                leftMargin: -Theme.s2
                right: parent.right
                bottom: parent.bottom
            }
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            activeFocusOnTab: true
            keyNavigationEnabled: true
            highlightMoveDuration: 0
            Accessible.role: Accessible.List
            Accessible.name: title.text

            ScrollBar.vertical: SlimScrollBar {}

            model: ShortcutList {
                commands: root.commands
            }
            section.property: "group"
            section.delegate: Text {
                required property string section

                width: list.width - Theme.s4
                leftPadding: Theme.s2
                topPadding: Theme.s4
                bottomPadding: Theme.s1
                text: section
                color: Theme.accent
                font.pixelSize: Theme.textUi
                font.weight: Font.Bold
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }
            delegate: Item {
                id: row

                required property string label
                required property list<string> keys

                width: list.width - Theme.s4
                height: Math.max(labelText.implicitHeight, Theme.px(24)) + Theme.s2
                Accessible.role: Accessible.ListItem
                Accessible.name: label + ": " + keys.join(", ")

                FocusRing {
                    isShown: list.activeFocus && row.ListView.isCurrentItem
                    gap: -Theme.px(4)
                }
                Text {
                    id: labelText
                    x: Theme.s2
                    anchors.verticalCenter: parent.verticalCenter
                    width: keysRow.x - x - Theme.s3
                    text: row.label
                    wrapMode: Text.Wrap
                    color: Theme.text
                    font.pixelSize: Theme.textUi
                    lineHeightMode: Text.FixedHeight
                    lineHeight: Theme.lineUi
                }
                Row {
                    id: keysRow
                    anchors {
                        right: parent.right
                        rightMargin: Theme.s2
                        verticalCenter: parent.verticalCenter
                    }
                    spacing: Theme.s1

                    Repeater {
                        model: row.keys

                        KeyCap {
                            required property string modelData

                            text: modelData
                        }
                    }
                }
            }
        }
    }
}
