// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtCharts
import Minato.Controls
import Minato.ViewModels

/// Requests that each Pod answered, as bars; Pods that are gone are grey.
Item {
    id: root

    required property TrafficModel traffic
    readonly property real step: chart.plotArea.width / Math.max(1, root.traffic.labels.length)
    // Not from `step`: the height of the names decides on the plot's size.
    readonly property bool isDense: width < Theme.px(40) * root.traffic.labels.length + Theme.px(34) ///< names stand upright
    readonly property int nameHeight: isDense ? Theme.px(44) : Theme.px(16)

    Accessible.role: Accessible.Chart
    //: Name of the distribution chart, for screen readers.
    //% "Requests by Pod"
    Accessible.name: qsTrId("chart.distribution.name")
    Accessible.description: root.traffic.description

    ChartSkin {
        id: chart
        anchors.fill: parent
        anchors.margins: -Theme.px(6)
        anchors.bottomMargin: root.nameHeight - Theme.px(6)
        anchors.rightMargin: Theme.px(2)

        ValueAxis {
            id: valueAxis
            min: 0
            max: root.traffic.axisMaximum
            tickCount: root.traffic.axisTicks
            labelFormat: "%d"
            truncateLabels: false
            lineVisible: false
            color: Theme.line
            gridLineColor: Theme.line
            labelsColor: Theme.textSoft
            labelsFont: Qt.font({family: Theme.sans, pixelSize: Theme.px(11)})
        }
        BarCategoryAxis {
            id: podAxis
            categories: root.traffic.labels
            gridVisible: false
            labelsVisible: false
            color: Theme.lineStrong
        }
        StackedBarSeries {
            axisX: podAxis
            axisY: valueAxis
            barWidth: root.traffic.labels.length > 3 ? 0.62 : 0.16 * (root.traffic.labels.length + 0.6)

            BarSet {
                values: root.traffic.liveValues
                color: Theme.accent
                borderColor: "transparent"
            }
            BarSet {
                values: root.traffic.goneValues
                color: Theme.lineStrong
                borderColor: "transparent"
            }
        }
    }

    // Numbers and names are ours: Qt Charts cuts names off and puts numbers inside short bars.
    Repeater {
        model: root.traffic.labels

        Item {
            id: bar

            required property int index
            required property string modelData
            readonly property int count: root.traffic.counts[index] ?? 0
            readonly property bool isGone: count > 0 && (root.traffic.goneValues[index] ?? 0) === count

            x: Math.round(chart.x + chart.plotArea.x + root.step * index)
            width: Math.round(root.step)
            height: root.height

            Text {
                anchors.horizontalCenter: parent.horizontalCenter
                y: chart.y + chart.plotArea.y + chart.plotArea.height * (1 - bar.count / valueAxis.max) - height - Theme.px(2)
                visible: !root.isDense || bar.count > 0
                text: bar.count
                color: bar.isGone ? Theme.textSoft : Theme.text
                font.pixelSize: root.isDense ? Theme.px(11) : Theme.textCaption
                font.weight: Font.DemiBold
            }
            Text {
                anchors.horizontalCenter: parent.horizontalCenter
                y: chart.y + chart.plotArea.y + chart.plotArea.height + Theme.px(6) + (root.isDense ? Math.round((width - height) / 2) : 0)
                rotation: root.isDense ? -90 : 0
                width: Math.min(implicitWidth, root.isDense ? Theme.px(38) : bar.width)
                text: bar.modelData
                elide: Text.ElideLeft
                color: Theme.textSoft
                font.family: Theme.mono
                font.pixelSize: Theme.px(11)
                font.strikeout: bar.isGone
            }
        }
    }
}
