// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Minato.Controls
import Minato.ViewModels

/// A machine with what is asked of it and the Pods that run on it.
Rectangle {
    id: root

    required property string name
    required property string statusText
    required property bool isReady
    required property bool isSchedulable
    required property real cpu
    required property real memory
    required property string cpuText
    required property string memoryText
    required property string summary
    required property string freeText
    required property PodListModel pods

    //: On a node card, short: no new Pods are placed there ("kubectl cordon").
    //% "Cordoned"
    readonly property string cordonedText: qsTrId("node.cordoned")
    readonly property string statusWord: isReady && !isSchedulable ? cordonedText : statusText
    readonly property string mark: !isReady ? "cross" : isSchedulable ? "check" : "pause"
    // The name comes first: where not all fits, the status is a mark, then the icon goes.
    readonly property bool hasRoomForWord: icon.width + nameMetrics.advanceWidth + wordMetrics.advanceWidth + Theme.px(30) <= heading.width
    readonly property bool hasRoomForIcon: icon.width + nameMetrics.advanceWidth + Theme.px(34) <= heading.width

    radius: Theme.px(8)
    color: Theme.sunken
    border.width: isReady ? 1 : Theme.px(1.5)
    border.color: isReady ? Theme.line : Theme.podEdge[PodListModel.Failed]
    Accessible.role: Accessible.Grouping
    Accessible.name: summary

    TextMetrics {
        id: nameMetrics
        text: root.name
        font: nameText.font
    }
    TextMetrics {
        id: wordMetrics
        text: root.statusWord
        font.family: nameText.font.family
        font.pixelSize: Theme.px(11.5)
        font.weight: Font.Medium
    }
    Item {
        id: heading
        x: Theme.s3
        y: Theme.px(10)
        width: parent.width - 2 * x
        height: Theme.px(22)

        Icon {
            id: icon
            visible: root.hasRoomForIcon
            anchors.verticalCenter: parent.verticalCenter
            name: "node"
            color: Theme.textSoft
        }
        Text {
            id: nameText
            anchors {
                left: root.hasRoomForIcon ? icon.right : parent.left
                leftMargin: root.hasRoomForIcon ? Theme.px(6) : 0
                right: pill.left
                rightMargin: Theme.px(6)
                verticalCenter: parent.verticalCenter
            }
            text: root.name
            elide: Text.ElideMiddle
            color: Theme.text
            font.pixelSize: Theme.textBody
            font.weight: Font.DemiBold
        }
        HoverHandler {
            id: hover
        }
        HintBubble {
            text: root.name + "\n" + root.statusText
            isWanted: hover.hovered
        }
        StatusPill {
            id: pill
            anchors {
                right: parent.right
                verticalCenter: parent.verticalCenter
            }
            text: root.hasRoomForWord ? root.statusWord : ""
            glyph: text !== "" ? "" : root.mark
            ink: root.isReady && root.isSchedulable ? Theme.good : Theme.podEdge[root.isReady ? PodListModel.Pending : PodListModel.Failed]
            ground: root.isReady && root.isSchedulable ? Theme.goodSoft : Theme.podSoft[root.isReady ? PodListModel.Pending : PodListModel.Failed]
        }
    }
    UsageMeter {
        id: cpuMeter
        x: Theme.s3
        y: Theme.px(40)
        width: Math.floor((parent.width - 2 * x - Theme.s3) / 2)
        title: "CPU"
        amount: root.cpuText
        value: root.cpu
    }
    UsageMeter {
        x: cpuMeter.x + cpuMeter.width + Theme.s3
        y: cpuMeter.y
        width: cpuMeter.width
        //: A node's memory. Short.
        //% "Mem"
        title: qsTrId("node.memory")
        amount: root.memoryText
        value: root.memory
    }
    PodGrid {
        x: Theme.s3
        y: Theme.px(76)
        width: parent.width - 2 * x
        height: (free.visible ? free.y : parent.height - Theme.s1) - y - Theme.s1
        pods: root.pods
    }
    Text {
        id: free
        visible: root.height > Theme.px(190)
        x: Theme.s3
        y: parent.height - height - Theme.s2
        width: parent.width - 2 * x
        text: root.freeText
        elide: Text.ElideRight
        horizontalAlignment: Text.AlignHCenter
        color: Theme.textSoft
        font.pixelSize: Theme.px(11)
    }
}
