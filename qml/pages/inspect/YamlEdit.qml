// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Minato.Controls
import Minato.ViewModels

/// The text of a manifest: line numbers, marks where something is wrong, suggestions while one types.
/// Tab indents; Esc, then Tab leaves.
Rectangle {
    id: root

    required property EditorModel editor
    required property SyntaxRepository syntax
    property bool mayLeave: false ///< Esc was pressed: Tab leaves
    readonly property alias cursor: edit.cursorPosition
    signal findRequested
    signal saveRequested

    function take(change: var) {
        if (change.to > change.from)
            edit.remove(change.from, change.to);
        edit.insert(change.from, change.text);
        if (change.start !== undefined)
            edit.select(change.start, change.end);
    }
    function goTo(line: int) {
        edit.cursorPosition = editor.aids.lineStart(edit.text, line);
        edit.forceActiveFocus(Qt.OtherFocusReason);
    }
    function select(from: int, to: int) {
        edit.select(from, to);
        flick.reveal(edit.positionToRectangle(from));
    }
    function takeFocus() {
        edit.forceActiveFocus(Qt.OtherFocusReason);
    }
    function accept(index: int) {
        const chosen = editor.aids.suggestion(index);
        edit.remove(chosen.from, edit.cursorPosition);
        edit.insert(chosen.from, chosen.text);
        editor.aids.forgetSuggestions();
    }

    radius: Theme.radiusSmall
    color: Theme.sunken
    border.width: edit.activeFocus ? Theme.px(2) : 1
    border.color: edit.activeFocus ? Theme.accent : Theme.line

    Flickable {
        id: flick

        readonly property int gutter: Theme.px(44)

        function reveal(area: rect) {
            const x = area.x + gutter;
            contentX = Math.max(0, Math.min(x - gutter - Theme.s3, Math.max(contentX, x + Theme.s6 - width)));
            contentY = Math.max(0, Math.min(area.y, Math.max(contentY, area.y + area.height + Theme.s2 - height)));
        }

        anchors {
            fill: parent
            margins: Theme.px(3)
        }
        contentWidth: Math.max(width, edit.implicitWidth + gutter)
        contentHeight: Math.max(height, edit.implicitHeight)
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        interactive: false // dragging selects

        ScrollBar.vertical: SlimScrollBar {}
        ScrollBar.horizontal: SlimScrollBar {}

        WheelHandler {
            onWheel: event => {
                flick.contentY = Math.max(0, Math.min(flick.contentHeight - flick.height, flick.contentY - event.angleDelta.y / 2));
                flick.contentX = Math.max(0, Math.min(flick.contentWidth - flick.width, flick.contentX - event.angleDelta.x / 2));
            }
        }
        Repeater {
            model: edit.lineCount

            Item {
                id: number

                required property int index
                readonly property bool isWrong: root.editor.problemLines.includes(index + 1)
                readonly property rect place: {
                    edit.contentHeight; // follows the text
                    return edit.positionToRectangle(root.editor.aids.lineStart(edit.text, index + 1));
                }

                y: place.y
                width: flick.gutter - Theme.s2
                height: place.height

                Icon {
                    x: Theme.px(2)
                    anchors.verticalCenter: parent.verticalCenter
                    visible: number.isWrong
                    name: "warning"
                    color: Theme.podEdge[4]
                    size: Theme.px(12)
                }
                Text {
                    anchors {
                        right: parent.right
                        verticalCenter: parent.verticalCenter
                    }
                    text: number.index + 1
                    color: number.isWrong ? Theme.podEdge[4] : Theme.textSoft
                    font.family: Theme.mono
                    font.pixelSize: Theme.px(11.5)
                    font.weight: number.isWrong ? Font.Bold : Font.Normal
                    Accessible.ignored: true
                }
            }
        }
        TextEdit {
            id: edit
            x: flick.gutter
            width: flick.contentWidth - x
            height: flick.contentHeight
            topPadding: Theme.s1
            bottomPadding: Theme.s3
            rightPadding: Theme.s3
            selectByMouse: true
            persistentSelection: true
            activeFocusOnTab: true
            textFormat: TextEdit.PlainText
            wrapMode: TextEdit.NoWrap
            color: Theme.text
            selectionColor: Theme.accent
            selectedTextColor: Theme.accentInk
            font.family: Theme.mono
            font.pixelSize: Theme.px(13)
            font.features: ({
                    calt: 0
                })
            Accessible.role: Accessible.EditableText
            //: Name of the text that is edited, for screen readers.
            //% "Manifest"
            Accessible.name: qsTrId("editor.text")
            Accessible.multiLine: true

            property bool isLoaded: false ///< what changes before is no one's writing

            onTextChanged: {
                if (!isLoaded)
                    return;
                root.editor.edited(text);
                if (activeFocus)
                    Qt.callLater(suggest);
            }
            onCursorRectangleChanged: if (activeFocus)
                flick.reveal(cursorRectangle)
            onCursorPositionChanged: {
                root.mayLeave = false;
                root.editor.aids.forgetSuggestions(); // they are for another place; who types gets new ones
            }

            function suggest() {
                root.editor.aids.complete(text, cursorPosition, false);
                list.currentIndex = 0;
            }
            function load() {
                isLoaded = false;
                if (text !== root.editor.text)
                    text = root.editor.text;
                isLoaded = true;
            }
            Component.onCompleted: load()

            Keys.priority: Keys.BeforeItem
            Keys.onPressed: event => {
                event.accepted = true;
                if (list.visible && event.key === Qt.Key_Down)
                    list.incrementCurrentIndex();
                else if (list.visible && event.key === Qt.Key_Up)
                    list.decrementCurrentIndex();
                else if (list.visible && (event.key === Qt.Key_Return || event.key === Qt.Key_Tab))
                    root.accept(list.currentIndex);
                else if (list.visible && event.key === Qt.Key_Escape)
                    root.editor.aids.forgetSuggestions();
                else if (event.key === Qt.Key_Space && event.modifiers & Qt.ControlModifier) {
                    root.editor.aids.complete(text, cursorPosition, true);
                    list.currentIndex = 0;
                } else if (event.key === Qt.Key_F && event.modifiers & Qt.ControlModifier)
                    root.findRequested();
                else if (event.key === Qt.Key_S && event.modifiers & Qt.ControlModifier)
                    root.saveRequested();
                else if (event.key === Qt.Key_Escape)
                    root.mayLeave = true;
                else if (event.key === Qt.Key_Tab && !root.mayLeave)
                    root.take(root.editor.aids.indent(text, selectionStart, selectionEnd, false));
                else if (event.key === Qt.Key_Backtab && !root.mayLeave)
                    root.take(root.editor.aids.indent(text, selectionStart, selectionEnd, true));
                else if (event.key === Qt.Key_Tab || event.key === Qt.Key_Backtab) // else the text would take it
                    nextItemInFocusChain(event.key === Qt.Key_Tab)?.forceActiveFocus(Qt.TabFocusReason);
                else if (event.key === Qt.Key_Return && selectionStart === selectionEnd)
                    root.take(root.editor.aids.enter(text, cursorPosition));
                else
                    event.accepted = false;
            }

            Connections {
                target: root.editor

                function onDocumentChanged() {
                    edit.load();
                }
            }
        }
    }
    CodeHighlighter {
        syntax: root.syntax
        document: edit.textDocument
        language: "yaml"
        isDark: Theme.isDark
    }
    SuggestionList {
        id: list

        readonly property rect at: {
            flick.contentX;
            flick.contentY;
            return edit.cursorRectangle;
        }
        readonly property real below: at.y + at.height - flick.contentY + Theme.px(6)

        visible: count > 0 && edit.activeFocus
        x: Math.max(Theme.s1, Math.min(at.x + flick.gutter - flick.contentX, root.width - width - Theme.s1))
        y: below + height < root.height ? below : Math.max(0, at.y - flick.contentY - height)
        z: 2
        width: Math.min(root.width - Theme.s2, Theme.px(360))
        suggestions: root.editor.aids.suggestions
        onChosen: index => root.accept(index)
    }
}
