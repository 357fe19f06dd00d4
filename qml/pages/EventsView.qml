// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Minato.Controls
import Minato.ViewModels

/// The cluster's Events, newest first.
ListView {
    id: root

    required property EventsModel events

    model: events
    clip: true
    boundsBehavior: Flickable.StopAtBounds
    activeFocusOnTab: count > 0
    Accessible.role: Accessible.List
    //: Name of the list of Events, for screen readers.
    //% "Events of the cluster, newest first"
    Accessible.name: qsTrId("events.list")

    ScrollBar.vertical: SlimScrollBar {
        ink: Theme.terminalSoft
    }

    Text {
        anchors.centerIn: parent
        visible: root.count === 0
        //: In the list of Events when there are none.
        //% "Nothing has happened yet"
        text: qsTrId("events.empty")
        color: Theme.terminalSoft
        font.pixelSize: Theme.textUi
    }

    delegate: Item {
        id: row

        required property int index
        required property string time
        required property bool isWarning
        required property string reason
        required property string object
        required property string message
        required property int times

        width: root.width - Theme.s3
        height: Theme.px(28)
        Accessible.role: Accessible.ListItem
        Accessible.name: [time, reason, object, message].join(", ")

        Rectangle {
            visible: root.activeFocus && row.ListView.isCurrentItem
            anchors.fill: parent
            radius: Theme.radiusSmall
            color: Theme.terminalHover
        }
        Text {
            id: timeText
            anchors.verticalCenter: parent.verticalCenter
            width: Theme.px(56)
            text: row.time
            color: Theme.terminalSoft
            font.family: Theme.mono
            font.pixelSize: Theme.textCaption
        }
        Icon {
            id: mark
            anchors.verticalCenter: parent.verticalCenter
            x: Theme.px(58)
            name: row.isWarning ? "warning" : "check"
            color: row.isWarning ? Theme.terminalWarn : Theme.terminalSoft
            size: Theme.px(13)
        }
        Text {
            id: reasonText
            anchors.verticalCenter: parent.verticalCenter
            x: Theme.px(80)
            width: Theme.px(150)
            text: row.reason
            elide: Text.ElideRight
            color: row.isWarning ? Theme.terminalWarn : Theme.terminalAccent
            font.pixelSize: Theme.textCaption
            font.weight: Font.Medium
        }
        Text {
            id: objectText
            anchors.verticalCenter: parent.verticalCenter
            x: Theme.px(234)
            width: Math.round(root.width * 0.26)
            text: row.object
            elide: Text.ElideMiddle
            color: Theme.terminalSoft
            font.family: Theme.mono
            font.pixelSize: Theme.px(11.5)
        }
        Text {
            anchors {
                verticalCenter: parent.verticalCenter
                left: objectText.right
                leftMargin: Theme.s3
                right: timesText.left
                rightMargin: Theme.s2
            }
            text: row.message
            elide: Text.ElideRight
            color: Theme.terminalText
            font.pixelSize: Theme.textCaption
        }
        Text {
            id: timesText
            anchors {
                verticalCenter: parent.verticalCenter
                right: parent.right
            }
            text: row.times > 1 ? "×" + row.times : ""
            color: Theme.terminalSoft
            font.pixelSize: Theme.textCaption
        }
        HoverHandler {
            id: hover
        }
        HintBubble {
            text: row.message
            isWanted: hover.hovered
        }
    }
}
