// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQml

/// Spacing and type at a scale.
QtObject {
    id: root

    property real scale: 1

    function px(value: real): int {
        return Math.round(value * root.scale);
    }

    // Spacing: a grid of 4.
    readonly property int s1: px(4)
    readonly property int s2: px(8)
    readonly property int s3: px(12)
    readonly property int s4: px(16)
    readonly property int s5: px(24)
    readonly property int s6: px(32)

    // Type. Line heights are fixed: the Japanese face's own are 1.45 em.
    readonly property int textCaption: px(12)
    readonly property int textUi: px(13)
    readonly property int textBody: px(14)
    readonly property int textReading: px(15)
    readonly property int textTitle: px(22)
    readonly property int lineCaption: px(18)
    readonly property int lineUi: px(22)
    readonly property int lineReading: px(27)
    readonly property int lineTitle: px(33)
}
