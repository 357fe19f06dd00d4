// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic

/// A tool tip in the theme's colours.
ToolTip {
    id: root

    delay: 500
    padding: Theme.s2
    leftPadding: Theme.s3
    rightPadding: Theme.s3

    contentItem: Text {
        text: root.text
        color: Theme.text
        font.pixelSize: Theme.textCaption
        lineHeightMode: Text.FixedHeight
        lineHeight: Theme.lineCaption
        textFormat: Text.PlainText
        wrapMode: Text.Wrap
    }
    background: Rectangle {
        color: Theme.raised
        radius: Theme.radiusSmall
        border.width: 1
        border.color: Theme.lineStrong
    }
}
