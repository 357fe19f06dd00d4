// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Minato.Controls

Prose {
    required property int level

    width: parent?.width ?? 0
    topPadding: Theme.s2
    font.pixelSize: level <= 2 ? Theme.textTitle : Theme.px(16)
    font.weight: Font.Bold
    lineHeight: level <= 2 ? Theme.lineTitle : Theme.px(26)
    Accessible.role: Accessible.Heading
}
