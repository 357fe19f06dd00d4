// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Minato.Controls
import Minato.ViewModels

/// The Pods of a card as squares. One stop for Tab; arrows go from Pod to Pod; one tool tip for all.
FocusScope {
    id: root

    required property PodListModel pods
    required property ClusterHost host
    property alias currentIndex: field.currentIndex

    readonly property int told: mouse.containsMouse && mouse.row >= 0 ? mouse.row : field.activeFocus ? field.currentIndex : -1

    signal beyond(int dx, int dy)

    function step(dx: int, dy: int) {
        const next = field.currentIndex + dx + dy * field.columns;
        if (next < 0 || next >= field.shownCount)
            beyond(dx, dy);
        else
            field.currentIndex = next;
    }
    function pick(row: int) {
        host.pick("Pod", pods.nsAt(row), pods.nameAt(row));
    }
    function openMenu(row: int) {
        const place = field.placeOf(row);
        host.openMenu(field, place.x + place.width, place.y + place.height, "Pod", pods.nsAt(row), pods.nameAt(row));
    }

    PodField {
        id: field
        anchors.fill: parent
        focus: true
        activeFocusOnTab: root.pods.count > 0
        pods: root.pods
        look: root.host.look
        largestSquare: Theme.px(24)
        smallestSquare: Theme.px(8)
        isMoving: Theme.slow > 0
        summary: qsTrId("pods.list", root.pods.count)
        Accessible.role: Accessible.List
        Accessible.name: summary
        onPicked: row => root.pick(row)
        onActiveFocusChanged: if (activeFocus)
            currentIndex = currentIndex
        Keys.onLeftPressed: root.step(-1, 0)
        Keys.onRightPressed: root.step(1, 0)
        Keys.onUpPressed: root.step(0, -1)
        Keys.onDownPressed: root.step(0, 1)
        Keys.onReturnPressed: root.pick(currentIndex)
        Keys.onEnterPressed: root.pick(currentIndex)
        Keys.onSpacePressed: root.pick(currentIndex)
        Keys.onPressed: event => {
            if (event.key === Qt.Key_Home)
                currentIndex = 0;
            else if (event.key === Qt.Key_End)
                currentIndex = shownCount - 1;
            else if (root.host.isMenuKey(event))
                root.openMenu(currentIndex);
            else
                return;
            event.accepted = true;
        }
    }
    MouseArea {
        id: mouse

        property int row: -1

        anchors.fill: field
        hoverEnabled: true
        acceptedButtons: Qt.LeftButton | Qt.RightButton
        onPositionChanged: event => row = field.rowAt(event.x, event.y)
        onClicked: event => {
            const hit = field.rowAt(event.x, event.y);
            if (hit < 0)
                return;
            field.currentIndex = hit;
            field.forceActiveFocus(Qt.MouseFocusReason);
            if (event.button === Qt.RightButton)
                root.openMenu(hit);
            else
                root.pick(hit);
        }
    }
    Item {
        id: spot

        readonly property rect place: field.square > 0 && field.columns > 0 ? field.placeOf(root.told) : Qt.rect(0, 0, 0, 0)

        x: place.x
        y: place.y
        width: place.width
        height: place.height

        FocusRing {
            isShown: field.activeFocus && root.told === field.currentIndex
            gap: 0
            radius: Theme.px(5)
        }
        HintBubble {
            text: root.pods.detailAt(root.told)
            isWanted: root.told >= 0
        }
    }
    MorePill {
        count: root.pods.count - field.shownCount
    }
}
