// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Minato.Controls

/// A row of a table beside a chart: a moment, perhaps a number, and a text that may take several lines.
Item {
    id: root

    required property string first
    property string second: ""
    required property string third
    required property string name
    property string glyph: ""

    width: ListView.view?.width ?? 0
    height: text.height + Theme.s2
    Accessible.role: Accessible.Row
    Accessible.name: name

    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: 1
        color: Theme.line
    }
    Text {
        id: when
        y: Theme.px(4)
        width: Theme.px(44)
        text: root.first
        color: Theme.textSoft
        font.pixelSize: Theme.textCaption
    }
    Text {
        id: number
        anchors.left: when.right
        y: Theme.px(4)
        width: root.second === "" ? 0 : Theme.px(48)
        text: root.second
        color: Theme.text
        font.pixelSize: Theme.textCaption
        font.weight: Font.DemiBold
    }
    Icon {
        id: mark
        anchors.left: number.right
        y: Theme.px(5)
        visible: root.glyph !== ""
        name: root.glyph
        size: Theme.px(13)
        color: Theme.textSoft
    }
    Text {
        id: text
        anchors {
            left: mark.visible ? mark.right : number.right
            leftMargin: mark.visible ? Theme.s1 : 0
            right: parent.right
            rightMargin: Theme.s2
        }
        y: Theme.px(4)
        wrapMode: Text.Wrap
        text: root.third
        color: Theme.text
        font.pixelSize: Theme.textCaption
    }
}
