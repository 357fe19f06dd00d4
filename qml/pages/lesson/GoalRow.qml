// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Minato.Controls
import Minato.ViewModels

/// One goal: is it reached, and what helps to get there.
Column {
    id: root

    required property int index
    required property string html
    required property string name
    required property int progress
    required property string stateText
    required property list<string> hints
    required property bool hasMoreHints
    signal hintRequested

    spacing: Theme.px(4)
    Accessible.role: Accessible.ListItem
    Accessible.name: root.name + ", " + root.stateText

    Item {
        width: parent.width
        height: Math.max(text.height, Theme.px(24))

        StateBadge {
            y: Theme.px(3)
            visible: root.progress !== GoalListModel.Unmet
            size: Theme.px(17)
            radius: width / 2
            phase: root.progress === GoalListModel.Done ? 2 : 1
        }
        Rectangle {
            y: Theme.px(3)
            visible: root.progress === GoalListModel.Unmet
            width: Theme.px(17)
            height: width
            radius: width / 2
            color: Theme.surface
            border.width: Theme.px(1.5)
            border.color: Theme.lineStrong
        }
        Prose {
            id: text
            x: Theme.px(26)
            width: parent.width - x - (hintButton.visible ? hintButton.width : 0)
            html: root.html
            ink: root.progress === GoalListModel.Done ? Theme.textSoft : Theme.text
            font.pixelSize: Theme.textUi
            lineHeight: Theme.lineUi
        }
        ActionButton {
            id: hintButton
            visible: root.hasMoreHints
            anchors.right: parent.right
            y: -Theme.px(3)
            look: ActionButton.Look.Quiet
            implicitHeight: Theme.hitArea
            glyph: "bulb"
            //: Button beside a goal of a lesson.
            //% "Show a hint"
            name: qsTrId("goals.hint")
            onClicked: root.hintRequested()
        }
    }
    Repeater {
        model: root.hints

        Rectangle {
            id: hint

            required property string modelData

            x: Theme.px(26)
            width: root.width - x
            height: hintText.height + Theme.px(12)
            radius: Theme.radiusSmall
            color: Theme.warnSoft

            Prose {
                id: hintText
                x: Theme.px(10)
                y: Theme.px(6)
                width: parent.width - 2 * x
                html: hint.modelData
                codeGround: Theme.surface
                font.pixelSize: Theme.textUi
                lineHeight: Theme.lineUi
            }
        }
    }
}
