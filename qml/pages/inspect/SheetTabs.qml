// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick

/// The sheets of a pane as tabs in one line. Where their names have no room, only the one that is shown keeps its
/// name, the others are icons; where even that is too long, the line scrolls.
Flickable {
    id: root

    required property var sheets ///< of { text, glyph }
    required property string name ///< for screen readers
    property int current: 0
    readonly property bool isCompact: namesWidth > width
    property real namesWidth: 0 ///< of all tabs with their names
    signal chosen(int index)

    function measure() {
        let sum = 0;
        for (let i = 0; i < tabs.count; ++i)
            sum += (tabs.itemAt(i) as SheetTab)?.wholeWidth ?? 0;
        namesWidth = sum;
    }
    function revealCurrent() {
        reveal(tabs.itemAt(current));
    }
    function reveal(item: Item) {
        if (item)
            contentX = Math.max(0, Math.min(item.x, Math.max(contentX, item.x + item.width - width)));
    }

    implicitHeight: row.height
    contentWidth: row.width
    boundsBehavior: Flickable.StopAtBounds
    flickableDirection: Flickable.HorizontalFlick
    interactive: contentWidth > width
    clip: interactive
    onCurrentChanged: Qt.callLater(revealCurrent) // once the tabs have their new widths
    Accessible.role: Accessible.PageTabList
    Accessible.name: name

    Row {
        id: row

        Repeater {
            id: tabs
            model: root.sheets
            onItemAdded: root.measure()

            SheetTab {
                id: tab

                required property int index
                required property var modelData

                text: modelData.text
                glyph: modelData.glyph
                isShown: root.current === index
                isIcon: root.isCompact && !isShown
                onWholeWidthChanged: root.measure()
                onClicked: root.chosen(index)
                onVisualFocusChanged: if (visualFocus)
                    root.reveal(tab)
            }
        }
    }
}
