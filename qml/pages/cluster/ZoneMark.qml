// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Minato.Controls

/// Above a node card: the name of its zone, once for neighbours that share it, and a line that holds them together.
Item {
    id: root

    property string section: ""
    property bool isFirst: true
    property bool isContinued: false

    visible: section !== ""

    Text {
        id: label
        visible: root.isFirst
        width: Math.min(implicitWidth, root.width)
        anchors.verticalCenter: parent.verticalCenter
        text: root.section
        elide: Text.ElideRight
        color: Theme.textSoft
        font.pixelSize: Theme.px(11.5)
        font.weight: Font.DemiBold
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }
    Rectangle {
        x: root.isFirst ? label.width + Theme.s2 : 0
        anchors.verticalCenter: parent.verticalCenter
        width: Math.max(0, parent.width - x)
        height: Theme.px(2)
        radius: 1
        color: Theme.line
    }
}
