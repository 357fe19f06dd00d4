// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Minato.Controls
import Minato.ViewModels

/// The terminal: tabs, the shell that is in front, and a bar to find what it has printed.
TerminalPanel {
    id: root

    required property TerminalTabs tabs
    required property SimControlModel time
    required property SelectionModel selection
    required property Preferences looks
    readonly property TerminalModel terminal: tabs.shown

    function openFind() {
        find.active = true;
        (find.item as TerminalFindBar).start();
    }
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
    Connections {
        target: root.tabs

        function onFindAsked() {
            root.openFind();
        }
        function onExploreAsked() {
            root.takeFocus();
            console.explore();
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
            glyph: "plus"
            //: Button of the terminal: opens another tab with a shell of its own.
            //% "New tab (Ctrl+Shift+T)"
            name: qsTrId("terminal.new-tab")
            onClicked: {
                root.tabs.open();
                root.takeFocus();
            }
        }
        ActionButton {
            anchors.verticalCenter: parent.verticalCenter
            look: ActionButton.Look.OnTerminal
            implicitHeight: Theme.hitArea
            glyph: "search"
            //: Button of the terminal: shows a bar to look for a text in what was printed.
            //% "Find (Ctrl+Shift+F)"
            name: qsTrId("terminal.find-open")
            onClicked: root.openFind()
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
    Loader {
        id: strip
        active: root.tabs.count > 1
        visible: active
        anchors {
            left: parent.left
            right: parent.right
            top: parent.top
            leftMargin: Theme.s2
            rightMargin: Theme.s2
            topMargin: Theme.px(3)
        }
        sourceComponent: TerminalTabStrip {
            tabs: root.tabs
        }
    }
    TerminalItem {
        id: console
        anchors {
            fill: parent
            leftMargin: Theme.s3
            rightMargin: Theme.s4
            topMargin: Theme.px(8) + (strip.visible ? strip.height : 0)
            bottomMargin: Theme.px(8) + (held.visible ? held.height : 0) + (find.visible ? find.height : 0)
        }
        terminal: root.terminal
        fontFamily: Theme.mono
        fontSize: Theme.px(13 * root.looks.terminalScale)
        rowHeight: Theme.px(21 * root.looks.terminalScale)
        onZoomAsked: steps => root.looks.zoomTerminal(steps)
        onObjectChosen: (kind, ns, name) => root.selection.select(kind, ns, name)
        onLinkChanged: if (isExploring)
            Accessible.announce(linkText, Accessible.Assertive)
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
    HintBubble {
        id: bubble
        parent: spot
        text: console.linkText
        isWanted: console.linkText !== ""
    }
    Item {
        id: spot
        x: console.x + console.linkArea.x
        y: console.y + console.linkArea.y
        width: console.linkArea.width
        height: console.linkArea.height
    }
    Loader {
        id: find
        active: false
        visible: active
        anchors {
            left: parent.left
            right: parent.right
            bottom: held.visible ? held.top : parent.bottom
            margins: root.border.width
        }
        sourceComponent: TerminalFindBar {
            find: root.terminal.find
            onClosed: {
                root.takeFocus();
                find.active = false;
            }
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
