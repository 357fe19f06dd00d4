// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Minato.Controls
import Minato.Pages
import Minato.ViewModels

/// From a command to the first answered request: what each part of the cluster did, and when.
Panel {
    id: root

    required property StoryModel story

    title: qsTrId("pane.story")
    glyph: "story"
    trailing: Row {
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.s1

        ActionButton {
            visible: root.story.count > 1
            look: ActionButton.Look.Quiet
            implicitHeight: Theme.hitArea
            glyph: "back"
            enabled: root.story.canGoBack
            //: Button of the event story.
            //% "The command before"
            name: qsTrId("story.back")
            onClicked: root.story.back()
        }
        Text {
            visible: text !== ""
            anchors.verticalCenter: parent.verticalCenter
            text: root.story.position
            color: Theme.textSoft
            font.pixelSize: Theme.textCaption
        }
        ActionButton {
            visible: root.story.count > 1
            look: ActionButton.Look.Quiet
            implicitHeight: Theme.hitArea
            glyph: "arrow"
            enabled: root.story.canGoForward
            //: Button of the event story.
            //% "The next command"
            name: qsTrId("story.forward")
            onClicked: root.story.forward()
        }
    }

    EmptyHint {
        anchors.fill: parent
        visible: root.story.count === 0
        glyph: "story"
        //: In the pane of the event story, before the first command.
        //% "Change something, for example with kubectl scale. Here you can then read what the cluster did about it, step by step."
        text: qsTrId("story.empty")
    }
    Text {
        id: note
        visible: text !== ""
        anchors {
            left: parent.left
            right: parent.right
            top: parent.top
            leftMargin: Theme.s4
            rightMargin: Theme.s3
        }
        text: root.story.note
        wrapMode: Text.Wrap
        color: Theme.textSoft
        font.pixelSize: Theme.textCaption
        lineHeightMode: Text.FixedHeight
        lineHeight: Theme.lineCaption
        activeFocusOnTab: visible
        Accessible.role: Accessible.StaticText
        Accessible.name: text

        FocusRing {
            isShown: note.activeFocus
        }
    }
    ListView {
        id: list

        function activate() {
            const row = currentItem as StoryRow;
            if (row?.isFoldable)
                root.story.toggle(row.key);
            if (row && row.name !== "")
                root.story.selection.select(row.kind, row.ns, row.name);
        }

        anchors {
            left: parent.left
            right: parent.right
            top: note.visible ? note.bottom : parent.top
            bottom: parent.bottom
            leftMargin: Theme.s2
            rightMargin: Theme.px(3)
            bottomMargin: Theme.s2
        }
        model: root.story.rows
        visible: count > 0
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        activeFocusOnTab: true
        Accessible.role: Accessible.List
        Accessible.name: root.title + ": " + root.story.title
        Keys.onReturnPressed: activate()
        Keys.onEnterPressed: activate()
        Keys.onSpacePressed: activate()

        ScrollBar.vertical: SlimScrollBar {}

        delegate: StoryRow {
            id: row

            width: list.width - Theme.s2
            isCurrent: list.activeFocus && ListView.isCurrentItem
            isSelected: name !== "" && level === 1 && root.story.selection.name === name && root.story.selection.kind === kind
            onFoldToggled: root.story.toggle(key)
            onClicked: {
                list.currentIndex = index;
                if (name !== "")
                    root.story.selection.select(kind, ns, name);
                else if (isFoldable)
                    root.story.toggle(key);
            }
        }
    }
}
