// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Minato.Controls
import Minato.ViewModels

/// The Pods of a card as chips, while they are few: as large as the room allows, and never cut off in the middle. One
/// stop for Tab; arrows go from Pod to Pod.
///
/// Why       A GridView with transitions leaves delegates behind, or in the wrong place, when the size of its cells
///           changes while Pods come and go. Here a place follows from the index alone.
FocusScope {
    id: root

    required property PodListModel pods
    required property ClusterHost host
    property int currentIndex: 0
    property bool isOver: false ///< more Pods come than chips are for, and it is on its way out: it shows none of them

    readonly property int gap: Theme.s2
    readonly property int tall: Theme.px(54)
    readonly property int low: Theme.px(36)
    readonly property bool isTall: pods.count * tall <= height + gap
    readonly property int lines: Math.max(1, Math.floor((height + gap) / (isTall ? tall : low)))
    readonly property int columns: Math.max(1, Math.min(Math.ceil(pods.count / lines), Math.floor((width + gap) / Theme.px(128))))
    readonly property int shownCount: Math.min(pods.count, columns * lines)
    readonly property int cellWidth: Math.floor((width + gap) / columns)
    readonly property int cellHeight: isTall ? tall : low

    signal beyond(int dx, int dy) ///< the keyboard wants to go beyond the edge

    activeFocusOnTab: pods.count > 0
    Accessible.role: Accessible.List
    //: For screen readers: the Pods on a node. %n: how many.
    //% "%n Pod(s)"
    Accessible.name: qsTrId("pods.list", pods.count)
    Accessible.focusable: activeFocusOnTab
    Accessible.ignored: !enabled
    onEnabledChanged: isOver = isOver && !enabled
    onActiveFocusChanged: if (activeFocus)
        go(0)
    Keys.onLeftPressed: step(-1, 0)
    Keys.onRightPressed: step(1, 0)
    Keys.onUpPressed: step(0, -1)
    Keys.onDownPressed: step(0, 1)
    Keys.onReturnPressed: pick(currentIndex)
    Keys.onEnterPressed: pick(currentIndex)
    Keys.onSpacePressed: pick(currentIndex)
    Keys.onPressed: event => {
        if (event.key === Qt.Key_Home)
            go(-currentIndex);
        else if (event.key === Qt.Key_End)
            go(shownCount);
        else if (host.isMenuKey(event))
            openMenu(currentIndex, Theme.s5, Theme.s4);
        else
            return;
        event.accepted = true;
    }

    function step(dx: int, dy: int) {
        const next = currentIndex + dx + dy * columns;
        if (next < 0 || next >= shownCount)
            beyond(dx, dy);
        else
            go(next - currentIndex);
    }
    function go(by: int) {
        currentIndex = Math.max(0, Math.min(currentIndex + by, shownCount - 1));
        chips.itemAt(currentIndex)?.forceActiveFocus(Qt.TabFocusReason);
    }
    function pick(index: int) {
        host.pick("Pod", pods.nsAt(index), pods.nameAt(index));
    }
    function openMenu(index: int, x: real, y: real) {
        const chip = chips.itemAt(index);
        if (chip)
            host.openMenu(chip, x, y, "Pod", pods.nsAt(index), pods.nameAt(index));
    }
    /// Shows a Pod that is gone a little longer, on its way out.
    function seeOff(chip: PodChip) {
        if (Theme.slow > 0 && chip.visible && !isOver)
            leavers.createObject(root, {x: chip.x, y: chip.y, width: chip.width, height: chip.height, opacity: chip.opacity, uid: chip.uid, ns: chip.ns, name: chip.name, prefix: chip.prefix, suffix: chip.suffix, phase: chip.phase, phaseText: chip.phaseText, stateText: chip.stateText, ip: chip.ip, hits: chip.hits, rateText: chip.rateText, age: chip.age, detail: chip.detail, summary: chip.summary, mark: 0, isFound: chip.isFound, isTall: chip.isTall});
    }

    Connections {
        target: root.pods
        enabled: !root.enabled

        function onModelAboutToBeReset() {
            root.isOver = true;
        }
        function onRowsAboutToBeInserted() {
            root.isOver = true;
        }
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
        model: root.isOver ? null : root.pods
        onItemRemoved: (index, item) => root.seeOff(item as PodChip)

        PodChip {
            id: chip

            required property int index

            visible: index < root.shownCount
            x: (index % root.columns) * root.cellWidth
            y: Math.floor(index / root.columns) * root.cellHeight
            width: root.cellWidth - root.gap
            height: root.cellHeight - root.gap
            focusPolicy: Qt.NoFocus // the grid is what Tab stops at
            Accessible.ignored: !root.enabled
            isTall: root.isTall
            isCurrent: activeFocus
            onClicked: {
                root.currentIndex = index;
                forceActiveFocus(Qt.MouseFocusReason);
                root.pick(index);
            }
            Component.onCompleted: if (Theme.slow > 0)
                coming.start()

            MouseArea {
                anchors.fill: parent
                acceptedButtons: Qt.RightButton
                onClicked: event => root.openMenu(chip.index, event.x, event.y)
            }
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
    MorePill {
        count: root.pods.count - root.shownCount
    }
}
