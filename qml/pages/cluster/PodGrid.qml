// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Minato.Controls
import Minato.ViewModels

/// The Pods of a node: as large as the room allows, and never cut off in the middle. One stop for Tab; arrows go
/// from Pod to Pod.
///
/// Why       A GridView with transitions leaves delegates behind, or in the wrong place, when the size of its cells
///           changes while Pods come and go. Here a place follows from the index alone.
FocusScope {
    id: root

    required property PodListModel pods
    property int currentIndex: 0

    readonly property int tall: Theme.px(54)
    readonly property int low: Theme.px(40)
    readonly property bool isTall: pods.count * tall <= height + Theme.s2
    readonly property bool isSquare: !isTall && pods.count * low > height + Theme.s2
    readonly property int square: [32, 28, 24, 20, 16].map(size => Theme.px(size)).find(size => fitting(size, height) >= pods.count) ?? Theme.px(16)
    readonly property bool areAllShown: !isSquare || fitting(square, height) >= pods.count
    // Whole rows only; the last one makes room for the number of those that are not drawn.
    readonly property int shownCount: areAllShown ? pods.count : fitting(square, height - square)
    readonly property int columns: isSquare ? columnsOf(square) : 1
    readonly property int cellWidth: isSquare ? square : width
    readonly property int cellHeight: isTall ? tall : isSquare ? square : low
    readonly property int gap: isSquare ? Theme.s1 : Theme.s2

    activeFocusOnTab: pods.count > 0
    Accessible.role: Accessible.List
    //: For screen readers: the Pods on a node. %n: how many.
    //% "%n Pod(s)"
    Accessible.name: qsTrId("pods.list", pods.count)
    Accessible.focusable: activeFocusOnTab
    onActiveFocusChanged: if (activeFocus)
        go(0)
    Keys.onLeftPressed: go(-1)
    Keys.onRightPressed: go(1)
    Keys.onUpPressed: go(-columns)
    Keys.onDownPressed: go(columns)

    function columnsOf(size: int): int {
        return Math.max(1, Math.floor((width + Theme.s1) / size));
    }
    function fitting(size: int, space: int): int {
        return columnsOf(size) * Math.max(1, Math.floor((space + Theme.s1) / size));
    }
    function go(step: int) {
        currentIndex = Math.max(0, Math.min(currentIndex + step, shownCount - 1));
        chips.itemAt(currentIndex)?.forceActiveFocus(Qt.TabFocusReason);
    }
    /// Shows a Pod that is gone a little longer, on its way out.
    function seeOff(chip: PodChip) {
        if (Theme.slow > 0 && chip.visible)
            leavers.createObject(root, {x: chip.x, y: chip.y, width: chip.width, height: chip.height, opacity: chip.opacity, uid: chip.uid, name: chip.name, prefix: chip.prefix, suffix: chip.suffix, phase: chip.phase, phaseText: chip.phaseText, ip: chip.ip, hits: chip.hits, detail: chip.detail, isTall: chip.isTall, isSquare: chip.isSquare});
    }

    Component {
        id: leavers

        PodChip {
            id: leaver

            enabled: false
            Accessible.ignored: true
            Component.onCompleted: leaving.start()

            ParallelAnimation {
                id: leaving
                onFinished: leaver.destroy()

                NumberAnimation {
                    target: leaver
                    property: "opacity"
                    to: 0
                    duration: Theme.slow
                }
                NumberAnimation {
                    target: leaver
                    property: "scale"
                    to: 0.6
                    duration: Theme.slow
                    easing.type: Easing.InCubic
                }
            }
        }
    }
    Repeater {
        id: chips
        model: root.pods
        onItemRemoved: (index, item) => root.seeOff(item as PodChip)

        PodChip {
            id: chip

            required property int index

            visible: index < root.shownCount
            x: (index % root.columns) * root.cellWidth
            y: Math.floor(index / root.columns) * root.cellHeight
            width: root.cellWidth - (root.isSquare ? root.gap : 0)
            height: root.cellHeight - root.gap
            focusPolicy: Qt.NoFocus // the grid is what Tab stops at
            isTall: root.isTall
            isSquare: root.isSquare
            isCurrent: activeFocus
            onClicked: {
                root.currentIndex = index;
                forceActiveFocus(Qt.MouseFocusReason);
            }
            Component.onCompleted: if (Theme.slow > 0)
                coming.start()

            Behavior on x {
                NumberAnimation {
                    duration: Theme.medium
                    easing.type: Easing.OutCubic
                }
            }
            Behavior on y {
                NumberAnimation {
                    duration: Theme.medium
                    easing.type: Easing.OutCubic
                }
            }
            ParallelAnimation {
                id: coming

                NumberAnimation {
                    target: chip
                    property: "opacity"
                    from: 0
                    to: 1
                    duration: Theme.slow
                }
                NumberAnimation {
                    target: chip
                    property: "scale"
                    from: 0.6
                    to: 1
                    duration: Theme.slow
                    easing.type: Easing.OutBack
                }
            }
        }
    }
    StatusPill {
        visible: !root.areAllShown
        anchors {
            right: parent.right
            bottom: parent.bottom
        }
        //: On a node card whose Pods do not all fit. %1: how many are not drawn.
        //% "+%1 more"
        text: qsTrId("pods.more").arg(root.pods.count - root.shownCount)
        ink: Theme.accentInk
        ground: Theme.accent
    }
    Text {
        visible: opacity > 0
        opacity: root.pods.count === 0 ? 1 : 0
        anchors.centerIn: parent
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.Wrap
        //: On the card of a node without Pods.
        //% "No Pods here"
        text: qsTrId("node.empty")
        color: Theme.textSoft
        font.pixelSize: Theme.textCaption

        Behavior on opacity {
            NumberAnimation {
                duration: Theme.slow
                easing.type: Easing.InCubic
            }
        }
    }
}
