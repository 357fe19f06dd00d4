// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Minato.Controls
import Minato.Pages
import Minato.ViewModels

/// What the cluster's controllers would decide about the object now, and how far to trust that.
Flickable {
    id: root

    required property InspectorModel inspector
    readonly property EstimateModel estimate: inspector.estimate

    contentWidth: width
    contentHeight: content.height + Theme.s4
    clip: true
    boundsBehavior: Flickable.StopAtBounds
    Component.onCompleted: estimate.isShown = true
    Component.onDestruction: {
        if (estimate !== null)
            estimate.isShown = false;
    }

    ScrollBar.vertical: SlimScrollBar {}

    EmptyHint {
        width: root.width
        height: root.height
        visible: !root.estimate.isOffered
        glyph: "info"
        //: In the inspector, for a kind of object that nothing is estimated for.
        //% "Estimates are there for Pods, ReplicaSets, Deployments, StatefulSets and HorizontalPodAutoscalers."
        text: qsTrId("estimate.none")
    }
    Column {
        id: content
        visible: root.estimate.isOffered
        width: root.width - Theme.s2
        spacing: Theme.s1

        Rectangle {
            width: parent.width
            height: label.height + intro.height + Theme.s3
            radius: Theme.radiusSmall
            color: Theme.accentSoft

            Icon {
                x: Theme.s2
                y: Theme.px(8)
                name: "info"
                color: Theme.accent
                size: Theme.px(14)
            }
            Text {
                id: label
                x: Theme.px(28)
                y: Theme.px(6)
                width: parent.width - x - Theme.s2
                text: [root.estimate.title, root.estimate.asOf].filter(part => part !== "").join(" · ")
                wrapMode: Text.Wrap
                color: Theme.text
                font.pixelSize: Theme.textUi
                font.weight: Font.DemiBold
                lineHeightMode: Text.FixedHeight
                lineHeight: Theme.lineUi
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }
            Text {
                id: intro
                anchors.top: label.bottom
                x: label.x
                width: label.width
                text: [root.estimate.intro, root.estimate.unseen].filter(part => part !== "").join("\n")
                wrapMode: Text.Wrap
                color: Theme.text
                font.pixelSize: Theme.textCaption
                lineHeightMode: Text.FixedHeight
                lineHeight: Theme.lineCaption
                Accessible.role: Accessible.StaticText
                Accessible.name: text
            }
        }
        Column {
            width: parent.width

            Repeater {
                model: root.estimate.rows

                FactRow {
                    width: content.width
                    selection: root.inspector.selection
                }
            }
        }
        ActionButton {
            look: ActionButton.Look.Quiet
            glyph: "reset"
            //: Button below an estimate.
            //% "Reckon again"
            text: qsTrId("estimate.refresh")
            onClicked: root.estimate.refresh()
        }
    }
}
