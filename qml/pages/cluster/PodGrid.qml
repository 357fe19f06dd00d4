// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Minato.Controls
import Minato.ViewModels

/// The Pods of a node: as large as the room allows, and never cut off in the middle.
Item {
    id: root

    required property PodListModel pods

    readonly property int tall: Theme.px(54)
    readonly property int low: Theme.px(40)
    readonly property bool isTall: pods.count * tall <= height + Theme.s2
    readonly property bool isSquare: !isTall && pods.count * low > height + Theme.s2
    readonly property int square: [32, 28, 24, 20, 16].map(size => Theme.px(size)).find(size => fitting(size, height) >= pods.count) ?? Theme.px(16)
    readonly property int cell: isTall ? tall : isSquare ? square : low
    readonly property bool areAllShown: !isSquare || fitting(square, height) >= pods.count
    // Whole rows only; the last one makes room for the number of those that are not drawn.
    readonly property int gridHeight: isSquare ? Math.floor((height + Theme.s1) / square) * square - (areAllShown ? 0 : square) : height + Theme.s2
    readonly property int hiddenCount: areAllShown ? 0 : pods.count - fitting(square, gridHeight)

    function fitting(size: int, space: int): int {
        return Math.max(1, Math.floor((width + Theme.s1) / size)) * Math.max(1, Math.floor((space + Theme.s1) / size));
    }

    GridView {
        id: grid
        width: parent.width + (root.isSquare ? Theme.s1 : 0)
        height: root.gridHeight
        interactive: false
        activeFocusOnTab: count > 0
        keyNavigationEnabled: true
        cellWidth: root.isSquare ? root.square : width
        cellHeight: root.cell
        model: root.pods
        clip: root.hiddenCount > 0
        onActiveFocusChanged: if (activeFocus)
            currentIndex = Math.max(0, currentIndex)
        Accessible.role: Accessible.List
        //: For screen readers: the Pods on a node. %n: how many.
        //% "%n Pod(s)"
        Accessible.name: qsTrId("pods.list", root.pods.count)

        delegate: FocusScope {
            id: slot

            required property int index
            required property string uid
            required property string name
            required property string prefix
            required property string suffix
            required property int phase
            required property string phaseText
            required property string ip
            required property int hits
            required property string detail

            width: grid.cellWidth
            height: grid.cellHeight

            PodChip {
                width: parent.width - (root.isSquare ? Theme.s1 : 0)
                height: parent.height - (root.isSquare ? Theme.s1 : Theme.s2)
                focus: true
                focusPolicy: Qt.NoFocus // the list is what Tab stops at
                uid: slot.uid
                name: slot.name
                prefix: slot.prefix
                suffix: slot.suffix
                phase: slot.phase
                phaseText: slot.phaseText
                ip: slot.ip
                hits: slot.hits
                detail: slot.detail
                isTall: root.isTall
                isSquare: root.isSquare
                isCurrent: activeFocus
            }
        }
        // None at all for reduced motion: a view loses track of what leaves in no time.
        add: Theme.isMotionReduced ? null : coming
        remove: Theme.isMotionReduced ? null : leaving
        displaced: Theme.isMotionReduced ? null : moving
    }
    Transition {
        id: coming

        NumberAnimation {
            property: "opacity"
            from: 0
            to: 1
            duration: Theme.slow
        }
        NumberAnimation {
            property: "scale"
            from: 0.6
            to: 1
            duration: Theme.slow
            easing.type: Easing.OutBack
        }
    }
    Transition {
        id: leaving

        NumberAnimation {
            property: "opacity"
            to: 0
            duration: Theme.slow
        }
        NumberAnimation {
            property: "scale"
            to: 0.6
            duration: Theme.slow
            easing.type: Easing.InCubic
        }
    }
    Transition {
        id: moving

        NumberAnimation {
            properties: "x,y"
            duration: Theme.medium
            easing.type: Easing.OutCubic
        }
        // A Pod that came in while others move must not stay half transparent.
        NumberAnimation {
            properties: "opacity,scale"
            to: 1
            duration: Theme.medium
        }
    }
    StatusPill {
        visible: root.hiddenCount > 0
        anchors {
            right: parent.right
            bottom: parent.bottom
        }
        //: On a node card whose Pods do not all fit. %1: how many are not drawn.
        //% "+%1 more"
        text: qsTrId("pods.more").arg(root.hiddenCount)
        ink: Theme.accentInk
        ground: Theme.accent
    }
    Text {
        visible: root.pods.count === 0
        anchors.centerIn: parent
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.Wrap
        //: On the card of a node without Pods.
        //% "No Pods here"
        text: qsTrId("node.empty")
        color: Theme.textSoft
        font.pixelSize: Theme.textCaption
    }
}
