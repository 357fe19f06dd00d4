// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Minato.Controls
import Minato.ViewModels

/// All settings, applied at once.
Popup {
    id: root

    required property Preferences preferences
    required property StartModel start ///< may be null

    modal: true
    focus: true
    padding: Theme.s5
    closePolicy: Popup.CloseOnEscape | Popup.CloseOnPressOutside
    width: Math.min((parent?.width ?? 0) - 2 * Theme.s5, Theme.px(620))
    height: Math.min((parent?.height ?? 0) - 2 * Theme.s5, content.height + head.height + 2 * padding + Theme.s4)
    anchors.centerIn: parent
    onOpened: closer.forceActiveFocus(Qt.TabFocusReason)

    Overlay.modal: Rectangle {
        color: "#66000000"
    }
    background: Rectangle {
        radius: Theme.radius
        color: Theme.raised
        border.width: Theme.edge
        border.color: Theme.lineStrong
    }
    contentItem: FocusScope {
        Item {
            id: head
            width: parent.width
            height: Math.max(title.height, closer.height)

            Text {
                id: title
                anchors {
                    left: parent.left
                    right: closer.left
                    verticalCenter: parent.verticalCenter
                }
                //: Heading of the page of settings.
                //% "Settings"
                text: qsTrId("settings.title")
                color: Theme.text
                wrapMode: Text.Wrap
                font.pixelSize: Theme.px(20)
                font.weight: Font.Bold
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }
            ActionButton {
                id: closer
                anchors {
                    right: parent.right
                    verticalCenter: parent.verticalCenter
                }
                look: ActionButton.Look.Quiet
                glyph: "cross"
                name: qsTrId("differences.close")
                onClicked: root.close()
            }
        }
        Flickable {
            id: flick
            anchors {
                left: parent.left
                right: parent.right
                rightMargin: -Theme.s3
                top: head.bottom
                topMargin: Theme.s4
                bottom: parent.bottom
            }
            contentHeight: content.height
            boundsBehavior: Flickable.StopAtBounds
            clip: true

            ScrollBar.vertical: SlimScrollBar {}

            SettingsContent {
                id: content
                x: Theme.s1 // for the ring of the focus
                width: flick.width - Theme.s4
                preferences: root.preferences
                start: root.start
                onFocusMoved: item => {
                    const top = item.mapToItem(content, 0, 0).y;
                    if (top < flick.contentY || top + item.height > flick.contentY + flick.height)
                        flick.contentY = Math.max(0, Math.min(top - Theme.s5, flick.contentHeight - flick.height));
                }
            }
        }
    }
}
