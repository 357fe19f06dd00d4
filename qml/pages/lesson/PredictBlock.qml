// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Minato.Controls

/// A question before the action, with choices; the answer comes from the cluster.
Rectangle {
    id: root

    required property string label
    required property string title
    required property string html
    required property list<string> items
    required property int chosen
    signal choiceMade(choice: int)

    width: parent?.width ?? 0
    height: column.height + 2 * Reading.px(14)
    radius: Reading.px(8)
    color: Theme.wonderSoft
    Accessible.role: Accessible.Grouping
    Accessible.name: label

    Column {
        id: column
        x: Reading.px(14)
        y: Reading.px(14)
        width: parent.width - 2 * x
        spacing: Reading.px(8)

        CalloutHeading {
            glyph: "question"
            label: root.label
            tone: Theme.wonder
        }
        Prose {
            width: parent.width
            codeGround: Theme.surface
            html: root.title + (root.html === "" ? "" : "<br/>" + root.html)
            font.weight: Font.DemiBold
            font.pixelSize: Reading.textBody
            lineHeight: Reading.px(24)
        }
        Repeater {
            model: root.items

            ChoiceRow {
                id: choice

                required property int index
                required property string modelData

                width: column.width
                html: modelData
                checked: root.chosen === index
                onClicked: root.choiceMade(choice.index)
            }
        }
    }
}
