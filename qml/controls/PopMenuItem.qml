// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic

/// An entry of a PopMenu: what it does, how it is called by keys, and whether it is chosen now.
MenuItem {
    id: root

    property string mark: "" ///< an icon before the text
    property string keys: "" ///< behind it

    implicitHeight: Math.max(Theme.px(34), Theme.hitArea)
    implicitWidth: row.implicitWidth + keysText.implicitWidth + (keys === "" ? 0 : Theme.s5) + 2 * Theme.s3
    padding: 0
    indicator: null
    arrow: null
    Accessible.role: Accessible.MenuItem
    Accessible.name: text
    Accessible.description: keys

    contentItem: Item {
        Row {
            id: row
            x: Theme.s3
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.s2

            Item {
                anchors.verticalCenter: parent.verticalCenter
                width: Theme.px(16)
                height: width

                Icon {
                    anchors.centerIn: parent
                    name: root.mark
                    color: root.enabled || root.mark === "check" ? Theme.accent : Theme.lineStrong
                    size: Theme.px(15)
                }
            }
            Text {
                anchors.verticalCenter: parent.verticalCenter
                text: root.text
                color: root.enabled ? Theme.text : Theme.textSoft
                font.pixelSize: Theme.textUi
            }
        }
        Text {
            id: keysText
            anchors {
                right: parent.right
                rightMargin: Theme.s3
                verticalCenter: parent.verticalCenter
            }
            text: root.keys
            color: Theme.textSoft
            font.pixelSize: Theme.textCaption
        }
    }
    background: Rectangle {
        radius: Theme.radiusSmall
        color: root.highlighted ? Theme.accentSoft : "transparent"
        border.width: root.highlighted && root.activeFocus ? Theme.px(2) : 0
        border.color: Theme.text
    }
}
