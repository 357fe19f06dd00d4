// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Minato.Charts
import Minato.Controls
import Minato.Pages
import Minato.ViewModels

/// The distribution: what it says, above bars or a histogram, or the same as a table.
Item {
    id: root

    required property TrafficModel traffic
    required property ChartInk ink
    property bool hasHeadline: false
    readonly property bool isEmpty: traffic.total + traffic.failed === 0
    readonly property int chartTop: above.height + Theme.s1
    readonly property int leastHeight: isEmpty ? 0 : chartTop + Theme.px(120) + key.height + Theme.s1 ///< bars that can be compared

    Column {
        id: above
        width: parent.width
        spacing: Theme.px(2)

        ChartHead {
            id: head
            width: parent.width
            //: Heading of the distribution chart; there is little room.
            //% "Requests by Pod"
            title: qsTrId("traffic.head")
            files: root.traffic.files
            chart: "requests"
            ink: root.ink
            isEmpty: root.isEmpty

            ActionButton {
                look: ActionButton.Look.Quiet
                implicitHeight: Theme.hitArea
                enabled: !root.isEmpty || activeFocus // who stands on it is not thrown off
                glyph: "reset"
                //: Button: counts requests from 0 again.
                //% "Count from 0"
                name: qsTrId("traffic.reset")
                onClicked: root.traffic.reset()
            }
        }
        VerdictCard {
            width: parent.width
            visible: root.hasHeadline && (!root.isEmpty || root.traffic.findings.tone === FindingsModel.Notice)
            findings: root.traffic.findings
            hasDetail: false
        }
        Text {
            visible: !root.isEmpty
            width: parent.width
            topPadding: Theme.px(2)
            wrapMode: Text.Wrap
            text: root.traffic.totalText
            color: Theme.textSoft
            font.pixelSize: Theme.textCaption
        }
    }
    EmptyHint {
        visible: root.isEmpty
        anchors.fill: parent
        anchors.topMargin: root.chartTop
        glyph: "chart"
        //: In place of the distribution chart before the first request.
        //% "Send requests here or with curl to see which Pods answer"
        text: qsTrId("traffic.empty")
    }
    Loader {
        id: chart

        readonly property DenseChart denseChart: item as DenseChart
        readonly property bool isHistogram: denseChart !== null && !denseChart.hasBars
        readonly property bool showsEarlier: root.traffic.hasEarlier && !isHistogram

        visible: !root.isEmpty && !head.isTable
        anchors {
            fill: parent
            topMargin: root.chartTop
            bottomMargin: key.visible && key.height > 0 ? key.height + Theme.s1 : 0
        }
        sourceComponent: root.traffic.isDense ? dense : few
    }
    Component {
        id: few

        DistributionChart {
            traffic: root.traffic
        }
    }
    Component {
        id: dense

        DenseChart {
            traffic: root.traffic
            ink: root.ink
        }
    }
    Flow {
        id: key
        visible: chart.visible
        anchors.bottom: parent.bottom
        width: parent.width
        spacing: Theme.s2

        SeriesKey {
            visible: text !== "" && !chart.isHistogram
            tone: Theme.text
            isDashed: true
            text: root.traffic.expectedText
        }
        SeriesKey {
            visible: text !== "" && !chart.isHistogram
            tone: Theme.accentSoft
            isBand: true
            text: root.traffic.bandText
        }
        SeriesKey {
            visible: chart.denseChart?.hasFairLine ?? false
            tone: Theme.text
            isDashed: true
            //: Key of the histogram: a dashed line.
            //% "What fair choice gives"
            text: qsTrId("traffic.key.fair")
        }
        SeriesKey {
            visible: chart.showsEarlier
            tone: Theme.lineStrong
            //: Key of the distribution chart: grey parts of bars.
            //% "before the last change"
            text: qsTrId("traffic.key.earlier")
        }
    }
    DistributionTable {
        visible: !root.isEmpty && head.isTable
        model: visible ? root.traffic : null
        anchors {
            fill: parent
            topMargin: root.chartTop
        }
        traffic: root.traffic
    }
}
