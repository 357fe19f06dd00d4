// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQml
import QtQuick
import Minato.Controls
import Minato.ViewModels

/// The lab: the docks with their panes, in reading order. What is where is the LayoutModel's.
FocusScope {
    id: root

    required property AppModel app
    required property FramePacer pacer
    readonly property LayoutModel layout: app.layout
    /// 0: nothing but empty panels, for the first frame; 1: what is quickly made; 2: the charts as well.
    property int stage: 0
    property int pending: 0 ///< panes that are waited for
    readonly property bool isUsable: stage > 0 && pending === 0
    readonly property bool isComplete: stage === 2 && pending === 0

    function goOn() {
        stage = Math.min(2, stage + 1);
    }
    function slotOf(pane: string): PaneSlot {
        for (let i = 0; i < slots.count; ++i) {
            const slot = slots.objectAt(i) as PaneSlot;
            if (slot?.pane.paneId === pane)
                return slot;
        }
        return null;
    }
    /// For screen readers.
    function announce(text: string) {
        Accessible.announce(text, Accessible.Polite);
    }
    function fit() {
        pacer.begin();
        layout.setRoom(width, height, Theme.scale);
    }

    onWidthChanged: fit()
    onHeightChanged: fit()
    Component.onCompleted: {
        layout.available = Object.keys(registry.pages);
        fit();
    }

    Timer {
        interval: 60 // the cluster's first picture goes before the charts
        running: root.stage === 1
        onTriggered: root.goOn()
    }
    Connections {
        target: Theme

        function onScaleChanged() {
            root.fit();
        }
    }
    Panes {
        id: registry
        app: root.app
    }
    Repeater {
        id: docks
        model: root.layout.docks

        Dock {
            required property DockModel modelData

            dock: modelData
            layout: root.layout
            registry: registry
            slot: slots.count > 0 ? root.slotOf(modelData.current?.paneId ?? "") : null
        }
    }
    Repeater {
        model: root.layout.splits

        Splitter {
            required property SplitModel modelData

            split: modelData
        }
    }
    Instantiator {
        id: slots
        model: root.layout.panes

        delegate: PaneSlot {
            id: slot

            required property PaneModel modelData
            readonly property Dock dock: modelData.dock < 0 ? null : docks.itemAt(modelData.dock) as Dock

            pane: modelData
            layout: root.layout
            entry: registry.pages[modelData.paneId] ?? ({page: "", given: {}})
            place: dock?.body ?? null
            isTabbed: dock?.hasTabs ?? false
            hasChrome: dock?.hasChrome ?? false
            menuRoom: dock?.menuRoom ?? 0
            stage: root.stage
            pacer: root.pacer
            onIsPendingChanged: root.pending += isPending ? 1 : -1
            onLoaded: if (modelData.paneId === "terminal")
                slot.takeFocus()
        }
    }
    Connections {
        target: root.layout

        function onFocusAsked(pane) {
            root.slotOf(pane)?.takeFocus();
        }
        function onAnnounced(text) {
            root.announce(text);
        }
    }
    Connections {
        target: root.app.lesson

        function onRunRequested() {
            root.layout.raise("terminal");
        }
        function onGoalReached(text) {
            root.announce(text);
        }
    }
}
