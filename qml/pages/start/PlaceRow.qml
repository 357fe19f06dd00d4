// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Minato.Controls

/// Where something is kept.
LabelledItem {
    id: root

    required property string place

    TextEdit {
        width: parent.width
        readOnly: true
        selectByMouse: true
        activeFocusOnTab: false
        text: root.place
        textFormat: TextEdit.PlainText
        wrapMode: TextEdit.WrapAnywhere
        color: Theme.text
        selectionColor: Theme.accent
        selectedTextColor: Theme.accentInk
        font.family: Theme.mono
        font.pixelSize: Theme.textCaption
        Accessible.role: Accessible.StaticText
        Accessible.name: root.label + ": " + text
    }
}
