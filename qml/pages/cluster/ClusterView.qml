// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Minato.Controls
import Minato.ViewModels

/// The cluster from above: what directs (Deployment, Service, queue), what runs (nodes with Pods), and the
/// requests between them.
Item {
    id: root

    required property ClusterModel cluster

    clip: height < Theme.px(260)

    readonly property int gap: Theme.s3
    readonly property int nodeCount: cluster.nodes.count
    readonly property int columns: Math.max(1, Math.min(nodeCount, Math.floor((width + gap) / (Theme.px(150) + gap))))
    readonly property int rowCount: Math.ceil(nodeCount / columns)
    readonly property int cardWidth: Math.floor((width - gap * (columns - 1)) / columns)
    readonly property int below: height - top.height - (controlPlane.visible ? controlPlane.height + Theme.px(6) : 0)
    readonly property int drop: Math.round(Math.max(Theme.px(30), Math.min(Theme.px(72), below * 0.11)))
    readonly property int cardHeight: Math.max(Theme.px(130), Math.floor((below - drop - gap * (rowCount - 1)) / Math.max(1, rowCount)))
    readonly property real serviceX: Math.round(service.x + service.width / 2)

    function nodeX(row: int): real {
        return Math.round((row % columns) * (cardWidth + gap) + cardWidth / 2);
    }

    Item {
        id: top
        width: parent.width
        height: service.implicitHeight

        readonly property int cardWidth: Math.floor((width - 2 * root.gap) / 3)

        ObjectCard {
            id: deployment
            width: top.cardWidth
            kind: "Deployment"
            glyph: "layers"
            name: root.cluster.deployment.exists ? root.cluster.deployment.name : "–"
            badge: root.cluster.deployment.exists ? root.cluster.deployment.readyText : ""
            tone: root.cluster.deployment.ready >= root.cluster.deployment.desired ? Theme.good : Theme.accent
            Accessible.name: root.cluster.deployment.summary

            Meter {
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width
                value: root.cluster.deployment.progress
                fill: deployment.tone
            }
        }
        ObjectCard {
            id: service
            x: deployment.width + root.gap
            width: parent.width - 2 * (top.cardWidth + root.gap)
            kind: "Service"
            glyph: "service"
            name: root.cluster.service.exists ? root.cluster.service.name : "–"
            line: root.cluster.service.exists ? root.cluster.service.entryText + " · " + root.cluster.service.addressText : ""
            shortLine: root.cluster.service.entryText
            isStrong: true
            Accessible.name: root.cluster.service.summary
        }
        QueueCard {
            x: parent.width - width
            width: top.cardWidth
            queue: root.cluster.queue
            text: root.cluster.queueText
        }
    }
    Repeater {
        model: root.cluster.nodes

        Wire {
            required property int index
            required property int readyPods

            visible: index < root.columns && root.cluster.service.exists
            y: top.height
            width: root.width
            height: root.drop
            drop: root.drop
            fromX: root.serviceX
            toX: root.nodeX(index)
            isLive: readyPods > 0
            z: isLive ? 1 : 0
        }
    }
    Flickable {
        id: nodes
        y: top.height + root.drop
        width: parent.width
        height: Math.max(0, root.below - root.drop)
        contentHeight: root.rowCount * (root.cardHeight + root.gap) - root.gap
        boundsBehavior: Flickable.StopAtBounds
        interactive: contentHeight > height
        clip: interactive

        ScrollBar.vertical: SlimScrollBar {}

        Repeater {
            model: root.cluster.nodes

            NodeCard {
                required property int index

                x: (index % root.columns) * (root.cardWidth + root.gap)
                y: Math.floor(index / root.columns) * (root.cardHeight + root.gap)
                width: index % root.columns === root.columns - 1 ? root.width - x : root.cardWidth
                height: root.cardHeight
            }
        }
    }
    Item {
        id: controlPlane
        visible: root.cluster.controlPlane !== "" && root.height > Theme.px(330)
        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.px(26)
        Accessible.role: Accessible.StaticText
        Accessible.name: controlPlaneText.text

        Icon {
            id: controlPlaneIcon
            anchors.verticalCenter: parent.verticalCenter
            name: "node"
            color: Theme.textSoft
            size: Theme.px(14)
        }
        Text {
            id: controlPlaneText
            anchors {
                left: controlPlaneIcon.right
                leftMargin: Theme.px(6)
                right: parent.right
                verticalCenter: parent.verticalCenter
            }
            //: Below the node cards. %1: name of the control plane's node, %2: its status ("Ready").
            //% "Control plane: %1 · %2 (runs no application Pods)"
            text: qsTrId("cluster.control-plane").arg(root.cluster.controlPlane).arg(root.cluster.controlPlaneStatus)
            elide: Text.ElideRight
            color: Theme.textSoft
            font.pixelSize: Theme.textCaption
        }
    }
    Item {
        y: top.height
        width: parent.width
        height: root.drop

        Repeater {
            model: root.cluster.flow

            RequestDot {
                fromX: root.serviceX
                toX: root.nodeX(Math.max(0, nodeRow))
                drop: root.drop
            }
        }
    }
}
