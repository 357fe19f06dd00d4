// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic

/// A thin scroll bar that is seen while there is something to scroll.
ScrollBar {
    id: root

    property color ink: Theme.lineStrong

    padding: 2
    Accessible.ignored: true // for the mouse; assistive tools and keys scroll by what they go to
    minimumSize: 0.08
    policy: size < 1 ? ScrollBar.AlwaysOn : ScrollBar.AlwaysOff

    contentItem: Rectangle {
        implicitWidth: root.orientation === Qt.Vertical ? Theme.px(5) : Theme.px(40)
        implicitHeight: root.orientation === Qt.Vertical ? Theme.px(40) : Theme.px(5)
        radius: Math.min(width, height) / 2
        color: root.ink
        opacity: root.pressed ? 0.9 : root.hovered ? 0.7 : 0.32
    }
    background: Item {}
}
