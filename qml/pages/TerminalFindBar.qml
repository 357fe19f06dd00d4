// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Minato.Controls
import Minato.ViewModels

/// Looks for a text in what the terminal has printed. Enter goes up, to what is older; Shift+Enter down.
Rectangle {
    id: root

    required property TerminalFind find
    signal closed

    function start() {
        field.forceActiveFocus(Qt.ShortcutFocusReason);
        field.selectAll();
    }
    function close() {
        find.query = "";
        closed();
    }

    implicitHeight: Theme.hitArea + Theme.s2
    color: Theme.terminalHover
    Accessible.role: Accessible.Grouping
    Accessible.name: field.placeholderText

    Row {
        id: row
        anchors {
            left: parent.left
            right: parent.right
            leftMargin: Theme.s3
            rightMargin: Theme.s2
            verticalCenter: parent.verticalCenter
        }
        spacing: Theme.s1

        TextField {
            id: field
            width: Math.max(Theme.px(80), row.width - count.width - 4 * (Theme.hitArea + row.spacing) - row.spacing)
            height: Theme.hitArea
            leftPadding: Theme.s2
            topPadding: 0
            bottomPadding: 0
            color: Theme.terminalText
            placeholderTextColor: Theme.terminalSoft
            font.family: Theme.mono
            font.pixelSize: Theme.textUi
            //: Field below the terminal: a text to look for in what was printed.
            //% "Find in the terminal"
            placeholderText: qsTrId("terminal.find")
            Accessible.name: placeholderText
            Accessible.description: root.find.countText
            onTextEdited: root.find.query = text
            Keys.onReturnPressed: event => event.modifiers & Qt.ShiftModifier ? root.find.next() : root.find.previous()
            Keys.onEscapePressed: root.close()

            background: Rectangle {
                radius: Theme.radiusSmall
                color: Theme.terminal
                border.width: field.activeFocus ? 2 : 1
                border.color: root.find.hasFailed ? Theme.terminalWarn : field.activeFocus ? Theme.terminalAccent : Theme.terminalSoft
            }
        }
        Text {
            id: count
            width: Math.max(Theme.px(70), implicitWidth)
            height: Theme.hitArea
            verticalAlignment: Text.AlignVCenter
            horizontalAlignment: Text.AlignHCenter
            text: root.find.countText
            color: root.find.hasFailed ? Theme.terminalWarn : Theme.terminalSoft
            font.pixelSize: Theme.textCaption
            onTextChanged: if (root.find.countText !== "" && field.activeFocus)
                Accessible.announce(root.find.countText, Accessible.Polite)
        }
        ActionButton {
            look: ActionButton.Look.OnTerminal
            implicitHeight: Theme.hitArea
            implicitWidth: Theme.hitArea
            checkable: true
            checked: root.find.isCaseSensitive
            text: "Aa"
            hint: name
            //: Button of the terminal's find bar: capitals and small letters are told apart.
            //% "Match case"
            name: qsTrId("terminal.find.case")
            onToggled: root.find.isCaseSensitive = checked

            Rectangle { // on, without colour alone
                visible: parent.checked
                anchors.bottom: parent.bottom
                width: parent.width
                height: Theme.px(2)
                color: Theme.terminalAccent
            }
        }
        ActionButton {
            look: ActionButton.Look.OnTerminal
            implicitHeight: Theme.hitArea
            implicitWidth: Theme.hitArea
            glyph: "chevron"
            rotation: 180
            //: Button of the terminal's find bar: upwards.
            //% "The place before (Enter)"
            name: qsTrId("terminal.find.before")
            onClicked: root.find.previous()
        }
        ActionButton {
            look: ActionButton.Look.OnTerminal
            implicitHeight: Theme.hitArea
            implicitWidth: Theme.hitArea
            glyph: "chevron"
            //: Button of the terminal's find bar: downwards.
            //% "The next place (Shift+Enter)"
            name: qsTrId("terminal.find.next")
            onClicked: root.find.next()
        }
        ActionButton {
            look: ActionButton.Look.OnTerminal
            implicitHeight: Theme.hitArea
            implicitWidth: Theme.hitArea
            glyph: "cross"
            //: Button of the terminal's find bar.
            //% "Close (Esc)"
            name: qsTrId("terminal.find.close")
            onClicked: root.close()
        }
    }
}
