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

    /// For screen readers: without tags, blanks around code, and marks for line breaks.
    readonly property string plain: html.replace(/<br\/>/g, " ").replace(/<[^>]*>|&nbsp;|[\u200B\u2060]/g, "").replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, "\"").replace(/&amp;/g, "&")
    readonly property string sheet: "<style>code{font-family:'" + Theme.mono + "';font-size:" + Math.round(font.pixelSize * 0.92) + "px;background-color:" + codeGround + "} tt{font-size:5px;background-color:" + codeGround + "} a{color:" + Theme.accent + "}</style>"

    text: sheet + html
    textFormat: Text.RichText
    wrapMode: Text.Wrap
    color: ink
    font.pixelSize: Reading.textReading
    lineHeightMode: Text.FixedHeight
    lineHeight: Reading.lineReading
    Accessible.role: Accessible.StaticText
    Accessible.name: plain
    onLinkActivated: link => Qt.openUrlExternally(link)
}
