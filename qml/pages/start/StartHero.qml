// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Minato.Controls
import Minato.ViewModels

/// The head of the start page: the harbour, the product's name, and where the learner goes on.
FocusScope {
    id: root

    required property StartModel start
    required property Preferences preferences
    required property int margin
    signal settingsAsked

    readonly property bool isTight: width / Theme.scale < 760
    readonly property int cardWidth: isTight ? width - 2 * margin : Math.min(Theme.px(520), Math.round(width * 0.45))

    height: Math.max(Theme.px(300), welcome.height + Theme.px(52) + Theme.s5)

    HarbourScene {
        anchors.fill: parent
        isDark: Theme.isDark
        isEmpty: root.isTight
        Accessible.ignored: true
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: 1
        color: Theme.line
    }
    Row {
        id: switches
        anchors {
            right: parent.right
            rightMargin: root.margin
            top: parent.top
            topMargin: Theme.px(14)
        }
        spacing: Theme.s2

        SegmentBar {
            name: qsTrId("settings.language")

            SegmentButton {
                text: "日本語"
                isChosen: root.preferences.language === "ja"
                onClicked: root.preferences.language = "ja"
            }
            SegmentButton {
                text: "English"
                isChosen: root.preferences.language === "en"
                onClicked: root.preferences.language = "en"
            }
        }
        Rectangle {
            width: Theme.px(36)
            height: width
            radius: Theme.radiusSmall + Theme.px(3)
            color: Theme.surface
            border.width: 1
            border.color: Theme.line

            ActionButton {
                anchors.centerIn: parent
                look: ActionButton.Look.Quiet
                glyph: "settings"
                implicitHeight: Theme.px(30)
                //: Button: opens the page of settings.
                //% "Settings (Ctrl+,)"
                name: qsTrId("settings.open")
                onClicked: root.settingsAsked()
            }
        }
    }
    Column {
        id: welcome
        x: root.margin
        y: Math.max(Theme.px(root.isTight ? 60 : 40), Math.round((root.height - height) / 2))
        width: root.cardWidth
        spacing: Theme.s4

        Column {
            width: parent.width
            spacing: Theme.px(2)

            Text {
                text: "Minato"
                color: Theme.text
                font.pixelSize: Theme.px(40)
                font.weight: Font.Bold
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }
            Text {
                width: parent.width
                text: qsTrId("app.tagline")
                color: Theme.text
                wrapMode: Text.Wrap
                font.pixelSize: Theme.px(16)
                lineHeightMode: Text.FixedHeight
                lineHeight: Theme.px(26)
            }
        }
        Rectangle {
            width: parent.width
            height: card.height + 2 * Theme.s4
            radius: Theme.radius
            color: Theme.surface
            border.width: 1
            border.color: Theme.line
            Accessible.role: Accessible.Grouping
            Accessible.name: kicker.text

            Column {
                id: card
                x: Theme.px(20)
                y: Theme.s4
                width: parent.width - 2 * x
                spacing: Theme.px(3)

                Text {
                    id: kicker
                    width: parent.width
                    //: Above the name of the lesson that was open last.
                    //% "Where you left off"
                    readonly property string again: qsTrId("start.continue.heading")
                    //: On the start page, before anything was opened.
                    //% "New here?"
                    readonly property string first: qsTrId("start.first.heading")
                    text: root.start.hasContinue ? again : first
                    color: Theme.accent
                    font.pixelSize: Theme.textCaption
                    font.weight: Font.DemiBold
                }
                Text {
                    width: parent.width
                    //: On the start page, before anything was opened.
                    //% "Change how many Pods run, send requests, and watch what Kubernetes does: on a cluster inside this window. Nothing to install."
                    readonly property string promise: qsTrId("start.first.promise")
                    text: root.start.hasContinue ? root.start.continueTitle : promise
                    textFormat: Text.PlainText
                    color: Theme.text
                    wrapMode: Text.Wrap
                    font.pixelSize: root.start.hasContinue ? Theme.px(17) : Theme.textBody
                    font.weight: root.start.hasContinue ? Font.DemiBold : Font.Normal
                    lineHeightMode: Text.FixedHeight
                    lineHeight: root.start.hasContinue ? Theme.px(26) : Theme.px(24)
                }
                Text {
                    width: parent.width
                    visible: text !== ""
                    text: root.start.continueDetail
                    textFormat: Text.PlainText
                    color: Theme.textSoft
                    wrapMode: Text.Wrap
                    font.pixelSize: Theme.textUi
                    lineHeightMode: Text.FixedHeight
                    lineHeight: Theme.lineUi
                }
                Item {
                    width: parent.width
                    height: go.height + Theme.px(10)

                    ActionButton {
                        id: go
                        //: Button: goes on where the learner left.
                        //% "Continue"
                        readonly property string again: qsTrId("start.continue")
                        //: Button: opens the first lesson.
                        //% "Begin with the first lesson"
                        readonly property string first: qsTrId("start.first")
                        y: Theme.px(10)
                        focus: true
                        visible: root.start.hasContinue || root.start.lessons.count > 0
                        look: ActionButton.Look.Primary
                        implicitHeight: Theme.px(38)
                        glyph: "play"
                        text: root.start.hasContinue ? again : first
                        name: root.start.hasContinue ? again + ": " + root.start.continueTitle : first
                        onClicked: root.start.begin()
                    }
                }
            }
        }
    }
}
