// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Minato.Controls
import Minato.ViewModels

/// Pods that have no node yet, as marks, with the scheduler's reason in words; a click away as it was said.
ObjectCard {
    id: root

    required property QueueModel queue
    property bool isTight: false

    //: Heading of the card with the Pods that the scheduler has not placed.
    //% "Unscheduled"
    kind: qsTrId("queue.title")
    glyph: "queue"
    name: queue.text
    isSentence: true
    tone: queue.count > 0 ? Theme.podEdge[PodListModel.Pending] : Theme.textSoft
    badge: queue.count > 0 ? queue.count : ""
    summary: kind + ": " + queue.text + (badge === "" ? "" : " (" + badge + ")")

    readonly property int markSize: Theme.px(19)
    readonly property int markPitch: markSize + Theme.px(4)

    function explain(row: int) {
        raw.row = row;
        raw.open();
    }

    ListView {
        id: marks
        width: Math.floor((parent.width + Theme.px(4)) / root.markPitch) * root.markPitch - Theme.px(4) // no half marks
        height: root.markSize
        orientation: ListView.Horizontal
        interactive: false
        cacheBuffer: 0 // marks ahead are made later, and asked for in vain when the queue is gone by then
        spacing: Theme.px(4)
        clip: true
        model: root.queue
        activeFocusOnTab: count > 0
        onActiveFocusChanged: if (activeFocus)
            currentIndex = Math.max(0, currentIndex)
        Accessible.role: Accessible.List
        Accessible.name: root.kind
        Keys.onReturnPressed: root.explain(currentIndex)
        Keys.onEnterPressed: root.explain(currentIndex)
        Keys.onSpacePressed: root.explain(currentIndex)
        Keys.onPressed: event => {
            if (!root.host.isMenuKey(event))
                return;
            event.accepted = true;
            root.host.openMenu(marks, 0, height, "Pod", root.queue.nsAt(currentIndex), root.queue.nameAt(currentIndex));
        }

        delegate: StateBadge {
            id: badge

            required property int index
            required property string detail
            required property int mark
            required property bool isFound

            size: root.markSize
            opacity: isFound ? 1 : 0.3
            Accessible.ignored: false
            Accessible.role: Accessible.ListItem
            Accessible.name: badge.detail
            Component.onCompleted: if (Theme.slow > 0)
                coming.start()

            NumberAnimation {
                id: coming
                target: badge
                property: "scale"
                from: 0
                to: 1
                duration: Theme.slow
                easing.type: Easing.OutBack
            }
            HoverHandler {
                id: hover
            }
            MouseArea {
                anchors.fill: parent
                acceptedButtons: Qt.LeftButton | Qt.RightButton
                onClicked: event => {
                    if (event.button === Qt.RightButton) {
                        root.host.openMenu(badge, 0, badge.height, "Pod", root.queue.nsAt(badge.index), root.queue.nameAt(badge.index));
                    } else {
                        root.host.pick("Pod", root.queue.nsAt(badge.index), root.queue.nameAt(badge.index));
                        root.explain(badge.index);
                    }
                }
            }
            HintBubble {
                text: badge.detail
                isWanted: hover.hovered || badge.activeFocus
            }
            FocusRing {
                isShown: badge.activeFocus
                gap: -2
            }
            Rectangle {
                visible: badge.mark > 0
                anchors.fill: parent
                color: "transparent"
                radius: badge.radius
                border.width: Theme.px(2)
                border.color: Theme.accent
            }
        }
    }
    ActionButton {
        visible: root.queue.rawText !== "" && !root.isTight
        y: root.markSize + Theme.px(3)
        implicitHeight: Theme.px(24)
        look: ActionButton.Look.Quiet
        room: 0
        //: Button on the card of Pods that wait for a node: shows the scheduler's own words.
        //% "What the scheduler said"
        text: qsTrId("queue.raw")
        onClicked: root.explain(0)
    }
    Popup {
        id: raw

        property int row: -1 ///< while it is open: what is read of a row is read anew each time

        y: parent.height + Theme.s2
        x: parent.width - width
        width: Theme.px(360)
        padding: Theme.s3
        focus: true
        onClosed: row = -1

        background: Rectangle {
            color: Theme.raised
            radius: Theme.radius
            border.width: 1
            border.color: Theme.lineStrong
        }
        contentItem: Column {
            spacing: Theme.s2

            Text {
                width: parent.width
                text: root.queue.reasonAt(raw.row)
                wrapMode: Text.Wrap
                color: Theme.text
                font.pixelSize: Theme.textUi
                font.weight: Font.DemiBold
            }
            Text {
                width: parent.width
                text: root.queue.nameAt(raw.row)
                wrapMode: Text.WrapAnywhere
                color: Theme.textSoft
                font.family: Theme.mono
                font.pixelSize: Theme.px(11)
            }
            Text {
                width: parent.width
                text: root.queue.rawReasonAt(raw.row)
                textFormat: Text.PlainText
                wrapMode: Text.Wrap
                color: Theme.text
                font.family: Theme.mono
                font.pixelSize: Theme.textCaption
                Accessible.role: Accessible.StaticText
                Accessible.name: text
            }
        }
    }
}
