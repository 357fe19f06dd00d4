// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Minato.Controls
import Minato.ViewModels

/// A Pod: state by colour, shape and word; its name; requests that it answered. Two sizes: two lines, one line.
AbstractButton {
    id: root

    required property string uid
    required property string ns
    required property string name
    required property string prefix
    required property string suffix
    required property int phase
    required property string phaseText
    required property string stateText
    required property string ip
    required property int hits
    required property string rateText
    required property string age
    required property string detail
    required property string summary
    required property int mark
    required property bool isFound
    property bool isTall: true
    property bool isCurrent: false ///< the keyboard is on it
    readonly property string numbers: rateText !== "" ? rateText : hits > 0 ? hits : ""

    readonly property string label: fullName.width <= nameSlot.width ? name : (prefix === "" ? "" : "…") + suffix

    Accessible.role: Accessible.ListItem
    Accessible.name: summary
    Accessible.description: detail
    Accessible.selected: mark === 2
    padding: 0
    onHitsChanged: if (hits > 0)
        pulse.restart()

    TextMetrics {
        id: fullName
        text: root.name
        font: nameText.font
    }
    HintBubble {
        text: root.detail
        isWanted: root.hovered || root.isCurrent
    }

    background: Rectangle {
        radius: Theme.radiusSmall
        color: Theme.podSoft[root.phase]
        border.width: root.phase === PodListModel.Running ? 1 : Theme.px(1.5)
        border.color: Theme.podEdge[root.phase]

        Behavior on color {
            ColorAnimation {
                duration: Theme.slow
            }
        }

        Rectangle {
            id: glow
            anchors.fill: parent
            anchors.margins: -Theme.px(2)
            radius: parent.radius + Theme.px(2)
            color: "transparent"
            border.width: Theme.px(2.5)
            border.color: Theme.accent
            opacity: 0

            SequentialAnimation {
                id: pulse

                PauseAnimation {
                    duration: Theme.travel
                }
                PropertyAction {
                    target: glow
                    property: "opacity"
                    value: 1
                }
                NumberAnimation {
                    target: glow
                    property: "opacity"
                    to: 0
                    duration: Theme.isMotionReduced ? 0 : 450
                    easing.type: Easing.InQuad
                }
            }
        }
        Rectangle {
            visible: root.mark > 0
            anchors.fill: parent
            anchors.margins: -Theme.px(1.5)
            radius: parent.radius + Theme.px(1.5)
            color: "transparent"
            border.width: root.mark === 2 ? Theme.px(2.5) : Theme.px(1.5)
            border.color: Theme.accent
        }
        FocusRing {
            isShown: root.isCurrent
            gap: 1
        }
    }
    contentItem: Item {
        opacity: root.isFound ? 1 : 0.3

        StateBadge {
            id: badge
            x: Theme.px(7)
            anchors.verticalCenter: parent.verticalCenter
            phase: root.phase
            size: root.isTall ? Theme.px(22) : Theme.px(19)
        }
        Item {
            id: nameSlot
            anchors {
                left: badge.right
                leftMargin: Theme.px(7)
                right: tail.left
                rightMargin: Theme.px(4)
            }
            y: root.isTall ? Theme.px(6) : Math.round((parent.height - height) / 2)
            height: nameText.implicitHeight

            Text {
                id: nameText
                width: parent.width
                text: root.label
                elide: Text.ElideLeft
                color: Theme.text
                font.family: Theme.mono
                font.pixelSize: Theme.px(12.5)
                font.weight: Font.Medium
            }
        }
        Text {
            id: tail
            anchors {
                right: parent.right
                rightMargin: Theme.px(8)
                verticalCenter: nameSlot.verticalCenter
            }
            text: root.numbers !== "" ? root.numbers : root.isTall ? "" : root.phaseText
            color: root.numbers !== "" ? Theme.text : Theme.podEdge[root.phase]
            font.pixelSize: root.numbers !== "" ? Theme.px(12.5) : Theme.px(11.5)
            font.weight: root.numbers !== "" ? Font.DemiBold : Font.Medium
        }
        Text {
            id: ageText
            visible: root.isTall
            anchors {
                right: parent.right
                rightMargin: Theme.px(8)
                verticalCenter: stateText.verticalCenter
            }
            text: root.age
            color: Theme.textSoft
            font.pixelSize: Theme.px(11)
        }
        Text {
            id: stateText
            visible: root.isTall
            anchors {
                left: nameSlot.left
                right: ageText.left
                rightMargin: Theme.px(4)
                top: nameSlot.bottom
                topMargin: Theme.px(1)
            }
            text: root.stateText
            color: Theme.podEdge[root.phase]
            elide: Text.ElideRight
            font.pixelSize: Theme.px(11)
            font.weight: Font.Medium
        }
    }
}
