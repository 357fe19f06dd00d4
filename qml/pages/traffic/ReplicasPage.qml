// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Minato.Charts
import Minato.Controls
import Minato.Pages
import Minato.ViewModels

/// How the number of replicas came about: wanted, existing, ready and available, with what was done and what happened.
Panel {
    id: root

    required property SeriesModel series

    //: Heading of the replicas chart.
    //% "Replicas"
    title: qsTrId("series.title")
    glyph: "clock"

    ChartHead {
        id: head
        x: Theme.s3
        y: Theme.s1
        width: parent.width - 2 * Theme.s3
        title: qsTrId("chart.replicas.name")
        files: root.series.files
        chart: "replicas"
        ink: ink
    }
    Flow {
        id: keys
        x: Theme.s3
        y: head.y + head.height + Theme.s1
        width: parent.width - 2 * Theme.s3
        spacing: Theme.s2

        SeriesKey {
            tone: Theme.text
            isDashed: true
            //: Key of the replicas chart. %1: how many Pods are wanted.
            //% "Wanted %1"
            text: qsTrId("series.desired").arg(root.series.desired)
        }
        SeriesKey {
            tone: Theme.accent
            isDashed: true
            //: Key of the replicas chart. %1: how many Pods there are, ready or not.
            //% "Exist %1"
            text: qsTrId("series.existing").arg(root.series.existing)
        }
        SeriesKey {
            tone: Theme.good
            //: Key of the replicas chart. %1: how many Pods are ready.
            //% "Ready %1"
            text: qsTrId("series.ready").arg(root.series.ready)
        }
        SeriesKey {
            tone: Theme.podFill[1]
            //: Key of the replicas chart. %1: how many Pods are available, that is ready for long enough.
            //% "Available %1"
            text: qsTrId("series.available").arg(root.series.available)
        }
    }
    ReplicasChart {
        visible: !head.isTable
        anchors {
            fill: parent
            topMargin: keys.y + keys.height + Theme.s1
            leftMargin: Theme.s2
            rightMargin: Theme.s2
            bottomMargin: Theme.s2
        }
        series: root.series
    }
    ListView {
        id: table
        visible: head.isTable
        anchors {
            fill: parent
            topMargin: keys.y + keys.height + Theme.s1
            leftMargin: Theme.s3
            rightMargin: Theme.s3
            bottomMargin: Theme.s2
        }
        model: visible ? root.series.timeline : null
        cacheBuffer: 0
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        activeFocusOnTab: visible
        keyNavigationEnabled: true
        Accessible.role: Accessible.Table
        Accessible.name: root.series.description
        ScrollBar.vertical: SlimScrollBar {}

        delegate: RowOfTable {
            required property string clock
            required property int kind
            required property string rowText
            required property string detail

            first: clock
            third: rowText
            name: detail
            glyph: kind === TimelineModel.Command ? "flag" : kind === TimelineModel.Warning ? "warning" : kind === TimelineModel.Event ? "circle" : ""
        }
        FocusRing {
            parent: table // not what scrolls in it
            isShown: table.activeFocus
            gap: -2
        }
    }
    ThemeInk {
        id: ink
    }
}
