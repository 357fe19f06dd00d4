// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Minato.Controls
import Minato.ViewModels

/// What the API server says to a manifest: problems with their lines, or the lines that would change.
Flickable {
    id: root

    required property EditorModel editor
    signal lineRequested(int line)

    readonly property color ink: editor.verdict === EditorModel.Wrong ? Theme.podEdge[4] : editor.canApply || editor.verdict === EditorModel.Unchanged ? Theme.good : Theme.textSoft

    contentWidth: width
    contentHeight: content.height
    clip: true
    boundsBehavior: Flickable.StopAtBounds

    ScrollBar.vertical: SlimScrollBar {}

    Column {
        id: content
        width: root.width - Theme.s2
        spacing: Theme.px(3)

        Row {
            width: parent.width
            spacing: Theme.px(6)

            Icon {
                y: Theme.px(3)
                visible: root.editor.verdictText !== ""
                name: root.editor.verdict === EditorModel.Wrong ? "warning" : root.editor.verdict === EditorModel.Checking ? "clock" : "check"
                color: root.ink
                size: Theme.px(15)
            }
            Text {
                width: parent.width - Theme.px(21)
                text: root.editor.verdictText
                wrapMode: Text.Wrap
                color: root.ink
                font.pixelSize: Theme.textUi
                font.weight: Font.DemiBold
                lineHeightMode: Text.FixedHeight
                lineHeight: Theme.lineUi
                Accessible.role: Accessible.StaticText
                Accessible.name: text
            }
        }
        Text {
            visible: text !== ""
            width: parent.width
            text: root.editor.notice
            wrapMode: Text.Wrap
            color: Theme.warn
            font.pixelSize: Theme.textCaption
            lineHeightMode: Text.FixedHeight
            lineHeight: Theme.lineCaption
        }
        Repeater {
            model: root.editor.problems

            AbstractButton {
                id: problem

                required property string label
                required property string value
                required property string note
                required property int level

                width: content.width
                implicitHeight: words.height + Theme.px(8)
                Accessible.role: Accessible.Button
                Accessible.name: (value === "" ? "" : lineText.text + ": ") + label + " " + note
                onClicked: if (level > 0)
                    root.lineRequested(level)

                background: Rectangle {
                    radius: Theme.radiusSmall
                    color: problem.hovered ? Theme.accentSoft : "transparent"

                    FocusRing {
                        isShown: problem.visualFocus
                        gap: 0
                    }
                }
                contentItem: Item {
                    Column {
                        id: words
                        x: Theme.s2
                        y: Theme.px(4)
                        width: problem.width - 2 * x

                        Text {
                            id: lineText
                            visible: problem.value !== ""
                            //: Before a problem in the editor. %1: the number of a line.
                            //% "Line %1"
                            text: qsTrId("editor.line").arg(problem.value)
                            color: Theme.podEdge[4]
                            font.pixelSize: Theme.textCaption
                            font.weight: Font.DemiBold
                            Accessible.ignored: true
                        }
                        Text {
                            width: parent.width
                            text: problem.label
                            wrapMode: Text.Wrap
                            color: Theme.text
                            font.pixelSize: Theme.textUi
                            lineHeightMode: Text.FixedHeight
                            lineHeight: Theme.lineUi
                            Accessible.ignored: true
                        }
                        Text {
                            width: parent.width
                            text: problem.note
                            wrapMode: Text.Wrap
                            textFormat: Text.PlainText
                            color: Theme.textSoft
                            font.family: Theme.mono
                            font.pixelSize: Theme.px(11.5)
                            Accessible.ignored: true
                        }
                    }
                }
            }
        }
        Repeater {
            model: root.editor.changes

            Rectangle {
                id: change

                required property string label
                required property string glyph
                required property int tone
                readonly property string sign: glyph === "plus" ? "+" : glyph === "minus" ? "−" : " "

                width: content.width
                height: line.height + Theme.px(2)
                color: tone === InfoList.Good ? Theme.goodSoft : tone === InfoList.Bad ? Theme.podSoft[4] : "transparent"
                Accessible.role: Accessible.StaticText
                Accessible.name: sign + " " + label

                Text {
                    x: Theme.s1
                    y: 1
                    text: change.sign
                    color: line.color
                    font.family: Theme.mono
                    font.pixelSize: Theme.textCaption
                    font.weight: Font.Bold
                    Accessible.ignored: true
                }
                Text {
                    id: line
                    x: Theme.px(20)
                    y: 1
                    width: change.width - x
                    text: change.label
                    wrapMode: Text.WrapAnywhere
                    textFormat: Text.PlainText
                    color: change.tone === InfoList.Good ? Theme.good : change.tone === InfoList.Bad ? Theme.podEdge[4] : Theme.textSoft
                    font.family: Theme.mono
                    font.pixelSize: Theme.textCaption
                    Accessible.ignored: true
                }
            }
        }
    }
}
