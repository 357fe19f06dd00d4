// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Minato.Controls

/// A control below its label.
Column {
    id: root

    required property string label

    spacing: Theme.px(5)

    Text {
        text: root.label
        color: Theme.textSoft
        font.pixelSize: Theme.textCaption
        font.weight: Font.Medium
    }
}
