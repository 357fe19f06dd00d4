// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Minato.Controls

/// A whole number: typed, or stepped with buttons and arrow keys.
FocusScope {
    id: root

    required property string name
    required property int value
    required property int most
    property int least: 1
    signal valueAsked(value: int)

    implicitWidth: Theme.px(148)
    implicitHeight: Theme.px(34)

    function step(by: int) {
        valueAsked(Math.max(least, Math.min(most, value + by)));
    }

    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusSmall
        color: Theme.sunken
        border.width: 1
        border.color: Theme.lineStrong
    }
    ActionButton {
        id: less
        x: 1
        anchors.verticalCenter: parent.verticalCenter
        implicitHeight: parent.height - 2
        look: ActionButton.Look.Quiet
        glyph: "minus"
        activeFocusOnTab: false
        enabled: root.value > root.least
        //: Button beside a number. %1: what is counted.
        //% "Less: %1"
        name: qsTrId("playground.less").arg(root.name)
        onClicked: root.step(-1)
    }
    TextInput {
        id: field
        anchors {
            left: less.right
            right: more.left
            verticalCenter: parent.verticalCenter
        }
        focus: true
        activeFocusOnTab: true
        horizontalAlignment: TextInput.AlignHCenter
        selectByMouse: true
        text: root.value
        color: Theme.text
        selectionColor: Theme.accent
        selectedTextColor: Theme.accentInk
        font.family: Theme.mono
        font.pixelSize: Theme.textBody
        inputMethodHints: Qt.ImhDigitsOnly
        validator: IntValidator {
            bottom: 0
            top: 99999
        }
        Accessible.role: Accessible.SpinBox
        Accessible.name: root.name
        Accessible.editable: true
        onActiveFocusChanged: activeFocus ? selectAll() : take()
        onAccepted: take()
        Keys.onUpPressed: root.step(1)
        Keys.onDownPressed: root.step(-1)
        Keys.onPressed: event => {
            event.accepted = event.key === Qt.Key_PageUp || event.key === Qt.Key_PageDown;
            if (event.accepted)
                root.step(event.key === Qt.Key_PageUp ? 10 : -10);
        }

        function take() {
            if (acceptableInput)
                root.valueAsked(Math.max(root.least, Math.min(root.most, Number(text))));
            text = Qt.binding(() => root.value);
        }
    }
    ActionButton {
        id: more
        anchors {
            right: parent.right
            rightMargin: 1
            verticalCenter: parent.verticalCenter
        }
        implicitHeight: parent.height - 2
        look: ActionButton.Look.Quiet
        glyph: "plus"
        activeFocusOnTab: false
        enabled: root.value < root.most
        //: Button beside a number. %1: what is counted.
        //% "More: %1"
        name: qsTrId("playground.more").arg(root.name)
        onClicked: root.step(1)
    }
    FocusRing {
        isShown: field.activeFocus
        gap: 0
    }
}
