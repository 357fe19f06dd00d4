// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Minato.Controls
import Minato.ViewModels

/// The distribution chart's numbers.
ListView {
    id: root

    required property TrafficModel traffic

    cacheBuffer: 0
    clip: true
    boundsBehavior: Flickable.StopAtBounds
    activeFocusOnTab: count > 0
    keyNavigationEnabled: true
    Accessible.role: Accessible.Table
    Accessible.name: root.traffic.description

    ScrollBar.vertical: SlimScrollBar {}

    FocusRing {
        parent: root // not what scrolls in it
        isShown: root.activeFocus
        gap: -2
    }

    delegate: Item {
        id: row

        required property string label
        required property int count
        required property string share
        required property string detail
        required property bool isGone

        width: root.width
        height: Theme.px(30)
        Accessible.role: Accessible.Row
        Accessible.name: detail

        Rectangle {
            anchors.bottom: parent.bottom
            width: parent.width
            height: 1
            color: Theme.line
        }
        Text {
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - Theme.px(146)
            text: row.label
            elide: Text.ElideLeft
            color: row.isGone ? Theme.textSoft : Theme.text
            font.family: Theme.mono
            font.pixelSize: Theme.textCaption
            font.strikeout: row.isGone
        }
        Text {
            anchors.verticalCenter: parent.verticalCenter
            x: parent.width - width - Theme.px(84) // "under 0.01%" has room
            text: row.count
            color: Theme.text
            font.pixelSize: Theme.textUi
            font.weight: Font.DemiBold
        }
        Text {
            anchors.verticalCenter: parent.verticalCenter
            x: parent.width - width
            text: row.share
            color: Theme.textSoft
            font.pixelSize: Theme.textUi
        }
    }
}
