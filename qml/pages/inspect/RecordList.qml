// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Minato.Controls
import Minato.Pages
import Minato.ViewModels

/// Events or conditions of an object: in plain words, and in the cluster's own when a row is open.
ListView {
    id: root

    required property InspectorModel inspector
    required property InfoList records
    required property string name
    required property string emptyText
    property bool isAlwaysOpen: false

    function toggle(index: int) {
        const row = itemAtIndex(index) as RecordRow;
        if (row && !isAlwaysOpen)
            inspector.toggle(row.key);
    }

    model: records
    clip: true
    spacing: Theme.px(2)
    boundsBehavior: Flickable.StopAtBounds
    activeFocusOnTab: count > 0
    keyNavigationEnabled: true
    Accessible.role: Accessible.List
    Accessible.name: name
    Keys.onReturnPressed: toggle(currentIndex)
    Keys.onEnterPressed: toggle(currentIndex)
    Keys.onSpacePressed: toggle(currentIndex)

    ScrollBar.vertical: SlimScrollBar {}

    EmptyHint {
        anchors.fill: parent
        visible: root.count === 0
        glyph: "flag"
        text: root.emptyText
    }

    delegate: RecordRow {
        width: root.width - Theme.s2
        isAlwaysOpen: root.isAlwaysOpen
        isCurrent: root.activeFocus && ListView.isCurrentItem
        onClicked: {
            root.currentIndex = index;
            root.toggle(index);
        }
    }
}
