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

    function xOf(column: int): int {
        return column * (grid.cardWidth + grid.gap);
    }
    function cardAt(index: int): NodeCard {
        return (itemAtIndex(Math.floor(index / grid.columns)) as CardRow)?.cardAt(index % grid.columns) ?? null;
    }
    /// Scrolls to a card and, when asked to, puts the keyboard on its Pods.
    function show(index: int, row: int, takesFocus: bool) {
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

    model: grid.rows
    spacing: grid.gap
    clip: contentHeight > height
    interactive: contentHeight > height
    boundsBehavior: Flickable.StopAtBounds
    cacheBuffer: 0
    keyNavigationEnabled: false

    ScrollBar.vertical: SlimScrollBar {}

    component CardRow: Item {
        id: row

        required property int index

        function cardAt(column: int): NodeCard {
            return cells.itemAt(column) as NodeCard;
        }

        width: ListView.view?.width ?? 0
        height: root.grid.stripHeight + root.grid.cardHeight

        Repeater {
            id: cells
            model: Math.max(0, Math.min(root.grid.columns, root.cards.count - row.index * root.grid.columns))

            NodeCard {
                id: card

                required property int index
                readonly property int place: row.index * root.grid.columns + index

                x: root.xOf(index)
                y: root.grid.stripHeight
                width: index === root.grid.columns - 1 ? row.width - x : root.grid.cardWidth
                height: root.grid.cardHeight
                card: root.cards.at(place, root.cards.revision)
                host: root.host
                isCompact: root.grid.isCompact
                areChips: root.grid.level === ClusterLayout.Chips
                onLeft: (dx, dy) => root.goOn(place, dx, dy)
            }
        }
        Repeater {
            model: root.grid.stripHeight > 0 ? cells.count : 0

            ZoneMark {
                id: zone

                required property int index
                readonly property int place: row.index * root.grid.columns + index

                x: root.xOf(index)
                width: index === root.grid.columns - 1 ? row.width - x : root.grid.cardWidth + (isContinued ? root.grid.gap : 0)
                height: root.grid.stripHeight
                section: root.cards.at(place, root.cards.revision)?.section ?? ""
                isFirst: index === 0 || root.cards.at(place - 1, root.cards.revision)?.section !== section
                isContinued: index + 1 < cells.count && root.cards.at(place + 1, root.cards.revision)?.section === section
            }
        }
    }
    delegate: CardRow {}
}
