// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic

/// A heading that is also a tab. Brief: only the one in front has its name.
/// Which is in front, the layout says: a TabButton would decide by itself among those that share a parent.
AbstractButton {
    id: root

    property string glyph: ""
    property bool isFront: false
    property bool isBrief: false
    readonly property real fullWidth: icon.width + row.spacing + label.implicitWidth + 2 * Theme.s3
    property color inkOn: Theme.text
    property color inkOff: Theme.textSoft
    property color mark: Theme.accent

    width: implicitWidth
    implicitWidth: row.implicitWidth + 2 * Theme.s3
    implicitHeight: Theme.px(40)
    padding: 0
    Accessible.role: Accessible.PageTab
    Accessible.name: text
    Accessible.selectable: true
    Accessible.selected: isFront

    HintBubble {
        text: root.text
        isWanted: !label.visible && (root.hovered || root.visualFocus)
    }

    contentItem: Item {
        Row {
            id: row
            anchors.centerIn: parent
            spacing: Theme.px(6)

            Icon {
                id: icon
                anchors.verticalCenter: parent.verticalCenter
                name: root.glyph
                size: Theme.px(15)
                color: root.isFront ? root.mark : root.inkOff
            }
            Text {
                id: label
                visible: root.isFront || !root.isBrief
                anchors.verticalCenter: parent.verticalCenter
                text: root.text
                font.pixelSize: Theme.textUi
                font.weight: root.isFront ? Font.DemiBold : Font.Medium
                color: root.isFront || root.hovered ? root.inkOn : root.inkOff
            }
        }
    }
    background: Item {
        Rectangle {
            visible: root.isFront
            anchors.bottom: parent.bottom
            width: parent.width
            height: Theme.px(2)
            color: root.mark
        }
        FocusRing {
            isShown: root.visualFocus
            gap: -Theme.px(6)
            color: root.inkOn
        }
    }
}
