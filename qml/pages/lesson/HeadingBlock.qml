// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Minato.Controls

Prose {
    required property int level

    width: parent?.width ?? 0
    topPadding: Reading.s2
    font.pixelSize: level <= 2 ? Reading.textTitle : Reading.px(16)
    font.weight: Font.Bold
    lineHeight: level <= 2 ? Reading.lineTitle : Reading.px(26)
    Accessible.role: Accessible.Heading
}
