// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic

/// A menu in the theme's colours, as wide as its entries need.
Menu {
    id: root

    readonly property real widest: {
        let most = Theme.px(160);
        for (let i = 0; i < count; ++i)
            most = Math.max(most, itemAt(i)?.implicitWidth ?? 0);
        return most;
    }

    width: widest + leftPadding + rightPadding
    padding: Theme.s1
    margins: Theme.s1
    overlap: 0
    enter: null
    exit: null

    background: Rectangle {
        radius: Theme.radius
        color: Theme.raised
        border.width: 1
        border.color: Theme.lineStrong
    }
}
