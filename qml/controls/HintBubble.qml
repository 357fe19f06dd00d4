// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic

/// A tool tip in the theme's colours for the item around it. It is made when it is wanted: a window has dozens of
/// them, and most are never seen.
Loader {
    id: root

    property string text: ""
    property bool isWanted: false

    active: isWanted && text !== ""
    sourceComponent: ToolTip {
        id: bubble

        parent: root.parent
        text: root.text
        visible: true
        delay: 500
        width: Math.min(implicitWidth, Theme.px(420))
        padding: Theme.s2
        leftPadding: Theme.s3
        rightPadding: Theme.s3

        contentItem: Text {
            text: bubble.text
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
}
