// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Minato.ViewModels

/// Cards side by side, and above them the zones that their nodes stand in.
Item {
    id: root

    required property int index
    required property CardList cards
    required property ClusterLayout grid
    required property ClusterHost host

    readonly property int first: index * grid.columns

    signal beyond(int place, int dx, int dy)

    function cardAt(column: int): NodeCard {
        return cells.itemAt(column) as NodeCard;
    }
    function xOf(column: int): int {
        return column * (grid.cardWidth + grid.gap);
    }
    function widthOf(column: int): int {
        return column === grid.columns - 1 ? width - xOf(column) : grid.cardWidth;
    }

    width: ListView.view?.width ?? 0
    height: grid.stripHeight + grid.cardHeight

    Repeater {
        model: CountModel {
            count: root.grid.stripHeight > 0 ? cells.count : 0
        }

        ZoneMark {
            id: zone

            required property int index
            readonly property int place: root.first + index

            x: root.xOf(index)
            width: root.widthOf(index) + (isContinued ? root.grid.gap : 0)
            height: root.grid.stripHeight
            section: root.cards.at(place, root.cards.revision)?.section ?? ""
            isFirst: index === 0 || root.cards.at(place - 1, root.cards.revision)?.section !== section
            isContinued: index + 1 < cells.count && root.cards.at(place + 1, root.cards.revision)?.section === section
        }
    }
    Repeater {
        id: cells
        model: CountModel {
            count: Math.min(root.grid.columns, root.cards.count - root.first)
        }

        NodeCard {
            required property int index
            readonly property int place: root.first + index

            x: root.xOf(index)
            y: root.grid.stripHeight
            width: root.widthOf(index)
            height: root.grid.cardHeight
            card: root.cards.at(place, root.cards.revision)
            host: root.host
            isCompact: root.grid.isCompact
            areChips: root.grid.areChips
            onBeyond: (dx, dy) => root.beyond(place, dx, dy)
        }
    }
}
