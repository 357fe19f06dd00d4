// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Minato.Controls
import Minato.ViewModels

/// Below the cards: the control plane, and what the marks mean.
Item {
    id: root

    required property ClusterModel cluster
    property bool hasLegend: true
    readonly property bool showsLegend: hasLegend && legend.implicitWidth <= width

    readonly property string name: cluster.controlPlane
    //: Below the node cards. %1: name of the control plane's node, %2: its status ("Ready").
    //% "Control plane: %1 · %2 (runs no application Pods)"
    readonly property string sentence: qsTrId("cluster.control-plane").arg(name).arg(cluster.controlPlaneStatus)
    readonly property real room: width - (legend.visible ? legend.width + Theme.s3 : 0)
    readonly property string shortText: name + " · " + cluster.controlPlaneStatus

    implicitHeight: Theme.px(26)

    TextMetrics {
        id: sentenceMetrics
        text: root.sentence
        font.pixelSize: Theme.textCaption
    }
    TextMetrics {
        id: shortMetrics
        text: root.shortText
        font.pixelSize: Theme.textCaption
    }
    Item {
        visible: root.name !== "" && root.room > Theme.px(30)
        width: Math.max(0, root.room)
        height: parent.height
        Accessible.role: Accessible.StaticText
        Accessible.name: root.sentence

        Icon {
            id: icon
            anchors.verticalCenter: parent.verticalCenter
            name: "node"
            color: Theme.textSoft
            size: Theme.px(14)
        }
        Text {
            x: icon.width + Theme.px(6)
            anchors.verticalCenter: parent.verticalCenter
            text: sentenceMetrics.advanceWidth + x + 1 <= parent.width ? root.sentence : shortMetrics.advanceWidth + x + 1 <= parent.width ? root.shortText : ""
            color: Theme.textSoft
            font.pixelSize: Theme.textCaption
        }
        HoverHandler {
            id: hover
        }
        HintBubble {
            text: root.sentence
            isWanted: hover.hovered
        }
    }
    Legend {
        id: legend
        visible: root.showsLegend
        anchors {
            right: parent.right
            verticalCenter: parent.verticalCenter
        }
        words: root.cluster.phaseWords
    }
}
