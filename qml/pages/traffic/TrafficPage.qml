// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Minato.Charts
import Minato.Controls
import Minato.ViewModels

/// Sends requests, and shows how they spread over the Pods and what that means. Narrow: one column, in which the chart
/// is as high as leaves its verdict in sight. Wide: charts to the left, words to the right.
Panel {
    id: root

    required property TrafficModel traffic
    required property ConnectionModel connection
    required property ServiceModel service

    /// Which way requests to a real cluster went, as a sentence.
    readonly property string wayText: connection.ways[service.ns + "/" + service.name] ?? ""

    readonly property bool isWide: width >= Theme.px(520)

    //: Heading of the part of the window that sends requests and shows how they spread.
    //% "Traffic"
    title: qsTrId("traffic.pane")
    glyph: "chart"

    Flickable {
        id: view

        readonly property int edge: Theme.s3
        readonly property int inner: Math.round(width) - 2 * edge
        readonly property int chartWidth: root.isWide ? Math.round(inner * 0.6) : inner
        readonly property int begin: way.y + (way.visible ? way.height + Theme.s2 : 0)
        readonly property int room: Math.round(height) - begin - Theme.s2 ///< below the controls
        readonly property bool hasRoomForBoth: room >= Theme.px(400) ///< charts

        anchors.fill: parent
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        contentWidth: width
        contentHeight: Math.max(shares.y + shares.height, findings.y + findings.height) + edge
        ScrollBar.vertical: SlimScrollBar {}

        LoadControls {
            id: controls
            x: view.edge
            y: Theme.s1
            width: view.inner
            height: implicitHeight
            load: root.traffic.load
            isRoomy: root.isWide
        }
        Text {
            id: way
            visible: root.wayText !== ""
            x: view.edge
            y: controls.y + controls.height + Theme.s2
            width: view.inner
            text: root.wayText
            textFormat: Text.PlainText
            wrapMode: Text.Wrap
            color: Theme.textSoft
            font.pixelSize: Theme.textCaption
        }
        BarsPart {
            id: bars
            x: view.edge
            y: view.begin
            width: view.chartWidth
            height: !root.isWide ? Math.max(Theme.px(210), leastHeight, Math.min(view.room - Theme.px(60), Theme.px(330)))
                : Math.max(Theme.px(150), leastHeight, view.hasRoomForBoth ? Math.round(view.room * 0.55) : view.room)
            traffic: root.traffic
            ink: ink
            hasHeadline: !root.isWide
        }
        Findings {
            id: findings
            x: root.isWide ? view.edge + view.chartWidth + Theme.s4 : view.edge
            y: root.isWide ? view.begin : bars.y + bars.height + Theme.s2
            width: root.isWide ? view.inner - view.chartWidth - Theme.s4 : view.inner
            traffic: root.traffic
            hasHeadline: root.isWide
        }
        SharesPart {
            id: shares
            x: view.edge
            y: root.isWide ? bars.y + bars.height + Theme.s3 : findings.y + findings.height + Theme.s3
            width: view.chartWidth
            height: root.isWide && view.hasRoomForBoth ? view.room - bars.height - Theme.s3 : Theme.px(190)
            traffic: root.traffic
            ink: ink
        }
    }
    ThemeInk {
        id: ink
    }
}
