// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Minato.Controls
import Minato.ViewModels

/// A group of Pods: a machine with what is asked of it, or a zone, a ReplicaSet, a version.
Rectangle {
    id: root

    required property Card card
    required property ClusterHost host
    property bool isCompact: false
    property bool areChips: true ///< else squares

    //: On a node card, short: no new Pods are placed there ("kubectl cordon").
    //% "Cordoned"
    readonly property string cordonedText: qsTrId("node.cordoned")
    readonly property string statusWord: card.isReady && !card.isSchedulable ? cordonedText : card.statusText
    readonly property string mark: !card.isReady ? "cross" : card.isSchedulable ? "check" : "pause"
    readonly property color stateInk: card.isReady && card.isSchedulable ? Theme.good : Theme.podEdge[card.isReady ? PodListModel.Pending : PodListModel.Failed]
    // The name comes first: where not all fits, the status is a mark, then the icon goes, then the mark of a machine that
    // is as it should be.
    readonly property bool hasRoomForMark: mark !== "check" || !isCompact || nameText.shortWidth + Theme.px(28) <= heading.width
    readonly property bool hasRoomForWord: !isCompact && icon.width + nameText.wholeWidth + wordMetrics.advanceWidth + Theme.px(30) <= heading.width
    readonly property bool hasRoomForIcon: icon.width + nameText.wholeWidth + Theme.px(34) <= heading.width
    readonly property bool hasMeters: card.isNode && !isCompact
    readonly property int chipColumns: Math.max(1, Math.floor((width - Theme.px(16)) / Theme.px(128)))
    readonly property int chipsHeight: areChips ? Math.ceil(card.pods.count / chipColumns) * Theme.px(36) : 0
    readonly property Item podsItem: (areChips ? chips.item : squares.item) as Item
    readonly property string hint: [card.title, card.statusText, card.note, card.troubleText].filter(line => line !== "").join("\n")

    signal beyond(int dx, int dy)

    function focusPods() {
        if (card.pods.count > 0 && podsItem)
            podsItem.forceActiveFocus(Qt.TabFocusReason);
        else
            heading.forceActiveFocus(Qt.TabFocusReason);
    }
    function showPod(row: int) {
        const grid = podsItem as PodGrid, field = podsItem as PodFieldView;
        if (row >= 0 && grid)
            grid.currentIndex = row;
        if (row >= 0 && field)
            field.currentIndex = row;
    }
    function openMenu(x: real, y: real) {
        host.openMenu(heading, x, y, card.kind, card.ns, card.title);
    }

    radius: Theme.px(8)
    color: Theme.sunken
    border.width: card.mark > 0 ? Theme.px(2) : card.isReady ? 1 : Theme.px(1.5)
    border.color: card.mark > 0 ? Theme.accent : card.isReady ? Theme.line : Theme.podEdge[PodListModel.Failed]
    Accessible.role: Accessible.Grouping
    Accessible.name: card.summary

    TextMetrics {
        id: wordMetrics
        text: root.statusWord
        font.family: nameText.font.family
        font.pixelSize: Theme.px(11.5)
        font.weight: Font.Medium
    }
    MouseArea {
        anchors.fill: parent
        acceptedButtons: Qt.LeftButton | Qt.RightButton
        onClicked: event => {
            if (event.button === Qt.RightButton)
                root.host.openMenu(root, event.x, event.y, root.card.kind, root.card.ns, root.card.title);
            else
                root.host.pick(root.card.kind, root.card.ns, root.card.title);
        }
    }
    AbstractButton {
        id: heading
        x: root.isCompact ? Theme.s2 : Theme.s3
        y: root.isCompact ? Theme.px(6) : Theme.px(10)
        width: parent.width - 2 * x
        height: Theme.px(22)
        padding: 0
        activeFocusOnTab: root.card.kind !== ""
        focusPolicy: Qt.TabFocus
        Accessible.name: root.card.kind === "" ? root.card.title : root.card.kind + " " + root.card.title
        Accessible.description: root.hint
        onClicked: root.host.pick(root.card.kind, root.card.ns, root.card.title)
        Keys.onReturnPressed: click()
        Keys.onEnterPressed: click()
        Keys.onPressed: event => {
            if (!root.host.isMenuKey(event))
                return;
            event.accepted = true;
            root.openMenu(Theme.s5, height);
        }

        HintBubble {
            text: root.hint
            isWanted: heading.hovered || heading.visualFocus
        }
        background: Item {
            FocusRing {
                isShown: heading.visualFocus
                gap: 1
            }
        }
        contentItem: Item {
            Icon {
                id: icon
                visible: root.hasRoomForIcon
                anchors.verticalCenter: parent.verticalCenter
                name: root.card.isNode ? "node" : "layers"
                color: Theme.textSoft
            }
            CardName {
                id: nameText
                anchors {
                    left: root.hasRoomForIcon ? icon.right : parent.left
                    leftMargin: root.hasRoomForIcon ? Theme.px(6) : 0
                    right: root.hasRoomForMark ? pill.left : parent.right
                    rightMargin: root.hasRoomForMark ? Theme.px(6) : 0
                    verticalCenter: parent.verticalCenter
                }
                card: root.card
                font.pixelSize: root.isCompact ? Theme.textCaption : Theme.textBody
            }
            StatusPill {
                id: pill
                visible: root.hasRoomForMark
                anchors {
                    right: parent.right
                    verticalCenter: parent.verticalCenter
                }
                text: !root.card.isNode ? root.card.readyPods + " / " + root.card.pods.count : root.hasRoomForWord ? root.statusWord : ""
                glyph: text !== "" ? "" : root.mark
                ink: root.stateInk
                ground: root.card.isReady && root.card.isSchedulable ? Theme.goodSoft : Theme.podSoft[root.card.isReady ? PodListModel.Pending : PodListModel.Failed]
            }
        }
    }
    UsageMeter {
        id: cpuMeter
        visible: root.hasMeters
        x: Theme.s3
        y: Theme.px(40)
        width: Math.floor((parent.width - 2 * x - Theme.s3) / 2)
        title: "CPU"
        use: root.card.cpu
    }
    UsageMeter {
        visible: root.hasMeters
        x: cpuMeter.x + cpuMeter.width + Theme.s3
        y: cpuMeter.y
        width: cpuMeter.width
        //: A node's memory. Short.
        //% "Mem"
        title: qsTrId("node.memory")
        use: root.card.memory
    }
    Text {
        id: noteText
        visible: text !== "" && !root.isCompact
        x: Theme.s3
        y: Theme.px(34)
        width: parent.width - 2 * x
        text: root.card.note
        elide: Text.ElideRight
        color: Theme.textSoft
        font.pixelSize: Theme.px(11)
    }
    Item {
        id: pods
        x: heading.x
        y: root.hasMeters ? Theme.px(76) : root.isCompact ? Theme.px(32) : noteText.visible ? Theme.px(56) : Theme.px(40)
        width: parent.width - 2 * x
        height: (free.visible ? free.y : parent.height - Theme.s1) - y - Theme.s1

        LevelLoader {
            id: squares
            anchors.fill: parent
            isWanted: !root.areChips
            onFocusLost: Qt.callLater(root.focusPods)
            sourceComponent: PodFieldView {
                pods: root.card.pods
                host: root.host
                onBeyond: (dx, dy) => root.beyond(dx, dy)
            }
        }
        LevelLoader {
            id: chips
            anchors.fill: parent
            isWanted: root.areChips
            onFocusLost: Qt.callLater(root.focusPods)
            sourceComponent: PodGrid {
                pods: root.card.pods
                host: root.host
                onBeyond: (dx, dy) => root.beyond(dx, dy)
            }
        }
    }
    Text {
        visible: opacity > 0 && !root.isCompact
        opacity: root.card.pods.count === 0 ? 1 : 0
        anchors.centerIn: pods
        width: pods.width
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
    Text {
        id: free
        visible: root.hasMeters && root.height > Theme.px(190) && root.chipsHeight <= root.height - Theme.px(108)
        x: Theme.s3
        y: parent.height - height - Theme.s2
        width: parent.width - 2 * x
        text: root.card.freeText
        wrapMode: Text.Wrap // on narrow cards in languages with long words
        maximumLineCount: 2
        elide: Text.ElideRight
        horizontalAlignment: Text.AlignHCenter
        color: Theme.textSoft
        font.pixelSize: Theme.px(11)
    }
}
