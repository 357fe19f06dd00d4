// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtCharts
import Minato.Controls
import Minato.ViewModels

/// Requests of each Pod, as bars, before the band in which chance leaves one Pod's in 95 % of all cases.
Item {
    id: root

    required property TrafficModel traffic
    readonly property real step: chart.plotArea.width / Math.max(1, root.traffic.bars.labels.length)
    // Not from `step`: the height of the names decides on the plot's size.
    readonly property bool isDense: width < Theme.px(40) * root.traffic.bars.labels.length + Theme.px(34) ///< names stand upright
    readonly property int nameHeight: isDense ? Theme.px(44) : Theme.px(16)
    readonly property real expectedY: root.yOf(root.traffic.bars.expected)

    function yOf(value: real): real {
        return chart.y + chart.plotArea.y + chart.plotArea.height * (1 - Math.min(value, valueAxis.max) / valueAxis.max);
    }

    Accessible.role: Accessible.Chart
    //: Name of the distribution chart, for screen readers.
    //% "Chart of requests by Pod"
    Accessible.name: qsTrId("chart.distribution.name")
    Accessible.description: root.traffic.description

    Rectangle {
        visible: root.traffic.bars.hasBand
        x: Math.round(chart.x + chart.plotArea.x)
        y: Math.round(root.yOf(root.traffic.bars.high))
        width: Math.round(chart.plotArea.width)
        height: Math.max(1, Math.round(root.yOf(root.traffic.bars.low)) - y)
        color: Theme.accentSoft
        border.width: 1
        border.color: Qt.alpha(Theme.accent, 0.35)
    }
    ChartSkin {
        id: chart
        anchors.fill: parent
        anchors.margins: -Theme.px(6)
        anchors.bottomMargin: root.nameHeight - Theme.px(6)
        anchors.rightMargin: Theme.px(2)

        ValueAxis {
            id: valueAxis
            min: 0
            max: root.traffic.bars.axisMaximum
            tickCount: root.traffic.bars.axisTicks
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
            categories: root.traffic.bars.labels
            gridVisible: false
            labelsVisible: false
            color: Theme.lineStrong
        }
        StackedBarSeries {
            axisX: podAxis
            axisY: valueAxis
            barWidth: root.traffic.bars.labels.length > 3 ? 0.62 : 0.16 * (root.traffic.bars.labels.length + 0.6)

            BarSet {
                values: root.traffic.bars.answered
                color: Theme.accent
                borderColor: "transparent"
            }
            BarSet {
                values: root.traffic.bars.failed
                color: Theme.podFill[4]
                borderColor: "transparent"
            }
            BarSet {
                values: root.traffic.bars.earlier
                color: Theme.lineStrong
                borderColor: "transparent"
            }
        }
    }
    Row {
        id: expected
        visible: root.traffic.bars.hasBand
        x: Math.round(chart.x + chart.plotArea.x)
        y: Math.round(root.expectedY) - 1
        width: Math.round(chart.plotArea.width)
        spacing: Theme.px(4)
        clip: true

        Repeater {
            model: CountModel {
                count: expected.visible ? Math.ceil(expected.width / Theme.px(10)) : 0
            }

            Rectangle {
                width: Theme.px(6)
                height: Math.max(1, Theme.px(1.5))
                color: Theme.text
            }
        }
    }

    // Numbers and names are ours: Qt Charts cuts names off and puts numbers inside short bars.
    Repeater {
        model: root.traffic.bars.labels

        Item {
            id: bar

            required property int index
            required property string modelData
            readonly property int count: root.traffic.bars.counts[index] ?? 0
            readonly property bool isGone: root.traffic.bars.gone[index] ?? false

            x: Math.round(chart.x + chart.plotArea.x + root.step * index)
            width: Math.round(root.step)
            height: root.height

            Rectangle {
                anchors.fill: number
                anchors.leftMargin: -Theme.px(2)
                anchors.rightMargin: -Theme.px(2)
                visible: number.visible
                color: number.isInBand ? Theme.accentSoft : Theme.surface // lines of the grid stay behind it
            }
            Text {
                id: number
                readonly property bool isInBand: root.traffic.bars.hasBand && y + height / 2 > root.yOf(root.traffic.bars.high) && y + height / 2 < root.yOf(root.traffic.bars.low)

                anchors.horizontalCenter: parent.horizontalCenter
                y: Math.round(root.traffic.numberTop(root.yOf(bar.count), height, root.traffic.bars.hasBand ? root.expectedY : root.height, Theme.px(2)))
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
