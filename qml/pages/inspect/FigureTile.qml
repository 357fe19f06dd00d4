// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Minato.Controls
import Minato.ViewModels

/// A figure and what it counts.
Rectangle {
    id: root

    required property string label
    required property string value
    required property int tone
    readonly property real wanted: Math.max(figure.implicitWidth, caption.implicitWidth) + Theme.px(6)

    height: figure.height + caption.height + Theme.px(12)
    radius: Theme.radiusSmall
    color: tone === InfoList.Good ? Theme.goodSoft : tone === InfoList.Waiting ? Theme.warnSoft : Theme.sunken
    border.width: 1
    border.color: Theme.line
    Accessible.role: Accessible.StaticText
    Accessible.name: value + " " + label

    Text {
        id: figure
        y: Theme.px(5)
        anchors.horizontalCenter: parent.horizontalCenter
        text: root.value
        color: root.tone === InfoList.Good ? Theme.good : root.tone === InfoList.Waiting ? Theme.warn : Theme.text
        font.pixelSize: Theme.px(20)
        font.weight: Font.Bold
        Accessible.ignored: true
    }
    Text {
        id: caption
        anchors {
            horizontalCenter: parent.horizontalCenter
            top: figure.bottom
        }
        text: root.label
        color: Theme.textSoft
        font.pixelSize: Theme.px(11.5)
        Accessible.ignored: true
    }
}
