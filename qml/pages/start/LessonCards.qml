// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Minato.Controls
import Minato.ViewModels

/// The lessons, and which of them could not be read.
Column {
    id: root

    required property StartModel start

    readonly property int columns: Math.max(1, Math.min(start.lessons.count, Math.floor((width + spacing) / (Theme.px(330) + spacing))))

    spacing: Theme.s4

    StartHeading {
        width: parent.width
        //: Heading of the list of lessons.
        //% "Lessons"
        text: qsTrId("start.lessons")
    }
    Rectangle {
        visible: root.start.problem !== ""
        width: parent.width
        height: problem.height + 2 * Theme.s3
        radius: Theme.radius
        color: Theme.podSoft[4]
        border.width: 1
        border.color: Theme.podEdge[4]
        Accessible.role: Accessible.AlertMessage
        Accessible.name: root.start.problem

        Icon {
            id: mark
            x: Theme.s3
            y: Theme.s3 + Theme.px(2)
            name: "warning"
            color: Theme.podEdge[4]
            size: Theme.px(18)
        }
        Text {
            id: problem
            anchors {
                left: mark.right
                leftMargin: Theme.s2
                right: dismiss.left
                top: parent.top
                topMargin: Theme.s3
            }
            text: root.start.problem
            textFormat: Text.PlainText
            wrapMode: Text.Wrap
            color: Theme.text
            font.pixelSize: Theme.textUi
        }
        ActionButton {
            id: dismiss
            anchors {
                right: parent.right
                rightMargin: Theme.s2
                verticalCenter: parent.verticalCenter
            }
            look: ActionButton.Look.Quiet
            glyph: "cross"
            name: qsTrId("problem.dismiss")
            onClicked: root.start.tellProblem("")
        }
    }
    Text {
        visible: root.start.isLoading || (root.start.lessons.count === 0 && root.start.faults.length === 0)
        width: parent.width
        //: While the lessons are being read.
        //% "Reading the lessons…"
        readonly property string loading: qsTrId("start.loading")
        //: Instead of the list of lessons. %1: a folder.
        //% "There is no lesson in %1."
        readonly property string none: qsTrId("start.no-lessons").arg(root.start.lessonsFolder)
        text: root.start.isLoading ? loading : none
        textFormat: Text.PlainText
        color: Theme.textSoft
        wrapMode: Text.Wrap
        font.pixelSize: Theme.textBody
    }
    Grid {
        id: grid
        width: parent.width
        columns: root.columns
        spacing: Theme.s4
        Accessible.role: Accessible.List
        Accessible.name: qsTrId("start.lessons")

        Repeater {
            model: root.start.lessons

            LessonCard {
                width: Math.floor((grid.width - (root.columns - 1) * grid.spacing) / root.columns)
                onOpenAsked: root.start.openLesson(lessonId)
                onRestartAsked: root.start.openLesson(lessonId, true)
            }
        }
    }
    FaultList {
        visible: root.start.faults.length > 0
        width: parent.width
        //: Heading of a list of faults in the files of lessons.
        //% "Some lessons could not be read"
        heading: qsTrId("start.faults")
        faults: root.start.faults
    }
}
