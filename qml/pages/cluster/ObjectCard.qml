// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Minato.Controls

/// An API object that directs Pods: its kind, its name, a line about it.
Rectangle {
    id: root

    required property string kind
    required property string glyph
    required property string name
    property string line: ""
    property string shortLine: line ///< what stands there when the whole does not fit
    property string badge: ""
    property color tone: Theme.accent
    property bool isStrong: false
    default property alias extra: slot.data

    implicitHeight: Theme.px(88)
    radius: Theme.px(8)
    color: isStrong ? Theme.accentSoft : Theme.raised
    border.width: isStrong ? Theme.px(1.5) : 1
    border.color: isStrong ? Theme.accent : Theme.line
    Accessible.role: Accessible.Grouping

    TextMetrics {
        id: lineMetrics
        text: root.line
        font: lineText.font
    }
    Icon {
        id: icon
        x: Theme.s3
        y: Theme.px(12)
        name: root.glyph
        color: root.tone
        size: Theme.px(17)
        weight: 1.9
    }
    Text {
        anchors {
            left: icon.right
            leftMargin: Theme.px(7)
            right: badgeText.left
            rightMargin: Theme.s1
            verticalCenter: icon.verticalCenter
        }
        text: root.kind
        elide: Text.ElideRight
        color: Theme.textSoft
        font.pixelSize: Theme.textCaption
        font.weight: Font.Medium
    }
    Text {
        id: badgeText
        anchors {
            right: parent.right
            rightMargin: Theme.s3
            verticalCenter: icon.verticalCenter
        }
        text: root.badge
        color: root.tone
        font.pixelSize: Theme.textUi
        font.weight: Font.Bold
    }
    Text {
        id: nameText
        x: Theme.s3
        y: Theme.px(34)
        width: parent.width - 2 * x
        text: root.name
        elide: Text.ElideRight
        color: Theme.text
        font.pixelSize: Theme.textBody
        font.weight: Font.DemiBold
    }
    Item {
        id: slot
        x: Theme.s3
        y: Theme.px(59)
        width: parent.width - 2 * x
        height: parent.height - y - Theme.px(10)
    }
    Text {
        id: lineText
        anchors {
            left: slot.left
            right: slot.right
            top: slot.top
        }
        visible: text !== ""
        text: lineMetrics.width <= width ? root.line : root.shortLine
        elide: Text.ElideRight
        color: Theme.textSoft
        font.pixelSize: Theme.textCaption
    }
}
