// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Minato.Controls

/// One answer to a question.
AbstractButton {
    id: root

    required property string html

    implicitHeight: answer.height + Reading.px(14)
    Accessible.role: Accessible.RadioButton
    Accessible.name: answer.Accessible.name
    Accessible.checked: checked

    contentItem: Item {
        Rectangle {
            x: Reading.px(10)
            y: Reading.px(10)
            width: Reading.px(17)
            height: width
            radius: width / 2
            color: "transparent"
            border.width: root.checked ? Reading.px(5) : Reading.px(1.5)
            border.color: root.checked ? Theme.wonder : Theme.lineStrong
        }
        Prose {
            id: answer
            x: Reading.px(36)
            y: Reading.px(7)
            width: parent.width - x - Reading.px(10)
            html: root.html
            font.pixelSize: Reading.textBody
            lineHeight: Reading.px(23)
        }
    }
    background: Rectangle {
        radius: Theme.radiusSmall
        color: Theme.surface
        border.width: 1
        border.color: root.checked || root.hovered ? Theme.wonder : Theme.line

        FocusRing {
            isShown: root.visualFocus
            gap: 0
        }
    }
}
