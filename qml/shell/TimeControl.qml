// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Minato.Controls
import Minato.ViewModels

/// The cluster's clock, its speed, and runs to what comes next.
SegmentBar {
    id: root

    required property SimControlModel time
    required property CommandRegistry commands

    /// What a button says of itself: what it does, or why it cannot.
    function hintOf(hint: string): string {
        return time.isAvailable ? hint : time.whyNot;
    }

    //: Name of the clock and speed control, for screen readers.
    //% "Speed of the cluster's time"
    name: qsTrId("time.name")

    Item {
        implicitWidth: clockRow.implicitWidth + Theme.px(16)
        implicitHeight: Theme.hitArea
        Accessible.role: Accessible.StaticText
        Accessible.name: root.time.description

        Row {
            id: clockRow
            anchors.centerIn: parent
            spacing: Theme.px(6)

            Text {
                id: clock
                anchors.verticalCenter: parent.verticalCenter
                text: root.time.timeText
                color: root.time.isBehind ? Theme.warn : Theme.text
                font.family: Theme.mono
                font.pixelSize: Theme.textUi
                font.weight: Font.Medium
            }
            Text {
                anchors.verticalCenter: parent.verticalCenter
                visible: text !== ""
                text: root.time.stateText
                color: root.time.isBehind ? Theme.warn : Theme.accent
                font.pixelSize: Theme.textCaption
            }
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
        isChoice: false
        isGreyed: !root.time.isAvailable
        isChosen: root.time.isPaused
        glyph: root.time.isPaused ? "play" : "pause"
        //: Button: stops the cluster's time.
        //% "Pause"
        readonly property string pauseText: qsTrId("time.pause")
        //: Button: the cluster's time runs again.
        //% "Resume"
        readonly property string resumeText: qsTrId("time.resume")
        name: root.time.isPaused ? resumeText : pauseText
        hint: root.hintOf(qsTrId("commands.hint").arg(name).arg(root.commands.of("time.pause").keys))
        onClicked: root.time.togglePaused()
    }
    SegmentButton {
        isChoice: false
        isGreyed: !root.time.isAvailable
        glyph: "step"
        name: root.commands.of("time.step").text
        hint: root.hintOf(root.commands.of("time.step").hint)
        onClicked: root.commands.trigger("time.step")
    }
    SegmentButton {
        isChoice: false
        isGreyed: !root.time.isAvailable
        isChosen: root.time.isSettling
        glyph: root.time.isSettling ? "stop" : "fast"
        //: Button: ends a run of the cluster's time that was to go on until all had settled.
        //% "Stop running"
        readonly property string stopText: qsTrId("time.stop")
        name: root.time.isSettling ? stopText : root.commands.of("time.settle").text
        hint: root.hintOf(root.time.isSettling ? stopText : root.commands.of("time.settle").hint)
        onClicked: root.commands.trigger("time.settle")
    }
    SegmentButton {
        id: speed
        isChoice: false
        isGreyed: !root.time.isAvailable
        text: root.time.speedLabel
        tail: "chevron"
        //: Button: opens the speeds that time can have. %1: the one of now, "10×".
        //% "Speed: %1"
        name: qsTrId("time.speed").arg(root.time.speedLabel)
        hint: menu.active ? "" : root.hintOf(name)
        onClicked: {
            if (root.time.isAvailable)
                menu.active = true;
            else
                root.time.speed = 0; // which says why not
        }

        Loader {
            id: menu
            active: false
            onLoaded: (item as PopMenu).open()
            sourceComponent: PopMenu {
                x: speed.width - width
                y: speed.height + Theme.px(6)
                onClosed: Qt.callLater(() => menu.active = false)

                Repeater {
                    model: root.time.speeds

                    PopMenuItem {
                        required property double modelData

                        text: root.time.speedText(modelData)
                        mark: root.time.speed === modelData ? "check" : ""
                        onTriggered: root.time.speed = modelData
                    }
                }
            }
        }
    }
}
