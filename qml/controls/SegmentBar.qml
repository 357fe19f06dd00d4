// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// The frame around SegmentButtons.
Rectangle {
    id: root

    default property alias segments: row.data
    property string name: ""

    implicitWidth: row.implicitWidth + 2 * Theme.px(3)
    implicitHeight: row.implicitHeight + 2 * Theme.px(3)
    radius: Theme.radiusSmall + Theme.px(3)
    color: Theme.surface
    border.width: 1
    border.color: Theme.line
    Accessible.role: Accessible.Grouping
    Accessible.name: name

    Row {
        id: row
        anchors.centerIn: parent
        spacing: Theme.px(2)
    }
}
