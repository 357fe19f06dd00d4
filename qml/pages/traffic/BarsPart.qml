// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Minato.Charts
import Minato.Controls
import Minato.Pages
import Minato.ViewModels

/// The distribution: bars or histogram, or the same as a table.
Item {
    id: root

    required property TrafficModel traffic
    required property ChartInk ink
    readonly property bool isEmpty: traffic.total + traffic.failed === 0

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
    Text {
        id: total
        visible: !root.isEmpty
        y: head.height
        width: parent.width
        wrapMode: Text.Wrap
        text: root.traffic.totalText
        color: Theme.textSoft
        font.pixelSize: Theme.textCaption
    }
    EmptyHint {
        visible: root.isEmpty
        anchors.fill: parent
        anchors.topMargin: head.height
        glyph: "chart"
        //: In place of the distribution chart before the first request.
        //% "Send requests here or with curl to see which Pods answer"
        text: qsTrId("traffic.empty")
    }
    Loader {
        id: chart
        visible: !root.isEmpty && !head.isTable
        anchors {
            fill: parent
            topMargin: head.height + total.height + Theme.s1
            bottomMargin: key.visible ? key.height + Theme.s1 : 0
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

        Text {
            width: Math.min(implicitWidth, key.width)
            visible: text !== ""
            text: root.traffic.bandText
            wrapMode: Text.Wrap
            color: Theme.textSoft
            font.pixelSize: Theme.textCaption
        }
        SeriesKey {
            visible: root.traffic.hasEarlier
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
            topMargin: head.height + total.height + Theme.s1
        }
        traffic: root.traffic
    }
}
