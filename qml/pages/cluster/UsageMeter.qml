// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Minato.Controls
import Minato.ViewModels

/// A node's CPU or memory in two tones: outlined what its Pods ask for, filled what is really used.
Item {
    id: root

    required property string title
    required property resourceUse use

    readonly property color tone: use.requested > 0.9 ? Theme.warn : Theme.accent

    implicitHeight: Theme.px(24)
    Accessible.role: Accessible.StaticText
    Accessible.name: title + " " + use.amounts

    TextMetrics {
        id: sharesMetrics
        text: root.use.shares
        font: number.font
    }
    Text {
        id: label
        text: root.title
        color: Theme.textSoft
        font.pixelSize: Theme.px(11)
    }
    Text {
        id: number
        anchors.right: parent.right
        text: label.width + sharesMetrics.advanceWidth + Theme.s2 <= parent.width ? root.use.shares : root.use.share
        color: Theme.textSoft
        font.pixelSize: Theme.px(11)
    }
    HoverHandler {
        id: hover
    }
    HintBubble {
        //: In the tool tip of the bar of a node's CPU or memory: what its two tones mean.
        //% "Outlined: requested by Pods. Filled: really used."
        text: root.title + " " + root.use.amounts + "\n" + qsTrId("node.meter.key")
        isWanted: hover.hovered
    }
    Rectangle {
        id: whole
        anchors {
            left: parent.left
            right: parent.right
            bottom: parent.bottom
        }
        height: Theme.px(6)
        radius: height / 2
        color: Theme.line

        UsageBar {
            share: root.use.requested
            color: Theme.surface
            border.width: Math.max(1, Theme.px(1.5))
            border.color: root.tone
        }
        UsageBar {
            share: root.use.used
            least: Theme.px(2)
            color: root.tone
        }
    }

    component UsageBar: Rectangle {
        required property real share
        property real least: height

        visible: share > 0
        width: Math.max(least, Math.round((parent?.width ?? 0) * share))
        height: parent?.height ?? 0
        radius: height / 2

        Behavior on width {
            NumberAnimation {
                duration: Theme.slow
                easing.type: Easing.OutCubic
            }
        }
    }
}
