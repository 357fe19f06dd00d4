// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Minato.Controls
import Minato.ViewModels

/// The terminal.
TerminalPanel {
    id: root

    required property TerminalModel terminal
    required property SimControlModel time

    function takeFocus() {
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

    //: Heading of the part of the window where commands are typed.
    //% "Terminal"
    title: qsTrId("terminal.title")
    glyph: "terminal"
    border.width: console.activeFocus ? Theme.px(2) : 1
    border.color: console.activeFocus ? Theme.accent : Theme.isDark ? Theme.line : Theme.terminal

    trailing: Row {
        height: parent?.height ?? 0
        spacing: Theme.s1

        ActionButton {
            anchors.verticalCenter: parent.verticalCenter
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
            anchors.verticalCenter: parent.verticalCenter
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
            anchors.verticalCenter: parent.verticalCenter
            look: ActionButton.Look.OnTerminal
            implicitHeight: Theme.hitArea
            glyph: "eraser"
            //: Button of the terminal.
            //% "Clear (Ctrl+L)"
            name: qsTrId("terminal.clear")
            onClicked: root.terminal.clear()
        }
    }
    TerminalItem {
        id: console
        anchors {
            fill: parent
            leftMargin: Theme.s3
            rightMargin: Theme.s4
            topMargin: Theme.px(8)
            bottomMargin: Theme.px(8) + (held.visible ? held.height : 0)
        }
        terminal: root.terminal
        fontFamily: Theme.mono
        fontSize: Theme.px(13)
        rowHeight: Theme.px(21)
        background: Theme.terminal
        Accessible.role: Accessible.EditableText
        Accessible.name: root.title
        Accessible.description: root.terminal.lastOutput
        Accessible.focusable: true
    }
    Text {
        visible: root.terminal.isEmpty
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
        visible: size < 1
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
        visible: root.terminal.isBusy && root.time.isPaused
        anchors {
            left: parent.left
            right: parent.right
            bottom: parent.bottom
            margins: root.border.width
        }
        onResumeRequested: root.time.isPaused = false
    }
}
