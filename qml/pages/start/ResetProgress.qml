// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Minato.Controls

/// Forgets what was learned, after it was asked for twice.
Column {
    id: root

    required property bool canReset
    property bool isAsking: false
    signal resetAsked

    spacing: Theme.s2

    //: Button: forgets which steps of lessons were done.
    //% "Reset progress…"
    readonly property string askText: qsTrId("settings.reset")

    ActionButton {
        id: ask
        visible: !root.isAsking
        enabled: root.canReset
        look: ActionButton.Look.Soft
        glyph: "reset"
        text: root.askText
        onClicked: {
            root.isAsking = true;
            keep.forceActiveFocus(Qt.TabFocusReason);
        }
    }
    Text {
        visible: root.isAsking
        width: parent.width
        //: Question before progress is reset.
        //% "Forget which steps of all lessons are done? This cannot be undone here."
        text: qsTrId("settings.reset.question")
        color: Theme.text
        wrapMode: Text.Wrap
        font.pixelSize: Theme.textBody
    }
    Flow {
        visible: root.isAsking
        width: parent.width
        spacing: Theme.s2

        ActionButton {
            id: keep
            //: Button: answer to the question whether progress is reset.
            //% "Keep it"
            text: qsTrId("settings.reset.keep")
            onClicked: {
                root.isAsking = false;
                ask.forceActiveFocus(Qt.TabFocusReason);
            }
        }
        ActionButton {
            look: ActionButton.Look.Primary
            //: Button: answer to the question whether progress is reset.
            //% "Reset progress"
            text: qsTrId("settings.reset.confirm")
            onClicked: {
                root.isAsking = false;
                root.resetAsked();
            }
        }
    }
}
