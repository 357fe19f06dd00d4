// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtCharts
import Minato.Controls
import Minato.ViewModels

/// Wanted, existing, ready and available replicas over the cluster's time, as steps, with marks of what was done
/// and what happened.
Item {
    id: root

    required property SeriesModel series
    readonly property real from: Math.max(0, series.from)
    readonly property real to: Math.max(from + 1, series.to)

    Accessible.role: Accessible.Chart
    //: Name of the replicas chart, for screen readers.
    //% "Replicas over time"
    Accessible.name: qsTrId("chart.replicas.name")
    Accessible.description: root.series.description

    ChartSkin {
        id: chart
        anchors.fill: parent
        anchors.margins: -Theme.px(6)
        anchors.topMargin: Theme.px(4)
        anchors.bottomMargin: Theme.px(10)
        anchors.rightMargin: Theme.px(2)

        ValueAxis {
            id: countAxis
            min: 0
            max: root.series.axisMaximum
            tickCount: root.series.axisTicks
            labelFormat: "%d"
            truncateLabels: false
            lineVisible: false
            color: Theme.line
            gridLineColor: Theme.line
            labelsColor: Theme.textSoft
            labelsFont: Qt.font({family: Theme.sans, pixelSize: Theme.px(11)})
        }
        ValueAxis {
            id: timeAxis
            min: root.from
            max: root.to
            tickCount: 5
            gridVisible: false
            labelsVisible: false
            color: Theme.lineStrong
        }
        LineSeries {
            id: existing
            axisX: timeAxis
            axisY: countAxis
            color: Theme.accent
            width: Theme.px(1.5)
            style: Qt.DotLine
        }
        LineSeries {
            id: available
            axisX: timeAxis
            axisY: countAxis
            color: Theme.podFill[1]
            width: Theme.px(5)
        }
        LineSeries {
            id: ready
            axisX: timeAxis
            axisY: countAxis
            color: Theme.good
            width: Theme.px(2)
        }
        LineSeries {
            id: wanted
            axisX: timeAxis
            axisY: countAxis
            color: Theme.text
            width: Theme.px(1.5)
            style: Qt.DashLine
        }
    }
    VXYModelMapper {
        model: root.series
        series: existing
        xColumn: 0
        yColumn: 3
    }
    VXYModelMapper {
        model: root.series
        series: available
        xColumn: 0
        yColumn: 4
    }
    VXYModelMapper {
        model: root.series
        series: wanted
        xColumn: 0
        yColumn: 1
    }
    VXYModelMapper {
        model: root.series
        series: ready
        xColumn: 0
        yColumn: 2
    }

    MarkStrip {
        series: root.series
        from: root.from
        to: root.to
        x: Math.round(chart.x + chart.plotArea.x)
        y: 0
        width: Math.round(chart.plotArea.width)
        height: Math.round(chart.y + chart.plotArea.y + chart.plotArea.height)
    }
    Text {
        x: chart.x + chart.plotArea.x
        y: chart.y + chart.plotArea.y + chart.plotArea.height + Theme.px(6)
        text: root.series.fromText
        visible: root.series.to > 0
        color: Theme.textSoft
        font.pixelSize: Theme.px(11)
    }
    Text {
        x: chart.x + chart.plotArea.x + chart.plotArea.width - width
        y: chart.y + chart.plotArea.y + chart.plotArea.height + Theme.px(6)
        text: root.series.toText
        color: Theme.textSoft
        font.pixelSize: Theme.px(11)
    }
}
