// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// How much of a whole.
Rectangle {
    id: root

    required property real value
    property color fill: Theme.accent

    implicitHeight: Theme.px(5)
    radius: height / 2
    color: Theme.line
    Accessible.ignored: true

    Rectangle {
        width: Math.round(root.width * Math.max(0, Math.min(1, root.value)))
        height: root.height
        radius: root.radius
        color: root.fill

        Behavior on width {
            NumberAnimation {
                duration: Theme.slow
                easing.type: Easing.OutCubic
            }
        }
    }
}
