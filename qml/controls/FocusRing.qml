// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// The ring around what the keyboard is on.
Rectangle {
    id: root

    required property bool isShown
    property real gap: 2

    anchors.fill: parent
    anchors.margins: -gap - 2
    visible: isShown
    color: "transparent"
    radius: Theme.radiusSmall + gap + 2
    border.width: 2
    border.color: Theme.text
    Accessible.ignored: true
}
