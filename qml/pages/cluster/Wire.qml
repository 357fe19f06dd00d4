// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Shapes
import Minato.Controls

/// From the Service down to a node: solid where a Pod can answer, dashed where none can.
Shape {
    id: root

    required property real fromX
    required property real toX
    required property bool isLive
    required property real drop ///< height of the gap

    readonly property real middle: Math.round(drop / 2)
    readonly property real bend: Math.min(Theme.px(8), Math.abs(toX - fromX) / 2, middle)
    readonly property real side: toX < fromX ? -1 : 1

    Accessible.ignored: true
    preferredRendererType: Shape.CurveRenderer

    ShapePath {
        strokeColor: root.isLive ? Theme.accent : Theme.lineStrong
        strokeWidth: root.isLive ? Theme.px(2) : Theme.px(1.5)
        strokeStyle: root.isLive ? ShapePath.SolidLine : ShapePath.DashLine
        dashPattern: [2.5, 2.5]
        fillColor: "transparent"
        capStyle: ShapePath.FlatCap
        startX: root.fromX
        startY: 0

        PathLine {
            x: root.fromX
            y: root.middle - root.bend
        }
        PathQuad {
            controlX: root.fromX
            controlY: root.middle
            x: root.fromX + root.side * root.bend
            y: root.middle
        }
        PathLine {
            x: root.toX - root.side * root.bend
            y: root.middle
        }
        PathQuad {
            controlX: root.toX
            controlY: root.middle
            x: root.toX
            y: root.middle + root.bend
        }
        PathLine {
            x: root.toX
            y: root.drop
        }
    }
}
