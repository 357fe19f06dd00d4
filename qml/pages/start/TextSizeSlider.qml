// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Minato.Controls
import Minato.ViewModels

/// Chooses the size of all text, and says which it is.
Row {
    id: root

    required property Preferences preferences

    spacing: Theme.s3

    Slider {
        id: slider
        width: root.width - sizeText.width - root.spacing
        height: Theme.px(30)
        from: 0.9
        to: 2
        stepSize: 0.05
        snapMode: Slider.SnapAlways
        live: false
        value: root.preferences.textScale
        onMoved: root.preferences.textScale = value
        Accessible.name: qsTrId("settings.text-size")
        Accessible.description: sizeText.text

        background: Rectangle {
            x: slider.leftPadding
            y: Math.round((slider.height - height) / 2)
            width: slider.availableWidth
            height: Theme.px(4)
            radius: height / 2
            color: Theme.lineStrong

            Rectangle {
                width: slider.visualPosition * parent.width
                height: parent.height
                radius: parent.radius
                color: Theme.accent
            }
        }
        handle: Rectangle {
            x: slider.leftPadding + slider.visualPosition * (slider.availableWidth - width)
            y: Math.round((slider.height - height) / 2)
            width: Theme.px(20)
            height: width
            radius: width / 2
            color: Theme.accent

            FocusRing {
                isShown: slider.visualFocus
                radius: width / 2
            }
        }
    }
    Text {
        id: sizeText
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.px(48)
        text: Math.round(root.preferences.textScale * 100) + "%"
        color: Theme.text
        font.pixelSize: Theme.textBody
    }
}
