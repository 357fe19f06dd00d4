// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Minato.Controls
import Minato.ViewModels

/// The cluster's part of the window. The legend is one button where it has no room.
Panel {
    id: root

    required property ClusterModel cluster

    //: Heading of the picture of the cluster.
    //% "Cluster"
    title: qsTrId("cluster.title")
    glyph: "anchor"

    trailing: Row {
        height: parent?.height ?? 0

        Legend {
            id: legend
            anchors.verticalCenter: parent.verticalCenter
            visible: !root.isTabbed && implicitWidth < root.width - root.menuRoom - Theme.px(190)
            words: root.cluster.phaseWords
        }
        LegendButton {
            anchors.verticalCenter: parent.verticalCenter
            visible: !legend.visible
            words: root.cluster.phaseWords
        }
    }

    ClusterView {
        anchors {
            fill: parent
            leftMargin: Theme.s4
            rightMargin: Theme.s4
            topMargin: Theme.px(2)
            bottomMargin: Theme.s2
        }
        cluster: root.cluster
    }
}
