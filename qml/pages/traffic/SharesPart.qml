// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Minato.Charts
import Minato.Controls
import Minato.Pages
import Minato.ViewModels

/// Shares over time, or the same as a table.
Item {
    id: root

    required property TrafficModel traffic
    required property ChartInk ink
    readonly property SharesModel shares: traffic.shares

    ChartHead {
        id: head
        width: parent.width
        //: Heading of the chart of each Pod's share of all requests so far, over time.
        //% "Share so far, over time"
        title: qsTrId("shares.title")
        files: root.traffic.files
        chart: "shares"
        ink: root.ink
        isEmpty: root.shares.isEmpty
    }
    Text {
        anchors.centerIn: parent
        visible: root.shares.isEmpty
        width: Math.min(parent.width, Theme.px(300))
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.Wrap
        //: In place of the chart of shares.
        //% "No requests within the last 2 minutes"
        text: qsTrId("shares.empty")
        color: Theme.textSoft
        font.pixelSize: Theme.textUi
    }
    SharesChart {
        visible: !root.shares.isEmpty && !head.isTable
        anchors {
            fill: parent
            topMargin: head.height
        }
        shares: root.shares
        ink: root.ink
    }
    ListView {
        id: table
        visible: !root.shares.isEmpty && head.isTable
        anchors {
            fill: parent
            topMargin: head.height
        }
        model: visible ? root.shares : null
        cacheBuffer: 0
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        activeFocusOnTab: visible
        keyNavigationEnabled: true
        Accessible.role: Accessible.Table
        Accessible.name: root.shares.description
        ScrollBar.vertical: SlimScrollBar {}

        delegate: RowOfTable {
            required property string time
            required property string requests
            required property string range
            required property string rowText

            first: time
            second: requests
            third: range
            name: rowText
        }
        FocusRing {
            parent: table // not what scrolls in it
            isShown: table.activeFocus
            gap: -2
        }
    }
}
