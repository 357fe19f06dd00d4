// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Minato.Controls

/// A table with a header row.
Rectangle {
    id: root

    required property list<string> items
    required property int columns

    width: parent?.width ?? 0
    height: grid.height + 2
    radius: Reading.px(8)
    color: "transparent"
    border.width: 1
    border.color: Theme.line
    Accessible.role: Accessible.Table

    GridLayout {
        id: grid
        x: 1
        y: 1
        width: parent.width - 2
        columns: root.columns
        columnSpacing: 0
        rowSpacing: 0

        Repeater {
            model: root.items

            Item {
                id: cell

                required property int index
                required property string modelData
                readonly property bool isHeader: index < root.columns
                readonly property bool isFirst: index % root.columns === 0

                Layout.fillWidth: !isFirst
                Layout.fillHeight: true
                Layout.preferredWidth: isFirst ? Reading.px(112) : Reading.px(120)
                implicitHeight: prose.height + Reading.px(12)
                Accessible.role: Accessible.Cell

                Rectangle {
                    visible: !cell.isHeader
                    width: parent.width
                    height: 1
                    color: Theme.line
                }
                Prose {
                    id: prose
                    x: Reading.px(10)
                    y: Reading.px(6)
                    width: parent.width - 2 * x
                    html: cell.modelData
                    ink: cell.isHeader ? Theme.textSoft : Theme.text
                    font.pixelSize: Reading.textUi
                    lineHeight: Reading.px(21)
                }
            }
        }
    }
}
