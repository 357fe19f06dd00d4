// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Minato.Controls
import Minato.ViewModels

/// Code with a heading: what it is, copy it, run it.
Rectangle {
    id: root

    required property SyntaxRepository syntax
    required property string code
    required property string language
    required property string codeLabel
    required property bool isRunnable
    required property bool hasRun
    signal runRequested
    signal copyRequested

    readonly property bool isOutput: language === "output"

    width: parent?.width ?? 0
    height: header.height + body.height + Reading.px(10)
    radius: Reading.px(8)
    color: isOutput ? "transparent" : Theme.sunken
    border.width: 1
    border.color: Theme.line
    Accessible.role: Accessible.Grouping
    Accessible.name: codeLabel

    Item {
        id: header
        width: parent.width
        height: Reading.px(root.isRunnable ? 40 : 34)

        Text {
            anchors {
                left: parent.left
                leftMargin: Reading.s3
                verticalCenter: parent.verticalCenter
            }
            text: root.codeLabel
            color: Theme.textSoft
            font.pixelSize: Reading.textCaption
        }
        Row {
            anchors {
                right: parent.right
                rightMargin: Reading.px(6)
                verticalCenter: parent.verticalCenter
            }
            spacing: Reading.s1

            ActionButton {
                visible: !root.isOutput
                look: ActionButton.Look.Quiet
                glyph: "copy"
                implicitHeight: Theme.hitArea
                //: Button in the heading of a code block.
                //% "Copy"
                hint: qsTrId("code.copy")
                name: hint + ": " + root.code
                onClicked: root.copyRequested()
            }
            ActionButton {
                visible: root.isRunnable
                look: root.hasRun ? ActionButton.Look.Soft : ActionButton.Look.Primary
                glyph: root.hasRun ? "check" : "play"
                implicitHeight: Theme.hitArea
                text: root.hasRun ? root.runAgain : root.run
                name: text + ": " + root.code
                hint: ""
                onClicked: root.runRequested()
            }
        }
    }
    //: Button of a code block: types its commands into the terminal.
    //% "Run"
    readonly property string run: qsTrId("code.run")
    //: Button of a code block whose commands ran already: runs them once more.
    //% "Run again"
    readonly property string runAgain: qsTrId("code.run-again")

    Flickable {
        id: body
        anchors {
            left: parent.left
            right: parent.right
            top: header.bottom
            leftMargin: Reading.s3
            rightMargin: Reading.s3
        }
        height: edit.implicitHeight + (contentWidth > width ? Reading.px(10) : 0)
        contentWidth: root.isOutput ? edit.implicitWidth : width
        contentHeight: height
        flickableDirection: Flickable.HorizontalFlick
        boundsBehavior: Flickable.StopAtBounds
        interactive: contentWidth > width
        clip: true

        ScrollBar.horizontal: SlimScrollBar {}

        TextEdit {
            id: edit
            width: root.isOutput ? implicitWidth : body.width
            readOnly: true
            selectByMouse: true
            activeFocusOnTab: false
            text: root.code
            textFormat: TextEdit.PlainText
            wrapMode: root.isOutput ? TextEdit.NoWrap : TextEdit.Wrap
            color: Theme.text
            selectionColor: Theme.accent
            selectedTextColor: Theme.accentInk
            font.family: Theme.mono
            font.pixelSize: Reading.px(root.isOutput ? 12 : 13)
            font.features: ({
                    calt: 0
                })
            Accessible.name: root.codeLabel
            Accessible.description: root.code
        }
    }
    CodeHighlighter {
        syntax: root.syntax
        document: edit.textDocument
        language: root.language
        isDark: Theme.isDark
    }
}
