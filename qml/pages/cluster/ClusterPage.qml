// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Minato.Controls
import Minato.ViewModels

/// The cluster's part of the window. Compact: charts and legend become tabs of it.
Panel {
    id: root

    required property ClusterModel cluster
    required property TrafficModel traffic ///< for the charts
    required property SeriesModel series
    property bool isCompact: false

    //: Heading of the picture of the cluster.
    //% "Cluster"
    readonly property string heading: qsTrId("cluster.title")
    //: Tab of the cluster's part of the window.
    //% "Charts"
    readonly property string chartsText: qsTrId("cluster.charts")
    //: Tab of the cluster's part of the window: what the marks mean.
    //% "Legend"
    readonly property string legendText: qsTrId("cluster.legend")

    title: heading
    hasHeader: !isCompact
    glyph: "anchor"

    trailing: Legend {
        anchors.verticalCenter: parent?.verticalCenter
        visible: !root.isCompact
        words: root.cluster.phaseWords
    }

    TabBar {
        id: tabs
        visible: root.isCompact
        x: Theme.s1
        height: root.isCompact ? Theme.px(44) : 0
        background: Item {}

        PaneTab {
            text: root.heading
            glyph: "anchor"
        }
        PaneTab {
            text: root.chartsText
            glyph: "chart"
        }
        PaneTab {
            text: root.legendText
            glyph: "menu"
        }
    }
    ClusterView {
        visible: !root.isCompact || tabs.currentIndex === 0
        anchors {
            fill: parent
            leftMargin: Theme.s4
            rightMargin: Theme.s4
            topMargin: root.isCompact ? tabs.height + Theme.s2 : Theme.px(2)
            bottomMargin: Theme.s2
        }
        cluster: root.cluster
    }
    ChartsLoader {
        isWanted: root.isCompact && tabs.currentIndex === 1
        traffic: root.traffic
        series: root.series
        isWide: true
        anchors {
            fill: parent
            margins: Theme.s2
            topMargin: tabs.height
        }
    }
    Flow {
        visible: root.isCompact && tabs.currentIndex === 2
        anchors {
            fill: parent
            margins: Theme.s5
            topMargin: tabs.height + Theme.s5
        }

        Legend {
            words: root.cluster.phaseWords
        }
    }
}
