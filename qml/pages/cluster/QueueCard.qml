// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Minato.Controls
import Minato.ViewModels

/// Pods that have no node yet, as chips, with the scheduler's reason in the tool tip.
ObjectCard {
    id: root

    required property PodListModel queue
    required property string text

    //: Heading of the card with the Pods that the scheduler has not placed.
    //% "Unscheduled"
    kind: qsTrId("queue.title")
    glyph: "queue"
    name: text
    tone: queue.count > 0 ? Theme.podEdge[PodListModel.Pending] : Theme.textSoft
    badge: queue.count > 0 ? queue.count : ""
    Accessible.name: kind + ": " + text + (badge === "" ? "" : " (" + badge + ")")

    readonly property int markSize: Theme.px(19)
    readonly property int markPitch: markSize + Theme.px(4)

    ListView {
        width: Math.floor((parent.width + Theme.px(4)) / root.markPitch) * root.markPitch - Theme.px(4) // no half marks
        height: parent.height
        orientation: ListView.Horizontal
        interactive: false
        cacheBuffer: 0 // marks ahead are made later, and asked for in vain when the queue is gone by then
        spacing: Theme.px(4)
        clip: true
        model: root.queue
        activeFocusOnTab: count > 0
        onActiveFocusChanged: if (activeFocus)
            currentIndex = Math.max(0, currentIndex)
        Accessible.role: Accessible.List
        Accessible.name: root.kind

        delegate: StateBadge {
            id: badge

            required property string detail

            size: root.markSize
            Accessible.ignored: false
            Accessible.role: Accessible.ListItem
            Accessible.name: badge.detail
            Component.onCompleted: if (Theme.slow > 0)
                coming.start()

            NumberAnimation {
                id: coming
                target: badge
                property: "scale"
                from: 0
                to: 1
                duration: Theme.slow
                easing.type: Easing.OutBack
            }
            HoverHandler {
                id: hover
            }
            HintBubble {
                text: badge.detail
                isWanted: hover.hovered || badge.activeFocus
            }
            FocusRing {
                isShown: badge.activeFocus
                gap: -2
            }
        }
    }
}
