// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Minato.Controls
import Minato.ViewModels

/// The figures of an object, seen large: in one line, or in two of the same length.
Grid {
    id: root

    required property InfoList figures
    property real widest: 0 ///< what the widest figure wants
    readonly property real gap: Theme.px(6)
    readonly property int fitting: Math.max(1, Math.floor((width + gap) / (widest + gap)))
    readonly property real most: Theme.px(110)

    function measure() {
        let wanted = 0;
        for (let i = 0; i < tiles.count; ++i)
            wanted = Math.max(wanted, (tiles.itemAt(i) as FigureTile)?.wanted ?? 0);
        widest = wanted;
    }

    columns: fitting >= figures.count ? Math.max(1, figures.count) : Math.min(fitting, Math.ceil(figures.count / 2))
    spacing: gap

    Repeater {
        id: tiles
        model: root.figures
        onItemAdded: root.measure()
        onItemRemoved: root.measure()

        FigureTile {
            width: Math.min(root.most, Math.floor((root.width - (root.columns - 1) * root.gap) / root.columns))
            onWantedChanged: root.measure()
        }
    }
}
