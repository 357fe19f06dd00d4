// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Minato.Controls
import Minato.ViewModels

/// One mark of a MarkStrip: a flag for a command, a triangle for a warning, a circle for any other event.
Item {
    id: root

    required property int index
    required property double time
    required property int kind
    required property string detail
    required property real from ///< the ends of the axis, in the cluster's seconds
    required property real to
    required property bool isShown
    readonly property real place: (time - from) / Math.max(1, to - from)

    signal hoverBegan
    signal hoverEnded

    visible: place >= 0
    x: Math.round(Math.min(1, place) * (parent?.width ?? 0) - width / 2)
    width: Theme.px(16)
    height: parent?.height ?? 0
    Accessible.role: Accessible.ListItem
    Accessible.name: detail

    Rectangle {
        anchors.horizontalCenter: parent.horizontalCenter
        y: Theme.px(14)
        width: 1
        height: parent.height - y
        color: root.isShown ? Theme.text : Theme.line
    }
    Icon {
        anchors.horizontalCenter: parent.horizontalCenter
        y: root.kind === TimelineModel.Command ? 0 : Theme.px(11) // what was done above what came of it
        size: Theme.px(13)
        weight: 2
        name: root.kind === TimelineModel.Command ? "flag" : root.kind === TimelineModel.Warning ? "warning" : "circle"
        color: root.kind === TimelineModel.Command ? Theme.accent : root.kind === TimelineModel.Warning ? Theme.podEdge[4] : Theme.textSoft
    }
    MouseArea {
        width: parent.width
        height: Theme.px(18)
        hoverEnabled: true
        acceptedButtons: Qt.NoButton
        onEntered: root.hoverBegan()
        onExited: root.hoverEnded()
    }
}
