// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Minato.Controls
import Minato.ViewModels

/// Requests by Pod where there are too many Pods for bars of their own: mouse and arrow keys go through them.
FocusScope {
    id: root

    required property TrafficModel traffic
    required property ChartInk ink
    readonly property alias hasBars: plot.hasBars
    readonly property alias hasFairLine: plot.hasFairLine

    function move(by: int) {
        plot.current = plot.current < 0 ? 0 : Math.max(0, Math.min(plot.places - 1, plot.current + by));
    }

    activeFocusOnTab: true
    Accessible.role: Accessible.Chart
    Accessible.focusable: true
    Accessible.name: qsTrId("chart.distribution.name") + (plot.currentText === "" || !activeFocus ? "" : ": " + plot.currentText)
    Accessible.description: root.traffic.description
    Keys.onLeftPressed: move(-1)
    Keys.onRightPressed: move(1)
    Keys.onPressed: event => {
        if (event.key === Qt.Key_Home)
            plot.current = 0;
        else if (event.key === Qt.Key_End)
            plot.current = plot.places - 1;
        else
            return;
        event.accepted = true;
    }
    onActiveFocusChanged: if (activeFocus && plot.current < 0)
        plot.current = 0

    DenseBars {
        id: plot
        anchors.fill: parent
        traffic: root.traffic
        ink: root.ink
    }
    MouseArea {
        anchors.fill: parent
        hoverEnabled: true
        acceptedButtons: Qt.NoButton
        onPositionChanged: event => plot.current = plot.placeAt(event.x)
        onExited: if (!root.activeFocus)
            plot.current = -1
    }
    Rectangle {
        visible: plot.current >= 0 && plot.currentText !== ""
        x: Math.round(plot.currentRect.x)
        y: Math.round(plot.currentRect.y)
        width: Math.max(3, Math.round(plot.currentRect.width))
        height: Math.round(plot.currentRect.height)
        color: "transparent"
        border.width: 1
        border.color: Theme.text
    }
    Rectangle {
        visible: plot.current >= 0 && plot.currentText !== ""
        x: Math.round(Math.max(0, Math.min(root.width - width, plot.currentRect.x + plot.currentRect.width / 2 - width / 2)))
        y: 0
        width: readout.width + 2 * Theme.s2
        height: readout.height + Theme.s1
        radius: Theme.radiusSmall
        color: Theme.raised
        border.width: 1
        border.color: Theme.lineStrong

        Text {
            id: readout
            anchors.centerIn: parent
            width: Math.min(implicitWidth, root.width - 3 * Theme.s2)
            wrapMode: Text.Wrap
            text: plot.currentText
            color: Theme.text
            font.pixelSize: Theme.textCaption
        }
    }
    FocusRing {
        isShown: root.activeFocus
        gap: -2
    }
}
