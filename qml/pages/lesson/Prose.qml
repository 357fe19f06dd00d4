// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Minato.Controls

/// A piece of running text with the lesson's small HTML in the theme's colours.
Text {
    id: root

    required property string html
    property color ink: Theme.text
    property color codeGround: Theme.accentSoft

    readonly property string sheet: "<style>code{font-family:'" + Theme.mono + "';font-size:" + Math.round(font.pixelSize * 0.92) + "px;background-color:" + codeGround + "} tt{font-size:5px;background-color:" + codeGround + "} a{color:" + Theme.accent + "}</style>"

    text: sheet + html
    textFormat: Text.RichText
    wrapMode: Text.Wrap
    color: ink
    font.pixelSize: Theme.textReading
    lineHeightMode: Text.FixedHeight
    lineHeight: Theme.lineReading
    Accessible.role: Accessible.StaticText
    Accessible.name: html.replace(/<[^>]*>|&nbsp;/g, "")
    onLinkActivated: link => Qt.openUrlExternally(link)
}
