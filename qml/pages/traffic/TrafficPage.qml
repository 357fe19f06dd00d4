// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Minato.Charts
import Minato.Controls
import Minato.ViewModels

/// Sends requests, and shows how they spread over the Pods and what that means. Narrow: one column that scrolls. Wide:
/// controls and words to the left, charts to the right.
Panel {
    id: root

    required property TrafficModel traffic

    readonly property bool isWide: width >= Theme.px(620)
    readonly property int edge: Theme.s3
    readonly property int leftWidth: isWide ? Math.round(Math.max(Theme.px(250), Math.min(width * 0.36, Theme.px(400)))) : Math.round(width) - 2 * edge
    readonly property int rightX: isWide ? edge + leftWidth + Theme.s5 : edge
    readonly property int rightWidth: Math.round(width) - rightX - edge

    //: Heading of the part of the window that sends requests and shows how they spread.
    //% "Traffic"
    title: qsTrId("traffic.pane")
    glyph: "chart"

    Flickable {
        id: view
        anchors.fill: parent
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        contentWidth: width
        contentHeight: Math.max(shares.y + shares.height, findings.y + findings.height) + root.edge
        ScrollBar.vertical: SlimScrollBar {}

        readonly property int room: Math.round(height) - root.edge - Theme.s2

        LoadControls {
            id: controls
            x: root.edge
            y: Theme.s1
            width: root.leftWidth
            load: root.traffic.load
        }
        BarsPart {
            id: bars
            x: root.rightX
            y: root.isWide ? Theme.s1 : controls.y + controls.height + Theme.s2
            width: root.rightWidth
            height: root.isWide ? Math.max(Theme.px(190), Math.round(view.room * 0.55)) : Theme.px(212)
            traffic: root.traffic
            ink: ink
        }
        Findings {
            id: findings
            x: root.edge
            y: root.isWide ? controls.y + controls.height + Theme.s4 : bars.y + bars.height + Theme.s2
            width: root.leftWidth
            traffic: root.traffic
        }
        SharesPart {
            id: shares
            x: root.rightX
            y: root.isWide ? bars.y + bars.height + Theme.s3 : findings.y + findings.height + Theme.s3
            width: root.rightWidth
            height: root.isWide ? Math.max(Theme.px(150), view.room - bars.height - Theme.s3) : Theme.px(190)
            traffic: root.traffic
            ink: ink
        }
    }
    ThemeInk {
        id: ink
    }
}
