// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtCharts
import Minato.Controls
import Minato.ViewModels

/// Wanted and ready replicas over the cluster's time, as steps.
Item {
    id: root

    required property SeriesModel series

    Accessible.role: Accessible.Chart
    //: Name of the replicas chart, for screen readers.
    //% "Replicas over time"
    Accessible.name: qsTrId("chart.replicas.name")
    Accessible.description: root.series.description

    ChartSkin {
        id: chart
        anchors.fill: parent
        anchors.margins: -Theme.px(6)
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
            min: root.series.from
            max: root.series.to
            tickCount: 5
            gridVisible: false
            labelsVisible: false
            color: Theme.lineStrong
        }
        LineSeries {
            id: wanted
            axisX: timeAxis
            axisY: countAxis
            color: Theme.lineStrong
            width: Theme.px(2)
            style: Qt.DashLine
        }
        LineSeries {
            id: ready
            axisX: timeAxis
            axisY: countAxis
            color: Theme.good
            width: Theme.px(2.5)
        }
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

    Text {
        x: chart.x + chart.plotArea.x
        y: chart.y + chart.plotArea.y + chart.plotArea.height + Theme.px(6)
        //: Left end of a time axis: two minutes ago.
        //% "−2 min"
        text: qsTrId("chart.time.start")
        color: Theme.textSoft
        font.pixelSize: Theme.px(11)
    }
    Text {
        x: chart.x + chart.plotArea.x + chart.plotArea.width - width
        y: chart.y + chart.plotArea.y + chart.plotArea.height + Theme.px(6)
        //: Right end of a time axis.
        //% "now"
        text: qsTrId("chart.time.now")
        color: Theme.textSoft
        font.pixelSize: Theme.px(11)
    }
}
