// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Minato.Controls
import Minato.ViewModels

/// Marks above a chart of the cluster's time, one for each command and event; mouse and arrow keys tell what it was.
FocusScope {
    id: root

    required property SeriesModel series
    required property real from
    required property real to
    property int current: -1
    property int hovered: -1
    readonly property int shown: hovered >= 0 ? hovered : activeFocus ? current : -1
    readonly property Item shownMark: marks.count > 0 && shown >= 0 ? marks.itemAt(shown) : null

    function move(by: int) {
        current = Math.max(0, Math.min(marks.count - 1, (current < 0 ? marks.count : current) + by));
    }

    activeFocusOnTab: marks.count > 0
    Accessible.role: Accessible.List
    Accessible.focusable: marks.count > 0
    //: Name of the row of marks in the replicas chart.
    //% "Commands and events"
    Accessible.name: qsTrId("chart.marks.name") + (activeFocus && shownMark ? ": " + (shownMark as MarkDot).detail : "")
    Keys.onLeftPressed: move(-1)
    Keys.onRightPressed: move(1)
    onActiveFocusChanged: if (activeFocus && current < 0)
        move(-1)

    Repeater {
        id: marks
        model: root.series.marks

        MarkDot {
            from: root.from
            to: root.to
            isShown: index === root.shown
            onHoverBegan: root.hovered = index
            onHoverEnded: if (root.hovered === index)
                root.hovered = -1
        }
    }
    Rectangle {
        visible: root.shownMark !== null
        x: 0
        y: Theme.px(18)
        z: 1
        width: root.width
        height: label.height + Theme.s2
        radius: Theme.radiusSmall
        color: Theme.raised
        border.width: 1
        border.color: Theme.lineStrong

        Text {
            id: label
            anchors.centerIn: parent
            width: parent.width - 2 * Theme.s2
            wrapMode: Text.Wrap
            text: (root.shownMark as MarkDot)?.detail ?? ""
            color: Theme.text
            font.pixelSize: Theme.textCaption
        }
    }
    FocusRing {
        isShown: root.activeFocus
        gap: 0
        height: Theme.px(16)
    }
}
