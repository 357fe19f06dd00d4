// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Minato.Controls

/// A box beside the flow of the text: note, tip, warning, explanation.
Rectangle {
    id: root

    required property string callout
    required property string label
    required property string title
    required property string html
    required property list<string> items
    required property string verdict
    required property bool isRight

    readonly property color tone: callout === "WARNING" ? Theme.warn : callout === "TIP" ? Theme.good : callout === "WHY" ? Theme.wonder : Theme.accent
    readonly property color ground: callout === "WARNING" ? Theme.warnSoft : callout === "TIP" ? Theme.goodSoft : callout === "WHY" ? Theme.wonderSoft : Theme.accentSoft
    readonly property string glyph: callout === "WARNING" ? "warning" : callout === "TIP" ? "check" : callout === "WHY" ? "bulb" : "info"

    width: parent?.width ?? 0
    height: column.height + 2 * Reading.px(14)
    radius: Reading.px(8)
    color: ground
    Accessible.role: Accessible.Note
    Accessible.name: label

    Column {
        id: column
        x: Reading.px(14)
        y: Reading.px(14)
        width: parent.width - 2 * x
        spacing: Reading.px(6)

        CalloutHeading {
            glyph: root.glyph
            label: root.label
            tone: root.tone
        }
        Prose {
            visible: root.title !== ""
            width: parent.width
            codeGround: Theme.surface
            html: root.title
            font.weight: Font.DemiBold
            font.pixelSize: Reading.textBody
            lineHeight: Reading.px(24)
        }
        Prose {
            visible: root.html !== ""
            width: parent.width
            codeGround: Theme.surface
            html: root.html
            font.pixelSize: Reading.textBody
            lineHeight: Reading.px(25)
        }
        ListBlock {
            visible: root.items.length > 0
            codeGround: Theme.surface
            items: root.items
            isOrdered: false
            textSize: Reading.textBody
            textLine: Reading.px(25)
        }
        Row {
            visible: root.verdict !== ""
            width: parent.width
            topPadding: Reading.s1
            spacing: Reading.px(6)

            StateBadge {
                y: Reading.px(6)
                phase: root.isRight ? 2 : 3
                size: Reading.px(17)
            }
            Text {
                width: parent.width - Reading.px(23)
                text: root.verdict
                textFormat: Text.PlainText
                wrapMode: Text.Wrap
                color: Theme.text
                font.pixelSize: Reading.textUi
                lineHeightMode: Text.FixedHeight
                lineHeight: Reading.lineUi
            }
        }
    }
}
