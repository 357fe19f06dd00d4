// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Minato.Controls

/// A button of a NumberField, for the mouse; the keyboard has the arrow keys.
MouseArea {
    id: root

    required property string glyph

    width: Theme.px(26)
    height: parent?.height ?? 0
    hoverEnabled: true
    Accessible.ignored: true

    Icon {
        anchors.centerIn: parent
        name: root.glyph
        size: Theme.px(14)
        color: root.containsMouse ? Theme.accent : Theme.textSoft
    }
}
