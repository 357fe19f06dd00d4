// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Minato.Controls
import Minato.Charts
import Minato.ViewModels

/// How requests spread, and how the number of replicas came about.
Item {
    id: root

    required property TrafficModel traffic
    required property SeriesModel series
    readonly property bool isWide: width > 1.5 * height ///< side by side instead of one above the other
    property int menuRoom: 0

    readonly property int half: isWide ? Math.floor((width - Theme.s3) / 2) : Math.floor((height - Theme.s3) / 2)

    Panel {
        id: distribution

        readonly property bool isEmpty: root.traffic.total + root.traffic.failed === 0

        width: root.isWide ? root.half : root.width
        height: root.isWide ? root.height : root.half
        //: Heading of the distribution chart.
        //% "Request distribution"
        title: qsTrId("traffic.title")
        glyph: "chart"
        trailingMargin: Theme.s2
        menuRoom: root.isWide ? 0 : root.menuRoom
        trailing: Row {
            height: parent?.height ?? 0

            ActionButton {
                anchors.verticalCenter: parent.verticalCenter
                look: ActionButton.Look.Quiet
                implicitHeight: Theme.hitArea
                glyph: "table"
                checkable: true
                enabled: !distribution.isEmpty
                id: tableSwitch
                //: Button: shows the numbers of the chart as a table, or the chart again.
                //% "Show as table"
                name: qsTrId("traffic.table")
            }
            ActionButton {
                anchors.verticalCenter: parent.verticalCenter
                look: ActionButton.Look.Quiet
                implicitHeight: Theme.hitArea
                enabled: !distribution.isEmpty
                glyph: "reset"
                //: Button: counts requests from 0 again.
                //% "Count from 0"
                name: qsTrId("traffic.reset")
                onClicked: root.traffic.reset()
            }
        }

        Text {
            id: total
            visible: !distribution.isEmpty
            x: Theme.s4
            //: Above the distribution chart. %n: requests in all.
            //% "%n request(s) in all"
            text: qsTrId("traffic.total", root.traffic.total) + (root.traffic.failed > 0 ? failedText : "")
            //: Follows the number of requests. %n: requests that got no answer.
            //% " · %n failed"
            readonly property string failedText: qsTrId("traffic.failed", root.traffic.failed)
            color: Theme.textSoft
            font.pixelSize: Theme.textCaption
        }
        EmptyHint {
            visible: distribution.isEmpty
            anchors.fill: parent
            glyph: "chart"
            //: In place of the distribution chart before the first request.
            //% "Send requests with curl to see which Pods answer"
            text: qsTrId("traffic.empty")
        }
        DistributionChart {
            visible: !distribution.isEmpty && !tableSwitch.checked
            anchors {
                fill: parent
                topMargin: Theme.px(20)
                leftMargin: Theme.s2
                rightMargin: Theme.s2
                bottomMargin: Theme.s1
            }
            traffic: root.traffic
        }
        DistributionTable {
            visible: !distribution.isEmpty && tableSwitch.checked
            anchors {
                fill: parent
                topMargin: Theme.px(24)
                leftMargin: Theme.s4
                rightMargin: Theme.s4
                bottomMargin: Theme.s3
            }
            traffic: root.traffic
        }
    }
    Panel {
        x: root.isWide ? root.half + Theme.s3 : 0
        y: root.isWide ? 0 : root.half + Theme.s3
        width: root.width - x
        height: root.height - y
        //: Heading of the replicas chart.
        //% "Replicas"
        title: qsTrId("series.title")
        menuRoom: root.isWide ? root.menuRoom : 0
        glyph: "clock"

        Row {
            id: keys
            x: Theme.s4
            spacing: Theme.s3

            SeriesKey {
                tone: Theme.good
                //: Key of the replicas chart. %1: how many Pods are ready.
                //% "Ready %1"
                text: qsTrId("series.ready").arg(root.series.ready)
            }
            SeriesKey {
                tone: Theme.lineStrong
                isDashed: true
                //: Key of the replicas chart. %1: how many Pods are wanted.
                //% "Wanted %1"
                text: qsTrId("series.desired").arg(root.series.desired)
            }
        }

        ReplicasChart {
            anchors {
                fill: parent
                topMargin: Theme.px(20)
                leftMargin: Theme.s2
                rightMargin: Theme.s2
                bottomMargin: Theme.s1
            }
            series: root.series
        }
    }
}
