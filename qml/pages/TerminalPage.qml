// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Minato.Controls
import Minato.ViewModels

/// The terminal, and the cluster's Events on a second tab.
Rectangle {
    id: root

    required property TerminalModel terminal
    required property EventsModel events
    required property SimControlModel time

    function focusTerminal() {
        tabs.currentIndex = 0;
        console.forceActiveFocus(Qt.ShortcutFocusReason);
    }

    /// For screen readers, to those who have typed the command.
    function announceOutput() {
        if (console.activeFocus)
            Accessible.announce(terminal.lastOutput, Accessible.Polite);
    }

    Connections {
        target: root.terminal

        function onCommandFinished() {
            root.announceOutput();
        }
    }

    radius: Theme.radius
    color: Theme.terminal
    border.width: console.activeFocus ? Theme.px(2) : 1
    border.color: console.activeFocus ? Theme.accent : Theme.isDark ? Theme.line : Theme.terminal
    Accessible.role: Accessible.Pane
    Accessible.name: terminalTab.text

    TabBar {
        id: tabs
        x: Theme.s1
        background: Item {}

        PaneTab {
            id: terminalTab
            //: Tab of the lower part of the window.
            //% "Terminal"
            text: qsTrId("terminal.title")
            glyph: "terminal"
            inkOn: Theme.terminalText
            inkOff: Theme.terminalSoft
            mark: Theme.terminalAccent
        }
        PaneTab {
            //: Tab of the lower part of the window. %1: number of the cluster's Events.
            //% "Events (%1)"
            text: qsTrId("events.title").arg(root.events.countText)
            glyph: "flag"
            inkOn: Theme.terminalText
            inkOff: Theme.terminalSoft
            mark: Theme.terminalAccent
        }
    }
    Row {
        anchors {
            right: parent.right
            rightMargin: Theme.s2
            verticalCenter: tabs.verticalCenter
        }
        visible: tabs.currentIndex === 0
        spacing: Theme.s1

        ActionButton {
            visible: root.terminal.isBusy
            look: ActionButton.Look.OnTerminal
            implicitHeight: Theme.hitArea
            glyph: "stop"
            //: Button of the terminal while a command runs.
            //% "Stop (Ctrl+C)"
            text: qsTrId("terminal.stop")
            onClicked: root.terminal.cancel()
        }
        ActionButton {
            look: ActionButton.Look.OnTerminal
            implicitHeight: Theme.hitArea
            glyph: "copy"
            enabled: console.hasSelection
            //: Button of the terminal.
            //% "Copy the selection (Ctrl+Shift+C)"
            name: qsTrId("terminal.copy")
            onClicked: console.copy()
        }
        ActionButton {
            look: ActionButton.Look.OnTerminal
            implicitHeight: Theme.hitArea
            glyph: "eraser"
            //: Button of the terminal.
            //% "Clear (Ctrl+L)"
            name: qsTrId("terminal.clear")
            onClicked: root.terminal.clear()
        }
    }
    Rectangle {
        y: tabs.height
        width: parent.width
        height: 1
        color: Theme.terminalLine
    }
    TerminalItem {
        id: console
        visible: tabs.currentIndex === 0
        anchors {
            fill: parent
            leftMargin: Theme.s3
            rightMargin: Theme.s4
            topMargin: tabs.height + Theme.px(8)
            bottomMargin: Theme.px(8) + (held.visible ? held.height : 0)
        }
        terminal: root.terminal
        fontFamily: Theme.mono
        fontSize: Theme.px(13)
        rowHeight: Theme.px(21)
        background: Theme.terminal
        Accessible.role: Accessible.EditableText
        Accessible.name: terminalTab.text
        Accessible.description: root.terminal.lastOutput
        Accessible.focusable: true
    }
    Text {
        visible: console.visible && root.terminal.isEmpty
        anchors {
            left: console.left
            right: console.right
            top: console.top
            topMargin: Theme.px(34)
        }
        //: In the terminal before the first command.
        //% "Type commands here, such as kubectl get pods, or press Run in the lesson. ↑ brings back earlier commands."
        text: qsTrId("terminal.welcome")
        wrapMode: Text.Wrap
        color: Theme.terminalSoft
        font.pixelSize: Theme.textUi
        lineHeightMode: Text.FixedHeight
        lineHeight: Theme.lineUi
    }
    SlimScrollBar {
        id: bar
        visible: console.visible && size < 1
        orientation: Qt.Vertical
        ink: Theme.terminalSoft
        anchors {
            right: parent.right
            rightMargin: Theme.px(2)
            top: console.top
            bottom: console.bottom
        }
        size: console.visibleShare
        onPositionChanged: if (pressed)
            console.position = position

        Binding on position {
            when: !bar.pressed
            value: console.position
        }
    }
    HeldNotice {
        id: held
        visible: console.visible && root.terminal.isBusy && root.time.isPaused
        anchors {
            left: parent.left
            right: parent.right
            bottom: parent.bottom
            margins: root.border.width
        }
        onResumeRequested: root.time.isPaused = false
    }
    Loader {
        active: false
        visible: tabs.currentIndex === 1
        onVisibleChanged: active = active || visible // not before somebody looks
        anchors {
            fill: parent
            topMargin: tabs.height + 1
            leftMargin: Theme.s3
            rightMargin: Theme.px(2)
            bottomMargin: Theme.px(6)
        }
        sourceComponent: EventsView {
            events: root.events
        }
    }
}
