// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Minato.Controls
import Minato.ViewModels

/// The first page: where to go on, lessons, clusters to play with. Declared in reading order.
FocusScope {
    id: root

    required property StartModel start
    required property Preferences preferences
    signal settingsAsked

    readonly property bool isWide: width / Theme.scale >= 980
    readonly property int margin: Math.round(Math.max(Theme.s5, (width - Theme.px(1320)) / 2))
    readonly property int gap: Theme.s5
    readonly property int sideWidth: isWide ? Math.round(Math.max(Theme.px(360), Math.min(width * 0.34, Theme.px(440)))) : width - 2 * margin

    //: Name of the first page, for screen readers.
    //% "Start page"
    Accessible.name: qsTrId("start.page")
    Accessible.role: Accessible.Pane

    /// Scrolls to what has the keyboard.
    function reveal(item: Item) {
        const top = item.mapToItem(page.contentItem, 0, 0).y;
        if (top < page.contentY + Theme.s4 || top + item.height > page.contentY + page.height - Theme.s4)
            page.contentY = Math.max(0, Math.min(top - Theme.px(120), page.contentHeight - page.height));
    }

    Connections {
        target: root.Window.window

        function onActiveFocusItemChanged() {
            if (root.activeFocus && root.Window.activeFocusItem)
                root.reveal(root.Window.activeFocusItem);
        }
    }
    Flickable {
        id: page
        objectName: "startScroll"
        anchors.fill: parent
        contentHeight: hero.height + body.height + 2 * Theme.s5
        boundsBehavior: Flickable.StopAtBounds
        clip: true

        ScrollBar.vertical: SlimScrollBar {}

        StartHero {
            id: hero
            width: page.width
            margin: root.margin
            start: root.start
            preferences: root.preferences
            focus: true
            onSettingsAsked: root.settingsAsked()
        }
        Item {
            id: body
            x: root.margin
            y: hero.height + Theme.s5
            width: page.width - 2 * root.margin
            height: root.isWide ? Math.max(lessons.height, side.height) : lessons.height + root.gap + side.height

            LessonCards {
                id: lessons
                width: root.isWide ? body.width - root.sideWidth - root.gap : body.width
                start: root.start
            }
            Column {
                id: side
                x: root.isWide ? lessons.width + root.gap : 0
                y: root.isWide ? 0 : lessons.height + root.gap
                width: root.isWide ? root.sideWidth : body.width
                spacing: root.gap

                PlaygroundCard {
                    width: parent.width
                    start: root.start
                    playground: root.start.playground
                }
                OwnClusterCard {
                    width: parent.width
                    contexts: root.start.contexts
                }
            }
        }
    }
}
