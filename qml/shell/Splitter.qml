// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Minato.Controls
import Minato.ViewModels

/// A border between docks. The arrows move it, with Shift by more; Enter and a double click put it back.
Item {
    id: root

    required property SplitModel split

    // By these names assistive tools read it and set it.
    property int value: split.percent
    readonly property int minimumValue: split.least
    readonly property int maximumValue: split.most
    readonly property int stepSize: 2

    function step(event: KeyEvent, towards: int) {
        split.step(towards * (event.modifiers & Qt.ShiftModifier ? 10 : stepSize));
    }

    visible: split.isShown
    x: split.place.x
    y: split.place.y
    width: split.place.width
    height: split.place.height
    activeFocusOnTab: true
    Accessible.role: Accessible.Slider
    Accessible.name: split.name
    Accessible.focusable: true
    onValueChanged: split.setPercent(value)
    Keys.onPressed: event => {
        event.accepted = true;
        if (event.key === (split.isUpright ? Qt.Key_Left : Qt.Key_Up))
            step(event, -1);
        else if (event.key === (split.isUpright ? Qt.Key_Right : Qt.Key_Down))
            step(event, 1);
        else if (event.key === Qt.Key_Home)
            split.setPercent(split.least);
        else if (event.key === Qt.Key_End)
            split.setPercent(split.most);
        else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
            split.reset();
        else
            event.accepted = false;
    }

    Rectangle {
        visible: root.activeFocus || area.containsMouse || area.pressed
        anchors.centerIn: parent
        width: root.split.isUpright ? Theme.px(4) : Math.min(parent.width, Theme.px(72))
        height: root.split.isUpright ? Math.min(parent.height, Theme.px(72)) : Theme.px(4)
        radius: Theme.px(2)
        color: root.activeFocus ? Theme.text : Theme.accent
        Accessible.ignored: true
    }
    MouseArea {
        id: area

        property point grip ///< where the border was taken

        anchors.fill: parent
        hoverEnabled: true
        preventStealing: true
        cursorShape: root.split.isUpright ? Qt.SplitHCursor : Qt.SplitVCursor
        onPressed: mouse => grip = Qt.point(mouse.x, mouse.y)
        onPositionChanged: mouse => {
            const by = root.split.isUpright ? mouse.x - grip.x : mouse.y - grip.y;
            if (pressed && by !== 0)
                root.split.moveBy(by);
        }
        onDoubleClicked: root.split.reset()
    }
}
