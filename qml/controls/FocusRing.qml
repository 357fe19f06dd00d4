// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Minato.ViewModels

/// The ring around what the keyboard is on.
RingItem {
    id: root

    required property bool isShown
    property real gap: 2

    anchors.fill: parent
    anchors.margins: -gap - 2
    visible: isShown
    radius: Theme.radiusSmall + gap + 2
    color: Theme.text
}
