// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Minato.Controls
import Minato.ViewModels

/// Looks for a text in the editor.
Row {
    id: root

    required property EditorModel editor
    required property int cursor
    property bool isMissing: false
    signal found(int from, int to)
    signal closed

    function open() {
        field.forceActiveFocus(Qt.OtherFocusReason);
        field.selectAll();
    }
    function find(isBackwards: bool) {
        const at = editor.aids.find(editor.text, field.text, isBackwards ? cursor - field.text.length : cursor, isBackwards);
        isMissing = at < 0 && field.text !== "";
        if (at >= 0)
            found(at, at + field.text.length);
    }

    spacing: Theme.s1

    TextField {
        id: field
        width: root.width - 3 * (Theme.hitArea + root.spacing)
        height: Theme.hitArea
        leftPadding: Theme.s2
        topPadding: 0
        bottomPadding: 0
        color: Theme.text
        placeholderTextColor: Theme.textSoft
        font.family: Theme.mono
        font.pixelSize: Theme.textUi
        //: Field in the editor: a text to look for.
        //% "Find"
        placeholderText: qsTrId("editor.find")
        Accessible.name: placeholderText
        onTextEdited: root.isMissing = false
        Keys.onReturnPressed: event => root.find(event.modifiers & Qt.ShiftModifier)
        Keys.onEscapePressed: root.closed()

        background: Rectangle {
            radius: Theme.radiusSmall
            color: Theme.surface
            border.width: field.activeFocus ? 2 : 1
            border.color: root.isMissing ? Theme.podEdge[4] : field.activeFocus ? Theme.accent : Theme.lineStrong
        }
    }
    ActionButton {
        look: ActionButton.Look.Quiet
        implicitHeight: Theme.hitArea
        implicitWidth: Theme.hitArea
        glyph: "chevron"
        rotation: 180
        //: Button of the find bar in the editor.
        //% "The place before"
        name: qsTrId("editor.find.before")
        onClicked: root.find(true)
    }
    ActionButton {
        look: ActionButton.Look.Quiet
        implicitHeight: Theme.hitArea
        implicitWidth: Theme.hitArea
        glyph: "chevron"
        //: Button of the find bar in the editor.
        //% "The next place"
        name: qsTrId("editor.find.next")
        onClicked: root.find(false)
    }
    ActionButton {
        look: ActionButton.Look.Quiet
        implicitHeight: Theme.hitArea
        implicitWidth: Theme.hitArea
        glyph: "cross"
        //: Button of the find bar in the editor.
        //% "Close"
        name: qsTrId("editor.find.close")
        onClicked: root.closed()
    }
}
