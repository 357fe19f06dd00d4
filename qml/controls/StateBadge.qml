// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// The state of a Pod as a small mark: colour, shape (filled or hollow) and glyph.
Rectangle {
    id: root

    required property int phase
    property real size: Theme.px(20)

    width: size
    height: size
    radius: Math.min(Theme.px(5), size * 0.26)
    color: Theme.podIsFilled[phase] ? Theme.podFill[phase] : Theme.surface
    border.width: Theme.px(1.5)
    border.color: Theme.podEdge[phase]
    Accessible.ignored: true

    Behavior on color {
        ColorAnimation {
            duration: Theme.slow
        }
    }

    Icon {
        anchors.centerIn: parent
        size: root.size * 0.66
        weight: 2.4
        name: Theme.podGlyph[root.phase]
        color: Theme.podIsFilled[root.phase] ? Theme.podInk : Theme.podEdge[root.phase]
    }
}
