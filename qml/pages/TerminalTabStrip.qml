// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Minato.Controls
import Minato.ViewModels

/// The terminal's tabs, where there are several: a shell each.
Flickable {
    id: root

    required property TerminalTabs tabs

    implicitHeight: Theme.hitArea + Theme.s1
    contentWidth: row.width
    interactive: contentWidth > width
    boundsBehavior: Flickable.StopAtBounds
    clip: interactive
    Accessible.role: Accessible.PageTabList
    //: Name of the terminal's row of tabs, for screen readers.
    //% "Terminal tabs"
    Accessible.name: qsTrId("terminal.tabs")

    Row {
        id: row
        spacing: Theme.s1

        Repeater {
            model: root.tabs.all

            AbstractButton {
                id: tab

                required property int index
                required property TerminalModel modelData
                readonly property bool isFront: root.tabs.current === index

                function reveal() {
                    root.contentX = Math.max(0, Math.min(x, Math.max(root.contentX, x + width - root.width)));
                }

                implicitHeight: Theme.hitArea
                implicitWidth: label.implicitWidth + busy.width + closer.width + 3 * Theme.s2
                //: Name of a tab of the terminal. %1: its number.
                //% "Shell %1"
                text: qsTrId("terminal.tab").arg(modelData.tab + 1)
                Accessible.role: Accessible.PageTab
                //: A tab of the terminal in which a command runs, for screen readers. %1: "Shell 2".
                //% "%1, running"
                Accessible.name: modelData.isBusy ? qsTrId("terminal.tab-busy").arg(text) : text
                Accessible.selectable: true
                Accessible.selected: isFront
                onClicked: root.tabs.current = index
                onIsFrontChanged: if (isFront)
                    reveal()
                onActiveFocusChanged: if (activeFocus)
                    reveal()
                Keys.onLeftPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
                Keys.onRightPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)

                contentItem: Item {
                    Icon {
                        id: busy
                        x: Theme.s2
                        anchors.verticalCenter: parent.verticalCenter
                        name: tab.modelData.isBusy ? "spin" : "terminal"
                        color: tab.isFront ? Theme.terminalAccent : Theme.terminalSoft
                        size: Theme.px(13)
                    }
                    Text {
                        id: label
                        anchors {
                            left: busy.right
                            leftMargin: Theme.px(6)
                            verticalCenter: parent.verticalCenter
                        }
                        text: tab.text
                        color: tab.isFront || tab.hovered ? Theme.terminalText : Theme.terminalSoft
                        font.pixelSize: Theme.textUi
                        font.weight: tab.isFront ? Font.DemiBold : Font.Medium
                    }
                    ActionButton {
                        id: closer
                        anchors {
                            right: parent.right
                            verticalCenter: parent.verticalCenter
                        }
                        look: ActionButton.Look.OnTerminal
                        implicitHeight: Theme.hitArea
                        implicitWidth: Theme.hitArea
                        glyph: "cross"
                        //: Button on a tab of the terminal; what runs in it ends. %1: "Shell 2".
                        //% "Close %1"
                        name: qsTrId("terminal.tab-close").arg(tab.text)
                        onClicked: root.tabs.close(tab.index)
                    }
                }
                background: Rectangle {
                    radius: Theme.radiusSmall
                    color: tab.isFront || tab.hovered ? Theme.terminalHover : "transparent"

                    Rectangle {
                        visible: tab.isFront
                        anchors.bottom: parent.bottom
                        width: parent.width
                        height: Theme.px(2)
                        color: Theme.terminalAccent
                    }
                    FocusRing {
                        isShown: tab.visualFocus
                        gap: -Theme.px(1)
                        color: Theme.terminalText
                    }
                }
            }
        }
    }
}
