// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Minato.Controls

/// A sentence that goes by itself, said aloud, too.
Rectangle {
    id: root

    function tell(text: string) {
        message.text = text;
        visible = true;
        away.restart();
        Accessible.announce(text, Accessible.Polite);
    }

    visible: false
    implicitWidth: Math.min(message.implicitWidth, Theme.px(420)) + 2 * Theme.s4
    implicitHeight: message.height + 2 * Theme.s3
    radius: Theme.radius
    color: Theme.raised
    border.width: Theme.edge
    border.color: Theme.lineStrong
    Accessible.role: Accessible.AlertMessage
    Accessible.name: message.text

    Text {
        id: message
        anchors.centerIn: parent
        width: root.width - 2 * Theme.s4
        textFormat: Text.PlainText
        wrapMode: Text.Wrap
        horizontalAlignment: Text.AlignHCenter
        color: Theme.text
        font.pixelSize: Theme.textUi
        lineHeightMode: Text.FixedHeight
        lineHeight: Theme.lineUi
    }
    Timer {
        id: away
        interval: 4000
        onTriggered: root.visible = false
    }
}
