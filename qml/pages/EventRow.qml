// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Minato.Controls

/// One Event in a line: when, why, about what, and what happened.
AbstractButton {
    id: root

    required property int index
    required property string time
    required property bool isWarning
    required property string reason
    required property string object
    required property string message
    required property int times
    required property string kind
    required property string ns
    required property string name
    property bool isCurrent: false
    property bool isSelected: false

    implicitHeight: Theme.px(28)
    focusPolicy: Qt.NoFocus
    Accessible.role: Accessible.ListItem
    Accessible.name: [time, reason, object, message].join(", ")

    HintBubble {
        text: root.message
        isWanted: root.hovered
    }

    background: Rectangle {
        radius: Theme.radiusSmall
        color: root.hovered || root.isCurrent || root.isSelected ? Theme.terminalHover : "transparent"
        border.width: root.isCurrent ? Theme.px(2) : root.isSelected ? 1 : 0
        border.color: root.isCurrent ? Theme.terminalText : Theme.terminalAccent
    }
    contentItem: Item {
        Text {
            anchors.verticalCenter: parent.verticalCenter
            x: Theme.px(4)
            width: Theme.px(52)
            text: root.time
            color: Theme.terminalSoft
            font.family: Theme.mono
            font.pixelSize: Theme.textCaption
        }
        Icon {
            anchors.verticalCenter: parent.verticalCenter
            x: Theme.px(58)
            name: root.isWarning ? "warning" : "check"
            color: root.isWarning ? Theme.terminalWarn : Theme.terminalSoft
            size: Theme.px(13)
        }
        Text {
            anchors.verticalCenter: parent.verticalCenter
            x: Theme.px(80)
            width: Theme.px(150)
            text: root.reason
            elide: Text.ElideRight
            color: root.isWarning ? Theme.terminalWarn : Theme.terminalAccent
            font.pixelSize: Theme.textCaption
            font.weight: Font.Medium
        }
        Text {
            id: objectText
            anchors.verticalCenter: parent.verticalCenter
            x: Theme.px(234)
            width: Math.round(root.width * 0.26)
            text: root.object
            elide: Text.ElideMiddle
            color: Theme.terminalSoft
            font.family: Theme.mono
            font.pixelSize: Theme.px(11.5)
            font.underline: root.hovered
        }
        Text {
            anchors {
                verticalCenter: parent.verticalCenter
                left: objectText.right
                leftMargin: Theme.s3
                right: timesText.left
                rightMargin: Theme.s2
            }
            text: root.message
            elide: Text.ElideRight
            color: Theme.terminalText
            font.pixelSize: Theme.textCaption
        }
        Text {
            id: timesText
            anchors {
                verticalCenter: parent.verticalCenter
                right: parent.right
            }
            text: root.times > 1 ? "×" + root.times : ""
            color: Theme.terminalSoft
            font.pixelSize: Theme.textCaption
        }
    }
}
