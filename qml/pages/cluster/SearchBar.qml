// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Minato.Controls
import Minato.ViewModels

/// What is searched for among Pods, and stepping through what was found.
Rectangle {
    id: root

    required property PodSearch search

    signal closed

    function start() {
        field.forceActiveFocus(Qt.ShortcutFocusReason);
        field.selectAll();
    }

    implicitHeight: Theme.px(40)
    radius: Theme.radiusSmall
    color: Theme.raised
    border.width: 1
    border.color: Theme.line

    Icon {
        id: icon
        x: Theme.s3
        anchors.verticalCenter: parent.verticalCenter
        name: "search"
        color: Theme.textSoft
    }
    TextField {
        id: field
        anchors {
            left: icon.right
            leftMargin: Theme.s2
            right: tail.left
            rightMargin: Theme.s2
            top: parent.top
            bottom: parent.bottom
        }
        text: root.search.text
        //: In an empty search field: what it looks for. Short.
        //% "Pod, node, IP, app"
        placeholderText: qsTrId("search.placeholder")
        placeholderTextColor: Theme.textSoft
        color: Theme.text
        padding: 0
        verticalAlignment: TextInput.AlignVCenter
        font.pixelSize: Theme.textUi
        background: Item {}
        //% "Find Pods"
        Accessible.name: qsTrId("search.name")
        onTextEdited: root.search.text = text
        Keys.onReturnPressed: event => event.modifiers & Qt.ShiftModifier ? root.search.previous() : root.search.next()
        Keys.onEnterPressed: root.search.next()
        Keys.onEscapePressed: root.closed()
    }
    Row {
        id: tail
        anchors {
            right: parent.right
            rightMargin: Theme.s1
            verticalCenter: parent.verticalCenter
        }
        spacing: Theme.px(2)

        Text {
            anchors.verticalCenter: parent.verticalCenter
            rightPadding: Theme.s1
            text: root.search.positionText
            color: root.search.isActive && root.search.count === 0 ? Theme.warn : Theme.textSoft
            font.pixelSize: Theme.textCaption
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        }
        ActionButton {
            look: ActionButton.Look.Quiet
            glyph: "back"
            //: Button of the search: to the hit before.
            //% "Previous hit"
            name: qsTrId("search.previous")
            enabled: root.search.count > 0
            onClicked: root.search.previous()
        }
        ActionButton {
            look: ActionButton.Look.Quiet
            glyph: "arrow"
            //: Button of the search: to the next hit.
            //% "Next hit"
            name: qsTrId("search.next")
            enabled: root.search.count > 0
            onClicked: root.search.next()
        }
        ActionButton {
            look: ActionButton.Look.Quiet
            glyph: "cross"
            //: Button: ends the search.
            //% "Close the search"
            name: qsTrId("search.close")
            onClicked: root.closed()
        }
    }
}
