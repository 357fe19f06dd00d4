// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Minato.Controls
import Minato.ViewModels

/// One Event or condition.
AbstractButton {
    id: root

    required property int index
    required property string key
    required property string label
    required property string value
    required property string note
    required property string time
    required property string span
    required property string raw
    required property int tone
    required property bool isOpen
    property bool isAlwaysOpen: false
    property bool isCurrent: false
    readonly property color ink: tone === InfoList.Good ? Theme.good : tone === InfoList.Waiting ? Theme.warn : tone === InfoList.Bad ? Theme.podEdge[4] : Theme.textSoft

    implicitHeight: content.height + Theme.px(12)
    focusPolicy: Qt.NoFocus
    Accessible.role: Accessible.ListItem
    Accessible.name: [time, label, value, span, note, isOpen || isAlwaysOpen ? raw : ""].filter(part => part !== "").join(", ")

    background: Rectangle {
        radius: Theme.radiusSmall
        color: root.hovered && !root.isAlwaysOpen ? Theme.accentSoft : "transparent"
        border.width: root.isCurrent ? Theme.px(2) : 0
        border.color: Theme.text
    }
    contentItem: Item {
        Icon {
            x: Theme.px(2)
            y: Theme.px(8)
            name: root.tone === InfoList.Good ? "check" : root.tone === InfoList.Waiting ? "clock" : root.tone === InfoList.Bad ? "warning" : "circle"
            color: root.ink
            size: Theme.px(13)
        }
        Column {
            id: content
            x: Theme.px(22)
            y: Theme.px(4)
            width: root.width - x - Theme.s1

            Flow {
                width: parent.width
                spacing: Theme.px(6)

                Text {
                    text: root.time
                    visible: text !== ""
                    color: Theme.textSoft
                    font.family: Theme.mono
                    font.pixelSize: Theme.textCaption
                    Accessible.ignored: true
                }
                Text {
                    text: root.isAlwaysOpen ? root.label : root.value
                    color: root.tone === InfoList.Plain ? Theme.accent : root.ink
                    font.pixelSize: Theme.textCaption
                    font.weight: Font.DemiBold
                    Accessible.ignored: true
                }
                Text {
                    text: root.isAlwaysOpen ? "= " + root.value : root.span
                    visible: text !== ""
                    color: Theme.textSoft
                    font.pixelSize: Theme.textCaption
                    Accessible.ignored: true
                }
            }
            Text {
                width: parent.width
                text: root.isAlwaysOpen ? root.note : root.label
                visible: text !== ""
                wrapMode: Text.Wrap
                color: Theme.text
                font.pixelSize: Theme.textUi
                lineHeightMode: Text.FixedHeight
                lineHeight: Theme.lineUi
                Accessible.ignored: true
            }
            Text {
                width: parent.width
                visible: !root.isAlwaysOpen && text !== ""
                text: root.note
                wrapMode: Text.Wrap
                color: Theme.textSoft
                font.pixelSize: Theme.textCaption
                lineHeightMode: Text.FixedHeight
                lineHeight: Theme.lineCaption
                Accessible.ignored: true
            }
            Text {
                width: parent.width
                visible: (root.isOpen || root.isAlwaysOpen) && text !== ""
                topPadding: Theme.s1
                text: root.raw
                wrapMode: Text.WrapAnywhere
                color: Theme.textSoft
                font.family: Theme.mono
                font.pixelSize: Theme.px(11.5)
                Accessible.ignored: true
            }
        }
    }
}
