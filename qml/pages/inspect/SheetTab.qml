// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Minato.Controls

/// One of the sheets of a pane, as a small tab.
AbstractButton {
    id: root

    property bool isShown: false
    property string glyph: ""
    property bool isIcon: false ///< the icon stands for the text
    readonly property real wholeWidth: metrics.advanceWidth + 2 * Theme.px(9)

    implicitHeight: Theme.hitArea
    implicitWidth: isIcon ? Math.max(Theme.hitArea, Theme.px(32)) : Math.ceil(wholeWidth)
    checked: isShown
    Accessible.role: Accessible.PageTab
    Accessible.name: text
    Accessible.checked: isShown

    HintBubble {
        text: root.isIcon ? root.text : ""
        isWanted: root.hovered || root.visualFocus
    }
    TextMetrics {
        id: metrics
        text: root.text
        font.family: label.font.family
        font.pixelSize: label.font.pixelSize
        font.weight: Font.DemiBold // as wide when it is shown as when it is not
    }
    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            visible: root.isIcon
            name: root.glyph
            size: Theme.px(16)
            color: label.color
        }
        Text {
            id: label
            anchors.centerIn: parent
            visible: !root.isIcon
            text: root.text
            color: root.isShown || root.hovered ? Theme.text : Theme.textSoft
            font.pixelSize: Theme.textUi
            font.weight: root.isShown ? Font.DemiBold : Font.Medium
        }
    }
    background: Rectangle {
        radius: Theme.radiusSmall
        color: root.hovered && !root.isShown ? Theme.accentSoft : "transparent"

        Rectangle {
            visible: root.isShown
            anchors.bottom: parent.bottom
            width: parent.width
            height: Theme.px(2)
            color: Theme.accent
        }
        FocusRing {
            isShown: root.visualFocus
            gap: 0
        }
    }
}
