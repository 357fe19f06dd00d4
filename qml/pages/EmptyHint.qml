// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Minato.Controls

/// What stands where there is nothing to show yet, and how to change that.
Item {
    id: root

    required property string glyph
    required property string text

    Column {
        anchors.centerIn: parent
        width: Math.min(parent.width - Theme.s5, Theme.px(280))
        spacing: Theme.s2

        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            width: Theme.px(44)
            height: width
            radius: width / 2
            color: Theme.accentSoft

            Icon {
                anchors.centerIn: parent
                name: root.glyph
                color: Theme.accent
                size: Theme.px(22)
            }
        }
        Text {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.Wrap
            text: root.text
            color: Theme.textSoft
            font.pixelSize: Theme.textUi
            lineHeightMode: Text.FixedHeight
            lineHeight: Theme.lineUi
        }
    }
}
