// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Minato.Controls

Row {
    id: root

    required property string glyph
    required property string label
    required property color tone

    spacing: Reading.px(6)

    Icon {
        anchors.verticalCenter: parent.verticalCenter
        name: root.glyph
        color: root.tone
        size: Reading.px(16)
        weight: 2
    }
    Text {
        anchors.verticalCenter: parent.verticalCenter
        text: root.label
        color: root.tone
        font.pixelSize: Reading.textCaption
        font.weight: Font.DemiBold
    }
}
