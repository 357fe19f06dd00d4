// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Minato.Controls
import Minato.ViewModels

/// The cluster's Events, beside the terminal and in its colours.
TerminalPanel {
    id: root

    required property EventsModel events

    function takeFocus() {
        list.forceActiveFocus(Qt.ShortcutFocusReason);
    }

    //: Heading of the list of the cluster's Events. %1: their number.
    //% "Events (%1)"
    title: qsTrId("events.title").arg(root.events.countText)
    glyph: "flag"

    EventsView {
        id: list
        anchors {
            fill: parent
            leftMargin: Theme.s3
            rightMargin: Theme.px(2)
            bottomMargin: Theme.px(6)
        }
        events: root.events
    }
}
