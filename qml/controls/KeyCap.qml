// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// A key, drawn like one.
Rectangle {
    id: root

    property string text: ""
    property bool isLarge: false

    implicitWidth: Math.max(implicitHeight, label.implicitWidth + 2 * Theme.s2)
    implicitHeight: isLarge ? Theme.px(34) : Theme.px(24)
    radius: Theme.radiusSmall
    color: Theme.sunken
    border.width: 1
    border.color: Theme.lineStrong

    Text {
        id: label
        anchors.centerIn: parent
        text: root.text
        textFormat: Text.PlainText
        color: Theme.text
        font.family: Theme.mono
        font.pixelSize: root.isLarge ? Theme.textReading : Theme.textCaption
    }
}
