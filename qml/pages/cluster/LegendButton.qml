// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Minato.Controls

/// Shows the legend when it is asked for.
ActionButton {
    id: root

    required property list<string> words

    look: ActionButton.Look.Quiet
    implicitHeight: Theme.hitArea
    glyph: "question"
    //: Button: what the marks of Pods mean.
    //% "Legend"
    name: qsTrId("cluster.legend")
    hint: popup.opened ? "" : name
    onClicked: popup.opened ? popup.close() : popup.open()

    Popup {
        id: popup
        x: root.width - width
        y: root.height + Theme.s1
        padding: Theme.s4
        margins: Theme.s2
        focus: true
        closePolicy: Popup.CloseOnEscape | Popup.CloseOnPressOutsideParent

        background: Rectangle {
            radius: Theme.radius
            color: Theme.raised
            border.width: 1
            border.color: Theme.lineStrong
        }
        contentItem: Legend {
            isUpright: true
            words: root.words
        }
    }
}
