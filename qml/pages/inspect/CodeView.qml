// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Minato.Controls
import Minato.ViewModels

/// Text with highlighting that can be read, selected and copied.
Rectangle {
    id: root

    required property SyntaxRepository syntax
    required property string text
    required property string name
    property string language: "yaml"

    radius: Theme.radiusSmall
    color: Theme.sunken
    border.width: edit.activeFocus ? Theme.px(2) : 1
    border.color: edit.activeFocus ? Theme.accent : Theme.line

    Flickable {
        id: flick
        anchors {
            fill: parent
            margins: Theme.px(3)
        }
        contentWidth: Math.max(width, edit.implicitWidth)
        contentHeight: Math.max(height, edit.implicitHeight)
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        function reveal(area: rect) {
            contentX = Math.max(0, Math.min(area.x - Theme.s3, Math.max(contentX, area.x + Theme.s5 - width)));
            contentY = Math.max(0, Math.min(area.y, Math.max(contentY, area.y + area.height - height)));
        }

        ScrollBar.vertical: SlimScrollBar {}
        ScrollBar.horizontal: SlimScrollBar {}

        TextEdit {
            id: edit
            width: flick.contentWidth
            height: flick.contentHeight
            padding: Theme.s2
            readOnly: true
            selectByMouse: true
            selectByKeyboard: true
            activeFocusOnTab: true
            text: root.text
            textFormat: TextEdit.PlainText
            wrapMode: TextEdit.NoWrap
            color: Theme.text
            selectionColor: Theme.accent
            selectedTextColor: Theme.accentInk
            font.family: Theme.mono
            font.pixelSize: Theme.px(12.5)
            font.features: ({
                    calt: 0
                })
            onCursorRectangleChanged: if (activeFocus)
                flick.reveal(cursorRectangle)
            Accessible.role: Accessible.EditableText
            Accessible.name: root.name
            Accessible.readOnly: true
        }
    }
    CodeHighlighter {
        syntax: root.syntax
        document: edit.textDocument
        language: root.language
        isDark: Theme.isDark
    }
}
