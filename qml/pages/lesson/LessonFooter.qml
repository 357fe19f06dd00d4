// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Minato.Controls
import Minato.ViewModels

/// Back and forth between the pages, and how far the reader has come.
Item {
    id: root

    required property LessonModel lesson

    //: Button on the first page of a lesson.
    //% "Start"
    readonly property string startText: qsTrId("lesson.start")
    //: Button: to the page after.
    //% "Next"
    readonly property string nextText: qsTrId("lesson.next")

    implicitHeight: visible ? Theme.px(60) : 0
    visible: lesson.pageCount > 1

    Rectangle {
        width: parent.width
        height: 1
        color: Theme.line
    }
    ActionButton {
        anchors {
            left: parent.left
            leftMargin: Theme.s3
            verticalCenter: parent.verticalCenter
        }
        visible: !root.lesson.isFirst
        look: ActionButton.Look.Quiet
        glyph: "back"
        //: Button: to the page before.
        //% "Back"
        text: qsTrId("lesson.back")
        onClicked: root.lesson.previous()
    }
    Row {
        anchors.centerIn: parent
        spacing: Theme.px(5)
        Accessible.role: Accessible.ProgressBar
        Accessible.name: root.lesson.positionText

        Repeater {
            model: root.lesson.pageCount

            Rectangle {
                id: dot

                required property int index
                readonly property bool isHere: index === root.lesson.page
                readonly property bool isDone: root.lesson.donePages[index] ?? false

                width: isHere ? Theme.px(20) : Theme.px(8)
                height: Theme.px(8)
                radius: height / 2
                color: isHere ? Theme.accent : isDone ? Theme.good : Theme.line

                Behavior on width {
                    NumberAnimation {
                        duration: Theme.medium
                        easing.type: Easing.OutCubic
                    }
                }
            }
        }
    }
    ActionButton {
        anchors {
            right: parent.right
            rightMargin: Theme.s4
            verticalCenter: parent.verticalCenter
        }
        visible: !root.lesson.isLast
        look: !root.lesson.isStep || root.lesson.goals.isAllDone ? ActionButton.Look.Primary : ActionButton.Look.Soft
        glyph: "arrow"
        isGlyphLast: true
        text: root.lesson.isFirst ? root.startText : root.nextText
        onClicked: root.lesson.next()
    }
}
