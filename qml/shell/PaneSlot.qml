// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Minato.Controls
import Minato.ViewModels

/// A pane's page. It moves from dock to dock and is made but once: when it is first looked at.
FocusScope {
    id: root

    required property PaneModel pane
    required property LayoutModel layout
    required property var entry ///< of Panes
    required property Item place ///< where it is; null: nowhere
    required property bool isTabbed
    required property bool hasChrome ///< the place has a header of its own
    required property int menuRoom
    required property int stage
    required property FramePacer pacer

    readonly property bool isWanted: pane.isCurrent && stage > (entry.isLate ? 1 : 0)
    readonly property bool isPending: isWanted && loader.status !== Loader.Ready
    readonly property var page: loader.item ///< of any type: see Panes
    readonly property bool hostsTabs: page?.hostsTabs ?? false
    property bool hasMenuRoom: true ///< as long as nobody knows
    readonly property int trailingWidth: page?.trailingWidth ?? 0

    signal loaded()

    function takeFocus() {
        if (!page)
            return;
        if (page.takeFocus) {
            page.takeFocus();
            return;
        }
        const first = page.nextItemInFocusChain(true);
        if (first)
            first.forceActiveFocus(Qt.ShortcutFocusReason);
    }

    parent: place
    visible: pane.isCurrent && parent !== null
    width: size.current.width
    height: size.current.height
    onActiveFocusChanged: if (activeFocus)
        layout.active = pane.paneId

    Paced {
        id: size
        pacer: root.pacer
        wanted: root.parent ? Qt.size(root.parent.width, root.parent.height) : Qt.size(0, 0)
    }
    PartLoader {
        id: loader
        anchors {
            fill: parent
            topMargin: root.hasChrome && !root.hostsTabs ? Theme.header : 0
        }
        page: root.entry.page
        given: root.entry.given
        isWanted: root.isWanted
        ground: root.entry.isTerminal ? Theme.terminal : Theme.surface
        onLoaded: {
            root.hasMenuRoom = "menuRoom" in item;
            root.loaded();
        }
    }
    Binding {
        target: loader.item
        property: "isTabbed"
        value: root.isTabbed
        when: loader.item !== null && "isTabbed" in loader.item
    }
    Binding {
        target: loader.item
        property: "menuRoom"
        value: root.menuRoom
        when: loader.item !== null && root.hasMenuRoom
    }
}
