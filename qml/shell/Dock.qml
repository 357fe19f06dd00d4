// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Minato.Controls
import Minato.ViewModels

/// A place for panes. Several stand behind tabs, which lie in the header of the page in front; one alone has its own
/// header. A PaneSlot puts itself into `body`.
Item {
    id: root

    required property DockModel dock
    required property LayoutModel layout
    required property Panes registry
    required property PaneSlot slot ///< the one in front; null: none
    readonly property alias body: content
    readonly property bool hasTabs: dock.count > 1
    /// A header of the dock's own, for a page that has none.
    readonly property bool hasChrome: hasTabs || (slot !== null && !slot.hasMenuRoom)
    readonly property int menuRoom: menu.width
    readonly property bool isTerminal: registry.pages[dock.current?.paneId ?? ""]?.isTerminal ?? false

    visible: dock.isShown
    x: dock.place.x
    y: dock.place.y
    width: dock.place.width
    height: dock.place.height

    Rectangle {
        anchors.fill: parent
        visible: root.hasChrome && !(root.slot?.hostsTabs ?? false)
        radius: Theme.radius
        color: root.isTerminal ? Theme.terminal : Theme.surface
        border.width: 1
        border.color: Theme.line
    }
    DockTabs {
        id: tabs
        z: 1
        x: Theme.s1
        width: root.width - x - menu.width - Theme.s1 - (root.slot?.trailingWidth ?? 0)
        visible: root.hasChrome
        dock: root.dock
        layout: root.layout
        registry: root.registry
        isTerminal: root.isTerminal
    }
    Item {
        id: content
        anchors.fill: parent
    }
    DockMenu {
        id: menu
        z: 1
        anchors {
            right: parent.right
            rightMargin: Theme.px(6)
        }
        y: Math.round((Theme.header - height) / 2)
        pane: root.dock.current
        layout: root.layout
        isTerminal: root.isTerminal
    }
}
