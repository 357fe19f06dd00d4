// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Minato.Controls
import Minato.ViewModels

/// The tabs of a dock. Where there is not room for all names, only the one in front has its name.
Flickable {
    id: root

    required property DockModel dock
    required property LayoutModel layout
    required property Panes registry
    property bool isTerminal: false

    readonly property real wanted: {
        let sum = 0;
        for (let i = 0; i < tabs.count; ++i)
            sum += (tabs.itemAt(i) as PaneTab)?.fullWidth ?? 0;
        return sum;
    }

    function reveal(tab: Item) {
        contentX = Math.max(0, Math.min(tab.x, Math.max(contentX, tab.x + tab.width - width)));
    }

    height: Theme.header
    contentWidth: row.width
    interactive: contentWidth > width
    boundsBehavior: Flickable.StopAtBounds
    clip: interactive
    Accessible.role: Accessible.PageTabList
    //: Name of a row of tabs, for screen readers.
    //% "Panes"
    Accessible.name: qsTrId("dock.tabs")

    Row {
        id: row

        Repeater {
            id: tabs
            model: root.dock.panes

            PaneTab {
                id: tab

                required property PaneModel modelData
                readonly property string count: root.registry.count(modelData.paneId)

                implicitHeight: Theme.header
                //: On a tab of the window: a pane's name and how much there is in it, "Events (12)".
                //% "%1 (%2)"
                text: count === "" ? modelData.title : qsTrId("dock.tab").arg(modelData.title).arg(count)
                glyph: root.registry.pages[modelData.paneId]?.glyph ?? ""
                isBrief: root.wanted > root.width
                isFront: modelData.isCurrent
                inkOn: root.isTerminal ? Theme.terminalText : Theme.text
                inkOff: root.isTerminal ? Theme.terminalSoft : Theme.textSoft
                mark: root.isTerminal ? Theme.terminalAccent : Theme.accent
                onClicked: root.layout.show(modelData.paneId)
                onActiveFocusChanged: if (activeFocus)
                    root.reveal(tab)
                Keys.onLeftPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
                Keys.onRightPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
            }
        }
    }
}
