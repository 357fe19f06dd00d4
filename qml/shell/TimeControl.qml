// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Minato.Controls
import Minato.ViewModels

/// The cluster's clock and its speed.
SegmentBar {
    id: root

    required property SimControlModel time

    //: Name of the clock and speed control, for screen readers.
    //% "Speed of the cluster's time"
    name: qsTrId("time.name")

    Item {
        implicitWidth: clock.implicitWidth + Theme.px(16)
        implicitHeight: Theme.px(28)
        Accessible.role: Accessible.StaticText
        Accessible.name: root.time.description

        Text {
            id: clock
            anchors.centerIn: parent
            text: root.time.timeText
            color: root.time.isBehind ? Theme.warn : Theme.text
            font.family: Theme.mono
            font.pixelSize: Theme.textUi
            font.weight: Font.Medium
        }
        HoverHandler {
            id: hover
        }
        HintBubble {
            text: root.time.description
            isWanted: hover.hovered
        }
    }
    SegmentButton {
        glyph: "pause"
        //: Button: stops the cluster's time.
        //% "Pause"
        name: qsTrId("time.pause")
        hint: name
        isChosen: root.time.isPaused
        onClicked: root.time.isPaused = true
    }
    SegmentButton {
        text: "1×"
        //: Button: the cluster's time runs like the clock on the wall.
        //% "Real speed"
        name: qsTrId("time.normal")
        hint: name
        isChosen: !root.time.isPaused && root.time.speed === 1
        onClicked: root.time.speed = 1
    }
    SegmentButton {
        text: "10×"
        //: Button: the cluster's time runs ten times as fast.
        //% "Ten times as fast"
        name: qsTrId("time.fast")
        hint: name
        isChosen: !root.time.isPaused && root.time.speed === 10
        onClicked: root.time.speed = 10
    }
}
