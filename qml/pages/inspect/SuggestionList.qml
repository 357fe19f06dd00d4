// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Minato.Controls
import Minato.ViewModels

/// What may stand at the cursor of the editor.
Rectangle {
    id: root

    required property InfoList suggestions
    readonly property alias count: list.count
    property alias currentIndex: list.currentIndex
    signal chosen(int index)

    function incrementCurrentIndex() {
        list.incrementCurrentIndex();
    }
    function decrementCurrentIndex() {
        list.decrementCurrentIndex();
    }

    height: Math.min(list.contentHeight, Theme.px(180)) + 2
    radius: Theme.radiusSmall
    color: Theme.raised
    border.width: 1
    border.color: Theme.lineStrong

    ListView {
        id: list
        anchors {
            fill: parent
            margins: 1
        }
        model: root.suggestions
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        Accessible.role: Accessible.List
        //: Name of the list of suggestions in the editor, for screen readers.
        //% "Suggestions"
        Accessible.name: qsTrId("editor.suggestions")

        ScrollBar.vertical: SlimScrollBar {}

        delegate: Rectangle {
            id: row

            required property int index
            required property string label
            required property string value
            required property string note

            width: list.width
            height: words.height + Theme.px(8)
            color: ListView.isCurrentItem ? Theme.accentSoft : "transparent"
            radius: Theme.radiusSmall
            Accessible.role: Accessible.ListItem
            Accessible.name: [label, value, note].filter(part => part !== "").join(", ")

            TapHandler {
                onTapped: root.chosen(row.index)
            }
            Column {
                id: words
                x: Theme.s2
                y: Theme.px(4)
                width: row.width - 2 * x

                Flow {
                    width: parent.width
                    spacing: Theme.s2

                    Text {
                        text: row.label
                        color: Theme.text
                        font.family: Theme.mono
                        font.pixelSize: Theme.px(12.5)
                        font.weight: Font.DemiBold
                        Accessible.ignored: true
                    }
                    Text {
                        visible: text !== ""
                        width: Math.min(implicitWidth, words.width)
                        text: row.value
                        wrapMode: Text.WrapAnywhere
                        color: Theme.textSoft
                        font.family: Theme.mono
                        font.pixelSize: Theme.px(11.5)
                        Accessible.ignored: true
                    }
                }
                Text {
                    visible: text !== ""
                    width: parent.width
                    text: row.note
                    wrapMode: Text.Wrap
                    color: Theme.textSoft
                    font.pixelSize: Theme.textCaption
                    lineHeightMode: Text.FixedHeight
                    lineHeight: Theme.lineCaption
                    Accessible.ignored: true
                }
            }
        }
    }
}
