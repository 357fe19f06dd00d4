// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Minato.Controls
import Minato.ViewModels

/// One line of an event story: when, what, and how long after the line before.
AbstractButton {
    id: root

    required property int index
    required property string key
    required property string label
    required property string value
    required property string note
    required property string glyph
    required property string time
    required property string span
    required property string raw
    required property string kind
    required property string ns
    required property string name
    required property int tone
    required property int level
    required property bool isOpen
    required property bool isFoldable
    property bool isCurrent: false
    property bool isSelected: false
    readonly property bool isPod: level === 1 && kind !== ""
    readonly property bool isTyped: level === 0 && kind === ""
    readonly property color ink: tone === InfoList.Good ? Theme.good : tone === InfoList.Waiting ? Theme.warn : tone === InfoList.Bad ? Theme.podEdge[4] : tone === InfoList.Soft ? Theme.textSoft : Theme.accent
    readonly property int timeWidth: Theme.px(46)
    readonly property int textX: timeWidth + Theme.px(30) + Math.max(0, level - 1) * Theme.s3 + (level > 0 ? Theme.s2 : 0)

    signal foldToggled

    implicitHeight: content.height + Theme.px(isPod ? 12 : 8)
    focusPolicy: Qt.NoFocus
    Accessible.role: Accessible.ListItem
    Accessible.name: [time, value, label, note, span, isOpen ? raw : ""].filter(part => part !== "").join(", ")

    background: Rectangle {
        radius: Theme.radiusSmall
        color: root.isSelected ? Theme.accentSoft : root.hovered ? Qt.alpha(Theme.accentSoft, 0.6) : "transparent"
        border.width: root.isCurrent ? Theme.px(2) : 0
        border.color: Theme.text
    }
    contentItem: Item {
        Text {
            id: timeText
            visible: !root.isPod
            y: Theme.px(6)
            width: root.timeWidth
            horizontalAlignment: Text.AlignRight
            text: root.time
            color: Theme.textSoft
            font.family: Theme.mono
            font.pixelSize: Theme.px(11.5)
            Accessible.ignored: true
        }
        Rectangle {
            x: root.timeWidth + Theme.px(14)
            y: 0
            width: Theme.px(2)
            height: root.height
            color: Theme.line
        }
        Rectangle {
            x: root.timeWidth + Theme.px(15) - width / 2
            y: Theme.px(4)
            width: Theme.px(root.level === 0 ? 22 : 16)
            height: width
            radius: width / 2
            visible: !root.isPod
            color: Theme.surface
            border.width: Theme.px(1.5)
            border.color: root.ink

            Icon {
                anchors.centerIn: parent
                name: root.glyph
                color: root.ink
                size: Theme.px(root.level === 0 ? 13 : 10)
            }
        }
        Column {
            id: content
            x: root.textX
            y: Theme.px(root.isPod ? 6 : 3)
            width: root.width - x - Theme.s1

            Text {
                width: parent.width
                visible: text !== "" && !root.isPod
                text: root.value
                wrapMode: Text.Wrap
                color: Theme.textSoft
                font.pixelSize: Theme.textCaption
                Accessible.ignored: true
            }
            Item {
                width: parent.width
                height: Math.max(sentence.height, spanText.height)

                Text {
                    id: sentence
                    width: parent.width - (spanText.visible ? spanText.width + Theme.s2 : 0) - (fold.visible ? fold.width : 0)
                    text: root.label
                    wrapMode: root.isPod ? Text.WrapAnywhere : Text.Wrap
                    textFormat: Text.PlainText
                    color: root.isPod ? Theme.accent : root.tone === InfoList.Bad ? root.ink : Theme.text
                    font.family: root.isPod || root.isTyped ? Theme.mono : Theme.sans
                    font.pixelSize: root.isPod ? Theme.textCaption : Theme.textUi
                    font.weight: root.isPod || root.isTyped || root.level === 0 && root.tone === InfoList.Good ? Font.DemiBold : Font.Normal
                    lineHeightMode: Text.FixedHeight
                    lineHeight: Theme.lineUi
                    Accessible.ignored: true
                }
                Text {
                    id: spanText
                    visible: text !== ""
                    anchors {
                        right: fold.left
                        rightMargin: fold.visible ? 0 : -fold.width
                    }
                    y: Theme.px(4)
                    text: root.span
                    color: Theme.textSoft
                    font.pixelSize: Theme.px(11.5)
                    Accessible.ignored: true
                }
                ActionButton {
                    id: fold
                    anchors.right: parent.right
                    visible: root.isFoldable
                    look: ActionButton.Look.Quiet
                    focusPolicy: Qt.NoFocus
                    implicitHeight: Theme.px(22)
                    implicitWidth: Theme.px(24)
                    glyph: "chevron"
                    rotation: root.isOpen ? 180 : 0
                    name: root.isOpen ? root.fewer : root.more
                    onClicked: root.foldToggled()
                }
            }
            Text {
                width: parent.width
                visible: text !== ""
                text: root.note
                wrapMode: Text.Wrap
                textFormat: Text.PlainText
                color: Theme.textSoft
                font.pixelSize: Theme.textCaption
                lineHeightMode: Text.FixedHeight
                lineHeight: Theme.lineCaption
                Accessible.ignored: true
            }
            Text {
                width: parent.width
                visible: root.isOpen && text !== ""
                topPadding: Theme.s1
                text: root.raw
                wrapMode: Text.WrapAnywhere
                textFormat: Text.PlainText
                color: Theme.textSoft
                font.family: Theme.mono
                font.pixelSize: Theme.px(11.5)
                Accessible.ignored: true
            }
        }
    }
    //: Button of a line of the event story.
    //% "Show the raw events"
    readonly property string more: qsTrId("story.more")
    //: Button of a line of the event story.
    //% "Hide the raw events"
    readonly property string fewer: qsTrId("story.fewer")
}
