// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Minato.Controls
import Minato.ViewModels

/// Theme, text size and motion, at hand while one works.
Popup {
    id: root

    required property Preferences preferences
    required property Item opener ///< the button below which it opens

    parent: opener
    x: opener.width - width
    y: opener.height + Theme.s1
    width: Math.min(Theme.px(380) + 2 * padding, (opener.Window.window?.width ?? 0) - 2 * Theme.s3)
    padding: Theme.s4
    modal: false
    focus: true
    closePolicy: Popup.CloseOnEscape | Popup.CloseOnPressOutsideParent

    background: Rectangle {
        radius: Theme.radius
        color: Theme.raised
        border.width: Theme.edge
        border.color: Theme.lineStrong
    }
    contentItem: LooksContent {
        preferences: root.preferences
    }
}
