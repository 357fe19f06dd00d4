// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Minato.Controls
import Minato.ViewModels

/// An object at a glance: figures, then facts.
Flickable {
    id: root

    required property InspectorModel inspector

    contentWidth: width
    contentHeight: content.height + Theme.s4
    clip: true
    boundsBehavior: Flickable.StopAtBounds

    ScrollBar.vertical: SlimScrollBar {}

    Column {
        id: content
        width: root.width - Theme.s2
        spacing: Theme.s2

        Flow {
            width: parent.width
            spacing: Theme.s2
            visible: root.inspector.tiles.count > 0
            bottomPadding: Theme.s1

            Repeater {
                model: root.inspector.tiles

                Rectangle {
                    id: tile

                    required property string label
                    required property string value
                    required property int tone

                    width: Math.max(Theme.px(68), Math.max(figure.implicitWidth, caption.implicitWidth) + Theme.s4)
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
                        text: tile.value
                        color: tile.tone === InfoList.Good ? Theme.good : tile.tone === InfoList.Waiting ? Theme.warn : Theme.text
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
                        text: tile.label
                        color: Theme.textSoft
                        font.pixelSize: Theme.px(11.5)
                        Accessible.ignored: true
                    }
                }
            }
        }
        Column {
            width: parent.width

            Repeater {
                model: root.inspector.facts

                FactRow {
                    width: content.width
                    selection: root.inspector.selection
                }
            }
        }
    }
}
