// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Minato.Controls
import Minato.ViewModels

/// The cluster's part of the window. The legend stands above, below, or is one button where it has no room.
Panel {
    id: root

    required property ClusterModel cluster
    required property ActionsModel actions
    required property SelectionModel selection
    required property ScaleModel wish

    //: Heading of the picture of the cluster.
    //% "Cluster"
    title: qsTrId("cluster.title")
    glyph: "anchor"

    trailing: Row {
        height: parent?.height ?? 0
        spacing: Theme.s2

        Legend {
            id: legend
            anchors.verticalCenter: parent.verticalCenter
            visible: !root.isTabbed && implicitWidth < root.width - root.menuRoom - Theme.px(360)
            words: root.cluster.phaseWords
        }
        LegendButton {
            anchors.verticalCenter: parent.verticalCenter
            visible: !legend.visible && !picture.showsLegend
            words: root.cluster.phaseWords
        }
        ClusterToolbar {
            anchors.verticalCenter: parent.verticalCenter
            cluster: root.cluster
            view: picture
        }
    }

    function takeFocus() {
        picture.focusCards();
    }

    ClusterHost {
        id: shared
        selection: root.selection
        actions: root.actions
        menu: objectMenu
    }
    ObjectMenu {
        id: objectMenu
        parent: Overlay.overlay
        actions: root.actions
    }
    ClusterView {
        id: picture
        anchors {
            fill: parent
            leftMargin: Theme.s4
            rightMargin: Theme.s4
            topMargin: Theme.px(2)
            bottomMargin: Theme.s2
        }
        cluster: root.cluster
        host: shared
        wish: root.wish
        hasLegend: !legend.visible
    }
}
