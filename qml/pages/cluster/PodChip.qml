// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Minato.Controls
import Minato.ViewModels

/// A Pod: state by colour, shape and word; its name; requests that it answered. Three sizes: two lines, one
/// line, a square.
AbstractButton {
    id: root

    required property string uid
    required property string name
    required property string prefix
    required property string suffix
    required property int phase
    required property string phaseText
    required property string ip
    required property int hits
    required property string detail
    property bool isTall: true
    property bool isSquare: false
    property bool isCurrent: false ///< the keyboard is on it
    readonly property bool isBare: isSquare && width < Theme.px(19) ///< too small for a frame around the mark

    readonly property string label: fullName.width <= nameSlot.width ? name : (prefix === "" ? "" : "…") + suffix

    Accessible.role: Accessible.ListItem
    //: A Pod for screen readers. %1: name, %2: state, %3: number of requests that it answered.
    //% "Pod %1, %2, answered %3"
    Accessible.name: qsTrId("pod.summary").arg(name).arg(phaseText).arg(hits)
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
        color: root.isBare ? "transparent" : Theme.podSoft[root.phase]
        border.width: root.isBare ? 0 : root.phase === PodListModel.Running ? 1 : Theme.px(1.5)
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
        FocusRing {
            isShown: root.isCurrent
            gap: 1
        }
    }
    contentItem: Item {
        StateBadge {
            id: badge
            x: root.isSquare ? Math.round((parent.width - width) / 2) : Theme.px(7)
            anchors.verticalCenter: parent.verticalCenter
            phase: root.phase
            size: root.isTall ? Theme.px(22) : !root.isSquare ? Theme.px(19) : root.isBare ? root.width : Math.round(root.width * 0.68)
        }
        Item {
            id: nameSlot
            visible: !root.isSquare
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
            visible: !root.isSquare
            anchors {
                right: parent.right
                rightMargin: Theme.px(8)
                verticalCenter: nameSlot.verticalCenter
            }
            text: root.hits > 0 ? root.hits : root.isTall ? "" : root.phaseText
            color: root.hits > 0 ? Theme.text : Theme.podEdge[root.phase]
            font.pixelSize: root.hits > 0 ? Theme.px(12.5) : Theme.px(11.5)
            font.weight: root.hits > 0 ? Font.DemiBold : Font.Medium
        }
        Text {
            visible: root.isTall && !root.isSquare
            anchors {
                left: nameSlot.left
                right: parent.right
                rightMargin: Theme.px(6)
                top: nameSlot.bottom
                topMargin: Theme.px(1)
            }
            text: root.ip === "" ? root.phaseText : root.phaseText + " · " + root.ip
            color: Theme.podEdge[root.phase]
            elide: Text.ElideRight
            font.pixelSize: Theme.px(11)
            font.weight: Font.Medium
        }
    }
}
