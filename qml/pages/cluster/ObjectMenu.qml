// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Minato.Controls
import Minato.ViewModels

/// What can be done with an object: each entry shows the command line that it is. What destroys something is asked
/// about first, with its command in full.
Popup {
    id: root

    required property ActionsModel actions
    property int asked: -1 ///< the row that waits for a yes
    property Item opener: null

    readonly property bool isAsking: asked >= 0

    //: Heading of the menu for an object of the cluster, for screen readers. %1: "Pod web-…".
    //% "Actions for %1"
    readonly property string heading: qsTrId("menu.title").arg(actions.title)

    function openAt(item: Item, x: real, y: real) {
        asked = -1;
        opener = item;
        const place = item.mapToItem(parent, x, y);
        root.x = Math.round(Math.max(Theme.s2, Math.min(place.x, parent.width - width - Theme.s2)));
        open();
        root.y = Math.round(Math.max(Theme.s2, Math.min(place.y, parent.height - height - Theme.s2)));
        list.currentIndex = 0;
        list.forceActiveFocus(Qt.PopupFocusReason);
    }
    function choose(row: int) {
        if (actions.whyNotAt(row) !== "")
            return;
        if (actions.questionAt(row) !== "" && !isAsking) {
            asked = row;
            no.forceActiveFocus(Qt.PopupFocusReason);
            return;
        }
        close();
        actions.run(row);
    }

    width: Math.min(Theme.px(430), (parent?.width ?? 0) - 2 * Theme.s2)
    height: Math.min(implicitHeight, (parent?.height ?? 0) - 2 * Theme.s2)
    padding: Theme.s2
    focus: true
    modal: true
    dim: false
    onClosed: opener?.forceActiveFocus(Qt.PopupFocusReason)

    background: Rectangle {
        color: Theme.raised
        radius: Theme.radius
        border.width: 1
        border.color: Theme.lineStrong
    }
    contentItem: Item {
        implicitHeight: root.isAsking ? question.implicitHeight + 2 * Theme.s2 : head.height + list.contentHeight + Theme.s1

        Text {
            id: head
            visible: !root.isAsking
            width: parent.width
            height: visible ? Theme.px(28) : 0
            leftPadding: Theme.s2
            verticalAlignment: Text.AlignVCenter
            text: root.actions.title
            textFormat: Text.PlainText
            elide: Text.ElideMiddle
            color: Theme.textSoft
            font.pixelSize: Theme.textCaption
            font.weight: Font.DemiBold
        }
        ListView {
            id: list
            visible: !root.isAsking
            y: head.height
            width: parent.width
            height: parent.height - y
            clip: contentHeight > height
            model: root.actions
            keyNavigationEnabled: true
            keyNavigationWraps: true
            boundsBehavior: Flickable.StopAtBounds
            Accessible.role: Accessible.PopupMenu
            Accessible.name: root.heading
            Keys.onReturnPressed: root.choose(currentIndex)
            Keys.onEnterPressed: root.choose(currentIndex)
            Keys.onSpacePressed: root.choose(currentIndex)

            ScrollBar.vertical: SlimScrollBar {}

            delegate: AbstractButton {
                id: entry

                required property int index
                required property string command
                required property string question
                required property bool beginsGroup
                required property string whyNot
                required text

                readonly property int groupGap: beginsGroup && index > 0 ? Theme.px(9) : 0
                readonly property bool isCurrent: ListView.isCurrentItem

                width: ListView.view?.width ?? 0
                height: groupGap + words.implicitHeight + 2 * Theme.px(6)
                focusPolicy: Qt.NoFocus
                hoverEnabled: true
                Accessible.role: Accessible.MenuItem
                Accessible.name: text + ": " + (whyNot === "" ? command : whyNot)
                onHoveredChanged: if (hovered)
                    list.currentIndex = index
                onClicked: root.choose(index)

                background: Item {
                    Rectangle {
                        visible: entry.groupGap > 0
                        x: Theme.s2
                        y: Theme.px(4)
                        width: parent.width - 2 * x
                        height: 1
                        color: Theme.line
                    }
                    Rectangle {
                        y: entry.groupGap
                        width: parent.width
                        height: parent.height - y
                        radius: Theme.radiusSmall
                        color: entry.isCurrent ? Theme.accentSoft : "transparent"
                    }
                }
                contentItem: Item {
                    Column {
                        id: words
                        x: Theme.s2
                        y: entry.groupGap + Theme.px(6)
                        width: parent.width - 2 * x

                        Text {
                            width: parent.width
                            text: entry.text
                            color: entry.whyNot !== "" ? Theme.textSoft : entry.question === "" ? Theme.text : Theme.podEdge[PodListModel.Failed]
                            wrapMode: Text.Wrap
                            font.pixelSize: Theme.textUi
                        }
                        Text {
                            width: parent.width
                            text: entry.command
                            textFormat: Text.PlainText
                            wrapMode: Text.WrapAnywhere
                            color: Theme.textSoft
                            font.family: Theme.mono
                            font.pixelSize: Theme.px(11)
                        }
                        Text {
                            visible: text !== ""
                            width: parent.width
                            text: entry.whyNot
                            wrapMode: Text.Wrap
                            color: Theme.warn
                            font.pixelSize: Theme.textCaption
                        }
                    }
                }
            }
        }
        Column {
            id: question
            visible: root.isAsking
            x: Theme.s2
            y: Theme.s2
            width: parent.width - 2 * x
            spacing: Theme.s3

            Text {
                width: parent.width
                text: root.isAsking ? root.actions.questionAt(root.asked) : ""
                wrapMode: Text.Wrap
                color: Theme.text
                font.pixelSize: Theme.textBody
                lineHeightMode: Text.FixedHeight
                lineHeight: Theme.lineUi
            }
            Rectangle {
                width: parent.width
                height: commandText.implicitHeight + 2 * Theme.s2
                radius: Theme.radiusSmall
                color: Theme.terminal

                Text {
                    id: commandText
                    x: Theme.s3
                    y: Theme.s2
                    width: parent.width - 2 * x
                    text: root.isAsking ? root.actions.commandAt(root.asked) : ""
                    textFormat: Text.PlainText
                    wrapMode: Text.WrapAnywhere
                    color: Theme.terminalText
                    font.family: Theme.mono
                    font.pixelSize: Theme.textCaption
                }
            }
            Row {
                anchors.right: parent.right
                spacing: Theme.s2

                ActionButton {
                    id: no
                    //: Leaves things as they are.
                    //% "Cancel"
                    text: qsTrId("menu.cancel")
                    look: ActionButton.Look.Quiet
                    onClicked: root.close()
                    KeyNavigation.right: yes
                }
                ActionButton {
                    id: yes
                    //: Runs the command that is shown above the button.
                    //% "Run it"
                    text: qsTrId("menu.run")
                    look: ActionButton.Look.Primary
                    onClicked: root.choose(root.asked)
                    KeyNavigation.left: no
                }
            }
        }
    }
}
