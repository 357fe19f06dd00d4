// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Minato.Controls

/// Heading of a part of the start page.
Text {
    color: Theme.text
    wrapMode: Text.Wrap
    font.pixelSize: Theme.px(18)
    font.weight: Font.Bold
    Accessible.role: Accessible.Heading
    Accessible.name: text
}
