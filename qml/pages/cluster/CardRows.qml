// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Minato.Controls
import Minato.ViewModels

/// The cards in rows, only those in sight being made; above each row the zones that its nodes stand in.
ListView {
    id: root

    required property CardList cards
    required property ClusterLayout grid
    required property ClusterHost host

    function cardAt(index: int): NodeCard {
        return (itemAtIndex(Math.floor(index / grid.columns)) as CardRow)?.cardAt(index % grid.columns) ?? null;
    }
    /// Scrolls to a card and, when asked to, puts the keyboard on its Pods.
    function show(index: int, row: int, takesFocus: bool) {
        forceLayout(); // it may have come this moment
        positionViewAtIndex(Math.floor(index / grid.columns), ListView.Contain);
        const card = cardAt(index);
        card?.showPod(row);
        if (takesFocus)
            card?.focusPods();
    }
    function goOn(index: int, dx: int, dy: int) {
        const next = index + dx + dy * grid.columns;
        if (next >= 0 && next < cards.count)
            show(next, -1, true);
    }

    model: CountModel {
        count: root.grid.rows
    }
    spacing: grid.gap
    clip: contentHeight > height
    interactive: contentHeight > height
    boundsBehavior: Flickable.StopAtBounds
    cacheBuffer: 0
    keyNavigationEnabled: false

    ScrollBar.vertical: SlimScrollBar {}

    delegate: CardRow {
        cards: root.cards
        grid: root.grid
        host: root.host
        onBeyond: (place, dx, dy) => root.goOn(place, dx, dy)
    }
}
