// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Minato.Controls

/// A number that is typed, or stepped with the buttons and the arrow keys. It never changes itself: it asks.
FocusScope {
    id: root

    required property string name
    required property int value
    property string unit: ""
    property int digits: 6 ///< that have room

    signal wanted(int value)
    signal stepped(int direction)

    function commit() {
        const number = parseInt(field.text);
        if (!isNaN(number) && number !== root.value)
            root.wanted(number);
        field.text = Qt.binding(() => root.value);
    }

    implicitWidth: box.width + (unitText.visible ? unitText.implicitWidth + Theme.px(5) : 0)
    implicitHeight: Theme.px(30)

    Rectangle {
        id: box
        width: Theme.px(52 + 8.5 * root.digits)
        height: parent.height
        radius: Theme.radiusSmall
        color: Theme.surface
        border.width: 1
        border.color: root.enabled ? Theme.lineStrong : Theme.line

        StepButton {
            glyph: "minus"
            onClicked: root.stepped(-1)
        }
        TextInput {
            id: field
            anchors {
                fill: parent
                leftMargin: Theme.px(26)
                rightMargin: Theme.px(26)
            }
            focus: true
            activeFocusOnTab: true
            selectByMouse: true
            text: root.value
            color: root.enabled ? Theme.text : Theme.lineStrong
            selectionColor: Theme.accent
            selectedTextColor: Theme.accentInk
            font.pixelSize: Theme.textUi
            font.weight: Font.DemiBold
            horizontalAlignment: TextInput.AlignHCenter
            verticalAlignment: TextInput.AlignVCenter
            inputMethodHints: Qt.ImhDigitsOnly
            clip: true
            validator: IntValidator {
                bottom: 1
                top: Math.pow(10, root.digits) - 1
            }
            Accessible.role: Accessible.SpinBox
            Accessible.name: root.unit === "" ? root.name : root.name + " (" + root.unit + ")"
            Keys.onUpPressed: root.stepped(1)
            Keys.onDownPressed: root.stepped(-1)
            onEditingFinished: root.commit()
            onActiveFocusChanged: activeFocus ? selectAll() : root.commit()
        }
        StepButton {
            anchors.right: parent.right
            glyph: "plus"
            onClicked: root.stepped(1)
        }
        FocusRing {
            isShown: field.activeFocus
            gap: 0
        }
    }
    Text {
        id: unitText
        anchors {
            left: box.right
            leftMargin: Theme.px(5)
            verticalCenter: parent.verticalCenter
        }
        visible: root.unit !== ""
        text: root.unit
        color: Theme.textSoft
        font.pixelSize: Theme.textUi
    }
}
