// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic

/// One of a few choices that exclude each other, side by side; or a button among such.
AbstractButton {
    id: root

    property string glyph: ""
    property string name: text
    property string hint: ""
    property bool isChosen: false
    property bool isChoice: true ///< else it does something by itself
    property bool isGreyed: false ///< it says why it does nothing
    property string tail: "" ///< an icon behind the text

    implicitHeight: Theme.hitArea
    implicitWidth: Math.max(Theme.px(34), Theme.hitArea, label.implicitWidth + (tail === "" ? 0 : Theme.px(18)) + 2 * Theme.px(10))
    Accessible.role: isChoice ? Accessible.RadioButton : Accessible.Button
    Accessible.name: name
    Accessible.checked: isChosen

    HintBubble {
        text: root.hint
        isWanted: root.hovered || root.visualFocus
    }

    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            visible: root.glyph !== ""
            name: root.glyph
            size: Theme.px(14)
            weight: 2.2
            color: label.color
        }
        Text {
            id: label
            anchors.centerIn: parent
            anchors.horizontalCenterOffset: root.tail === "" ? 0 : -Theme.px(8)
            visible: root.glyph === ""
            text: root.text
            color: root.isGreyed ? Theme.lineStrong : root.isChosen ? Theme.accentInk : root.hovered ? Theme.text : Theme.textSoft
            font.pixelSize: Theme.textUi
            font.weight: root.isChosen ? Font.DemiBold : Font.Medium
        }
        Icon {
            anchors {
                left: label.right
                leftMargin: Theme.px(4)
                verticalCenter: parent.verticalCenter
            }
            visible: root.tail !== ""
            name: root.tail
            size: Theme.px(13)
            color: label.color
        }
    }
    background: Rectangle {
        radius: Theme.radiusSmall
        color: root.isChosen ? Theme.accent : root.hovered ? Theme.accentSoft : "transparent"

        FocusRing {
            isShown: root.visualFocus
            gap: 0
        }
    }
}
