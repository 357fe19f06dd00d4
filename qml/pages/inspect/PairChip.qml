// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Minato.Controls

/// A label, "app=web", in one piece: the value goes below the key where both have no room in a line.
Rectangle {
    id: root

    required property string pair
    property int most: Theme.px(400) ///< the width that there is

    readonly property int inner: most - 2 * Theme.px(6)
    readonly property int cut: pair.indexOf("=") + 1

    implicitWidth: Math.ceil(Math.min(inner, key.implicitWidth + value.implicitWidth)) + 2 * Theme.px(6)
    implicitHeight: flow.height + Theme.px(6)
    radius: Theme.radiusSmall
    color: Theme.sunken
    border.width: 1
    border.color: Theme.line

    Flow {
        id: flow
        x: Theme.px(6)
        y: Theme.px(3)
        width: root.implicitWidth - 2 * x

        Text {
            id: key
            width: Math.min(implicitWidth, root.inner)
            text: root.pair.slice(0, root.cut)
            wrapMode: Text.WrapAnywhere
            color: Theme.textSoft
            font.family: Theme.mono
            font.pixelSize: Theme.textCaption
            Accessible.ignored: true
        }
        Text {
            id: value
            width: Math.min(implicitWidth, root.inner)
            text: root.pair.slice(root.cut)
            wrapMode: Text.WrapAnywhere
            color: Theme.text
            font.family: Theme.mono
            font.pixelSize: Theme.textCaption
            Accessible.ignored: true
        }
    }
}
