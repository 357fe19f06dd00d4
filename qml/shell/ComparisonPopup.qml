// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Minato.Controls
import Minato.ViewModels

/// The difference report: commands that a real and a simulated cluster run, and what differs afterwards.
Popup {
    id: root

    required property ComparisonModel comparison
    readonly property bool isPossible: comparison.whyNot === ""
    //: Head of a column in a difference report.
    //% "Simulated"
    readonly property string simulatedHead: qsTrId("compare.head.simulated")
    //: Head of a column in a difference report.
    //% "Real"
    readonly property string realHead: qsTrId("compare.head.real")

    modal: true
    focus: true
    padding: Theme.s5
    closePolicy: Popup.CloseOnEscape
    width: Math.min(parent.width - 2 * Theme.s5, Theme.px(860))
    height: Math.min(parent.height - 2 * Theme.s5, Theme.px(660))
    anchors.centerIn: parent
    onOpened: {
        if (comparison.step === "")
            comparison.step = comparison.lessonStep !== "" ? comparison.lessonStep : comparison.lastTyped;
        step.forceActiveFocus();
    }

    Overlay.modal: Rectangle {
        color: "#66000000"
    }
    background: Rectangle {
        radius: Theme.radius
        color: Theme.raised
        border.width: 1
        border.color: Theme.lineStrong
    }
    contentItem: Item {
        Flickable {
            id: top
            width: parent.width
            height: Math.min(contentHeight, parent.height)
            contentHeight: head.height
            boundsBehavior: Flickable.StopAtBounds
            clip: contentHeight > height

            ScrollBar.vertical: SlimScrollBar {}

            Column {
                id: head
                width: parent.width
                spacing: Theme.s2

                Item {
                    width: parent.width
                    height: Math.max(title.height, close.height)

                    Text {
                        id: title
                        anchors {
                            left: parent.left
                            right: close.left
                            verticalCenter: parent.verticalCenter
                        }
                        //: Heading of the difference report.
                        //% "The same step on both clusters"
                        text: qsTrId("compare.title")
                        color: Theme.text
                        wrapMode: Text.Wrap
                        font.pixelSize: Theme.px(20)
                        font.weight: Font.Bold
                        Accessible.role: Accessible.Heading
                        Accessible.name: text
                    }
                    ActionButton {
                        id: close
                        anchors.right: parent.right
                        look: ActionButton.Look.Quiet
                        glyph: "cross"
                        name: qsTrId("differences.close")
                        onClicked: root.close()
                    }
                }
                PlainLine {
                    //: Below the heading of the difference report.
                    //% "These commands really run in the lesson's namespace of the real cluster. A simulated cluster is given what is in that namespace now, and runs them, too. Then you see where the two differ."
                    text: qsTrId("compare.intro")
                    color: Theme.textSoft
                }
                Rectangle {
                    width: parent.width
                    height: Math.min(Math.max(Theme.px(54), step.contentHeight + Theme.s3), Theme.px(110))
                    radius: Theme.radiusSmall
                    color: Theme.sunken
                    border.width: step.activeFocus ? Theme.px(2) : 1
                    border.color: step.activeFocus ? Theme.accent : Theme.lineStrong

                    Flickable {
                        anchors.fill: parent
                        anchors.margins: Theme.px(4)
                        clip: true
                        boundsBehavior: Flickable.StopAtBounds

                        ScrollBar.vertical: SlimScrollBar {}

                        TextArea.flickable: TextArea {
                            id: step
                            text: root.comparison.step
                            textFormat: TextEdit.PlainText
                            wrapMode: TextEdit.WrapAnywhere
                            selectByMouse: true
                            readOnly: root.comparison.isRunning
                            color: Theme.text
                            font.family: Theme.mono
                            font.pixelSize: Theme.textUi
                            //: In the empty field for commands of the difference report.
                            //% "Commands, one a line"
                            placeholderText: qsTrId("compare.placeholder")
                            placeholderTextColor: Theme.textSoft
                            background: null
                            Accessible.name: placeholderText
                            Keys.onTabPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
                            Keys.onBacktabPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
                            onTextChanged: root.comparison.step = text
                        }
                    }
                }
                Flow {
                    width: parent.width
                    spacing: Theme.s2

                    ActionButton {
                        id: run
                        visible: !root.comparison.isRunning
                        enabled: root.isPossible && root.comparison.step.trim() !== ""
                        look: ActionButton.Look.Primary
                        glyph: "play"
                        //: Button of the difference report.
                        //% "Run on both"
                        text: qsTrId("compare.run")
                        onClicked: root.comparison.run()
                    }
                    ActionButton {
                        visible: root.comparison.isRunning
                        glyph: "stop"
                        //: Button of the difference report: gives up what is under way.
                        //% "Stop"
                        text: qsTrId("compare.stop")
                        onClicked: root.comparison.cancel()
                    }
                    ActionButton {
                        visible: root.comparison.lessonStep !== "" && !root.comparison.isRunning
                        glyph: "book"
                        //: Button of the difference report: takes the commands of the lesson's page that is open.
                        //% "This page's commands"
                        text: qsTrId("compare.take.lesson")
                        onClicked: root.comparison.step = root.comparison.lessonStep
                    }
                    ActionButton {
                        visible: root.comparison.lastTyped !== "" && !root.comparison.isRunning
                        glyph: "terminal"
                        //: Button of the difference report: takes what was typed last in the terminal.
                        //% "The last command of the terminal"
                        text: qsTrId("compare.take.typed")
                        onClicked: root.comparison.step = root.comparison.lastTyped
                    }
                    ActionButton {
                        visible: root.comparison.hasReport
                        glyph: "copy"
                        //: Button of the difference report.
                        //% "Copy as text"
                        text: qsTrId("compare.copy")
                        onClicked: root.comparison.copy()
                    }
                }
                PlainLine {
                    id: why
                    visible: text !== ""
                    text: root.comparison.whyNot
                    color: Theme.warn
                    activeFocusOnTab: visible
                    Accessible.role: Accessible.StaticText
                    Accessible.name: text

                    FocusRing {
                        isShown: why.activeFocus
                    }
                }
                PlainLine {
                    visible: text !== ""
                    text: root.comparison.stage
                    color: Theme.accent
                    Accessible.role: Accessible.StatusBar
                    Accessible.name: text
                }
                PlainLine {
                    visible: text !== ""
                    text: root.comparison.summary
                    font.weight: Font.DemiBold
                    Accessible.role: Accessible.StaticText
                    Accessible.name: text
                }
            }
        }
        ListView {
            id: list
            anchors {
                top: top.bottom
                topMargin: Theme.s2
                left: parent.left
                leftMargin: -Theme.s2
                right: parent.right
                bottom: parent.bottom
            }
            visible: root.comparison.hasReport
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            activeFocusOnTab: true
            keyNavigationEnabled: true
            model: root.comparison.rows
            Accessible.role: Accessible.List
            Accessible.name: root.comparison.summary

            ScrollBar.vertical: SlimScrollBar {}

            header: Item {
                width: list.width - Theme.s4
                height: count.visible ? count.height + Theme.px(4) : 0

                Item {
                    id: count
                    visible: list.count > 0
                    width: parent.width
                    height: Theme.px(22)

                    Text {
                        x: Theme.s2 + Math.round((parent.width - 2 * Theme.s2) * 0.4) + Theme.s3
                        text: root.simulatedHead
                        color: Theme.textSoft
                        font.pixelSize: Theme.textCaption
                        font.weight: Font.DemiBold
                    }
                    Text {
                        x: Theme.s2 + Math.round((parent.width - 2 * Theme.s2) * 0.7) + Theme.s3
                        text: root.realHead
                        color: Theme.textSoft
                        font.pixelSize: Theme.textCaption
                        font.weight: Font.DemiBold
                    }
                }
            }
            footer: Column {
                width: list.width - Theme.s4
                topPadding: Theme.s3
                spacing: Theme.px(4)

                Repeater {
                    model: root.comparison.remarks

                    Text {
                        required property string modelData

                        x: Theme.s2
                        width: list.width - Theme.s5
                        text: modelData
                        textFormat: Text.PlainText
                        wrapMode: Text.Wrap
                        color: Theme.textSoft
                        font.pixelSize: Theme.textCaption
                        lineHeightMode: Text.FixedHeight
                        lineHeight: Theme.lineCaption
                    }
                }
            }
            delegate: ComparisonRow {
                width: list.width - Theme.s4
                isCurrent: list.activeFocus && ListView.isCurrentItem
                simulatedHead: root.simulatedHead
                realHead: root.realHead
            }
        }
    }

    component PlainLine: Text {
        width: parent.width
        textFormat: Text.PlainText
        color: Theme.text
        wrapMode: Text.Wrap
        font.pixelSize: Theme.textUi
        lineHeightMode: Text.FixedHeight
        lineHeight: Theme.lineUi
    }
}
