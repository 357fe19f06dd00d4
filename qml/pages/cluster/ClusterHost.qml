// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Minato.Controls
import Minato.ViewModels

/// What everything in the picture of the cluster shares: the selection, the menu of an object, the colours of Pods.
QtObject {
    id: root

    required property SelectionModel selection
    required property ActionsModel actions
    property ObjectMenu menu: null

    readonly property PodLook look: PodLook {
        fills: Theme.podFill
        edges: Theme.podEdge
        isFilled: Theme.podIsFilled
        ground: Theme.surface
        frame: Theme.sunken
        line: Theme.line
        ink: Theme.podInk
        accent: Theme.accent
        text: Theme.text
        warn: Theme.podFill[PodListModel.Pending]
        bad: Theme.podFill[PodListModel.Failed]
    }

    function pick(kind: string, ns: string, name: string) {
        if (kind !== "")
            selection.select(kind, ns, name);
    }
    /// Opens what can be done with an object, at a place in an item.
    function openMenu(item: Item, x: real, y: real, kind: string, ns: string, name: string) {
        if (kind === "" || !actions.open(kind, ns, name))
            return;
        pick(kind, ns, name);
        menu.openAt(item, x, y);
    }
    /// Whether a key asks for the menu of what it is on.
    function isMenuKey(event: KeyEvent): bool {
        return event.key === Qt.Key_Menu || event.key === Qt.Key_F10 && (event.modifiers & Qt.ShiftModifier) !== 0;
    }
}
