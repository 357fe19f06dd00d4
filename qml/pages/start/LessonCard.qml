// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Minato.Controls
import Minato.Pages

/// One lesson: what it is about, how long it takes, how far the learner is.
Rectangle {
    id: root

    required property string lessonId
    required property string title
    required property string subtitle
    required property string name
    required property string summary
    required property list<string> aims
    required property string details
    required property string progress
    required property real share
    required property bool isStarted
    required property bool isFinished
    signal openAsked
    signal restartAsked

    //: Button of a lesson that was not opened yet. %1: its title, for screen readers.
    //% "Start"
    readonly property string startText: qsTrId("lessons.start")
    //: Button of a lesson that was begun.
    //% "Continue"
    readonly property string continueText: qsTrId("lessons.continue")
    //: Button of a lesson that is finished.
    //% "Do it again"
    readonly property string againText: qsTrId("lessons.again")
    //: Button of a lesson that was begun: with a new cluster, at its first page.
    //% "From the beginning"
    readonly property string restartText: qsTrId("lessons.restart")

    height: column.height + 2 * Theme.px(20)
    radius: Theme.radius
    color: Theme.surface
    border.width: 1
    border.color: hover.hovered ? Theme.accent : Theme.line
    Accessible.role: Accessible.ListItem
    Accessible.name: name + ". " + progress

    HoverHandler {
        id: hover
    }
    TapHandler {
        gesturePolicy: TapHandler.ReleaseWithinBounds // a button on the card takes its own clicks
        onTapped: root.openAsked()
    }
    Column {
        id: column
        x: Theme.px(20)
        y: Theme.px(20)
        width: parent.width - 2 * x
        spacing: Theme.px(10)

        Row {
            width: parent.width
            spacing: Theme.s3

            Rectangle {
                width: Theme.px(42)
                height: width
                radius: Theme.px(10)
                color: root.isFinished ? Theme.goodSoft : Theme.accentSoft

                Icon {
                    anchors.centerIn: parent
                    name: root.isFinished ? "check" : "book"
                    color: root.isFinished ? Theme.good : Theme.accent
                    size: Theme.px(22)
                    weight: root.isFinished ? 2.4 : 1.75
                }
            }
            Column {
                width: parent.width - Theme.px(42) - parent.spacing

                Prose {
                    width: parent.width
                    html: root.title
                    font.pixelSize: Theme.px(17)
                    font.weight: Font.Bold
                    lineHeight: Theme.px(25)
                }
                Prose {
                    visible: root.subtitle !== ""
                    width: parent.width
                    html: root.subtitle
                    ink: Theme.textSoft
                    font.pixelSize: Theme.textBody
                    font.weight: Font.Medium
                    lineHeight: Theme.px(23)
                }
                Text {
                    width: parent.width
                    topPadding: Theme.px(3)
                    text: root.details
                    color: Theme.textSoft
                    wrapMode: Text.Wrap
                    font.pixelSize: Theme.textCaption
                }
            }
        }
        Prose {
            width: parent.width
            html: root.summary
            font.pixelSize: Theme.textBody
            lineHeight: Theme.px(24)
        }
        Column {
            visible: root.aims.length > 0
            width: parent.width
            spacing: Theme.px(4)

            Text {
                width: parent.width
                //: On a lesson's card, above a list.
                //% "You will"
                text: qsTrId("lessons.aims")
                color: Theme.textSoft
                font.pixelSize: Theme.textCaption
                font.weight: Font.DemiBold
            }
            Repeater {
                model: root.aims

                Item {
                    id: aim

                    required property string modelData

                    width: parent?.width ?? 0
                    height: aimText.height

                    Rectangle {
                        x: Theme.px(3)
                        y: Theme.px(9)
                        width: Theme.px(5)
                        height: width
                        radius: width / 2
                        color: Theme.accent
                    }
                    Prose {
                        id: aimText
                        x: Theme.px(17)
                        width: parent.width - x
                        html: aim.modelData
                        font.pixelSize: Theme.textUi
                        lineHeight: Theme.px(22)
                    }
                }
            }
        }
        Item {
            width: parent.width
            height: progressText.height + Theme.px(12)

            Text {
                id: progressText
                text: root.progress
                color: root.isFinished ? Theme.good : Theme.textSoft
                font.pixelSize: Theme.textCaption
                font.weight: root.isFinished ? Font.DemiBold : Font.Medium
            }
            Meter {
                anchors.bottom: parent.bottom
                width: parent.width
                value: root.share
                fill: root.isFinished ? Theme.good : Theme.accent
            }
        }
        Flow {
            width: parent.width
            topPadding: Theme.s1
            spacing: Theme.s2

            ActionButton {
                look: root.isStarted && !root.isFinished ? ActionButton.Look.Primary : ActionButton.Look.Soft
                implicitHeight: Theme.px(34)
                glyph: "arrow"
                isGlyphLast: true
                text: root.isFinished ? root.againText : root.isStarted ? root.continueText : root.startText
                name: text + ": " + root.name
                onClicked: root.openAsked()
            }
            ActionButton {
                visible: root.isStarted && !root.isFinished
                look: ActionButton.Look.Quiet
                implicitHeight: Theme.px(34)
                glyph: "reset"
                text: root.restartText
                name: text + ": " + root.name
                onClicked: root.restartAsked()
            }
        }
    }
}
