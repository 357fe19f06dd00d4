// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Minato.Controls
import Minato.ViewModels

/// One request on its way from the Service to a node; it exists only while it travels.
Rectangle {
    id: root

    required property int nodeRow
    required property int serial
    required property bool isAnswered
    required property int delay
    required property real fromX
    required property real toX
    required property real drop

    width: Theme.px(11)
    height: width
    radius: width / 2
    color: isAnswered ? Theme.accent : Theme.podFill[PodListModel.Failed]
    border.width: Theme.px(2)
    border.color: Theme.surface
    visible: trip.running && !pause.running
    x: path.x - width / 2
    y: path.y - height / 2
    Accessible.ignored: true
    onSerialChanged: if (serial > 0 && Theme.travel > 0)
        trip.restart()

    PathInterpolator {
        id: path
        path: Path {
            startX: root.fromX
            startY: 0

            PathLine {
                x: root.fromX
                y: root.drop / 2
            }
            PathLine {
                x: root.isAnswered ? root.toX : root.fromX
                y: root.drop / 2
            }
            PathLine {
                x: root.isAnswered ? root.toX : root.fromX
                y: root.isAnswered ? root.drop : root.drop / 2
            }
        }
    }
    SequentialAnimation {
        id: trip

        PauseAnimation {
            id: pause
            duration: root.delay
        }
        NumberAnimation {
            target: path
            property: "progress"
            from: 0
            to: 1
            duration: Theme.travel
            easing.type: Easing.InOutQuad
        }
    }
}
