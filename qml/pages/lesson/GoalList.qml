// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Minato.Controls
import Minato.ViewModels

/// The goals of a step, judged by what happens in the cluster, with hints on request.
Rectangle {
    id: root

    required property GoalListModel goals
    property bool isRoomy: true ///< else the text above needs the room: folded until somebody unfolds it
    property bool isOpen: isRoomy

    readonly property bool isDone: goals.isAllDone
    //: Heading of the goals when all are reached.
    //% "Step complete"
    readonly property string completeText: qsTrId("goals.complete")
    //: Heading of the goals of a step.
    //% "Goals"
    readonly property string goalsText: qsTrId("goals.title")
    //: Button that folds the list of goals.
    //% "Hide goals"
    readonly property string hideText: qsTrId("goals.hide")
    //: Button that unfolds the list of goals.
    //% "Show goals"
    readonly property string showText: qsTrId("goals.show")

    implicitHeight: header.height + (isOpen ? list.height + Theme.px(12) : 0)
    color: isDone ? Theme.goodSoft : Theme.sunken
    Accessible.role: Accessible.Grouping
    Accessible.name: heading.text

    Behavior on color {
        ColorAnimation {
            duration: Theme.slow
        }
    }

    Rectangle {
        width: parent.width
        height: 1
        color: Theme.line
    }
    Item {
        id: header
        width: parent.width
        height: Theme.px(40)

        Icon {
            id: icon
            x: Theme.s5
            anchors.verticalCenter: parent.verticalCenter
            name: root.isDone ? "check" : "flag"
            color: root.isDone ? Theme.good : Theme.accent
            size: Theme.px(16)
            weight: 2
        }
        Text {
            id: heading
            anchors {
                left: icon.right
                leftMargin: Theme.s2
                verticalCenter: parent.verticalCenter
            }
            text: root.isDone ? root.completeText : root.goalsText
            color: root.isDone ? Theme.good : Theme.text
            font.pixelSize: Theme.textUi
            font.weight: Font.DemiBold
        }
        Text {
            anchors {
                left: heading.right
                leftMargin: Theme.s2
                verticalCenter: parent.verticalCenter
            }
            text: root.goals.doneCount + " / " + root.goals.count
            color: Theme.textSoft
            font.pixelSize: Theme.textCaption
        }
        ActionButton {
            anchors {
                right: parent.right
                rightMargin: Theme.s3
                verticalCenter: parent.verticalCenter
            }
            look: ActionButton.Look.Quiet
            implicitHeight: Theme.hitArea
            glyph: "chevron"
            rotation: root.isOpen ? 0 : 180
            name: root.isOpen ? root.hideText : root.showText
            onClicked: root.isOpen = !root.isOpen
        }
    }
    Column {
        id: list
        visible: root.isOpen
        x: Theme.s5
        y: header.height
        width: parent.width - x - Theme.s3
        spacing: Theme.px(6)
        Accessible.role: Accessible.List
        Accessible.name: root.goalsText

        Repeater {
            model: root.goals

            GoalRow {
                width: list.width
                onHintRequested: root.goals.showHint(index)
            }
        }
    }
}
