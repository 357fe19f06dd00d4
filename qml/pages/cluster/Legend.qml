// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Minato.Controls

/// What the marks of Pods mean.
Grid {
    id: root

    required property list<string> words
    property bool isUpright: false

    columns: isUpright ? 1 : words.length
    spacing: Theme.px(11)
    Accessible.ignored: true

    Repeater {
        model: root.words

        Row {
            id: entry

            required property int index
            required property string modelData

            spacing: Theme.px(5)

            StateBadge {
                anchors.verticalCenter: parent.verticalCenter
                size: Theme.px(15)
                phase: entry.index
            }
            Text {
                anchors.verticalCenter: parent.verticalCenter
                text: entry.modelData
                color: Theme.textSoft
                font.pixelSize: Theme.textCaption
            }
        }
    }
}
