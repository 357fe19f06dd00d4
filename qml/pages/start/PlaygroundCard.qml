// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Minato.Controls
import Minato.ViewModels

/// Free play: which cluster, with a picture of what comes.
Rectangle {
    id: root

    required property StartModel start
    required property PlaygroundModel playground

    height: column.height + 2 * Theme.px(20)
    radius: Theme.radius
    color: Theme.surface
    border.width: 1
    border.color: Theme.line
    Accessible.role: Accessible.Grouping
    Accessible.name: heading.text

    Column {
        id: column
        x: Theme.px(20)
        y: Theme.px(20)
        width: parent.width - 2 * x
        spacing: Theme.px(14)

        Column {
            width: parent.width
            spacing: Theme.px(3)

            StartHeading {
                id: heading
                width: parent.width
                //: Heading: a cluster without a lesson.
                //% "Free play"
                text: qsTrId("playground.title")
            }
            Text {
                width: parent.width
                //: Below the heading "Free play".
                //% "A simulated cluster of your own, as large as you like."
                text: qsTrId("playground.intro")
                color: Theme.textSoft
                wrapMode: Text.Wrap
                font.pixelSize: Theme.textUi
                lineHeightMode: Text.FixedHeight
                lineHeight: Theme.lineUi
            }
        }
        FleetPicture {
            width: parent.width
            height: Theme.px(132)
            nodes: root.playground.nodes
            zones: root.playground.zones
            pods: root.playground.pods
            ground: Theme.sunken
            edge: Theme.lineStrong
            node: Theme.surface
            pod: Theme.podFill[2]
            Accessible.role: Accessible.Graphic
            Accessible.name: summary.text
        }
        Text {
            id: summary
            width: parent.width
            text: root.playground.summary
            color: Theme.textSoft
            wrapMode: Text.Wrap
            font.pixelSize: Theme.textCaption
            lineHeightMode: Text.FixedHeight
            lineHeight: Theme.lineCaption
        }
        ChoiceFlow {
            width: parent.width
            //: Name of a row of ready-made choices, for screen readers.
            //% "Ready-made clusters"
            name: qsTrId("playground.presets")

            Repeater {
                model: root.playground.presets

                ChoiceChip {
                    required property int index
                    required property string modelData

                    text: modelData
                    isChosen: root.playground.preset === index
                    onClicked: root.playground.choosePreset(index)
                }
            }
        }
        Flow {
            width: parent.width
            spacing: Theme.s4

            LabelledItem {
                //: Above a number: how many machines of a cluster run Pods.
                //% "Nodes"
                label: qsTrId("playground.nodes.label")

                StepField {
                    name: qsTrId("playground.nodes.label")
                    value: root.playground.nodes
                    most: root.playground.maxNodes
                    onValueAsked: value => root.playground.nodes = value
                }
            }
            LabelledItem {
                //: Above a number: in how many zones the machines of a cluster stand.
                //% "Zones"
                label: qsTrId("playground.zones.label")

                StepField {
                    name: qsTrId("playground.zones.label")
                    value: root.playground.zones
                    most: root.playground.maxZones
                    onValueAsked: value => root.playground.zones = value
                }
            }
        }
        LabelledItem {
            width: parent.width
            //: Above the choice of how large the machines of a cluster are.
            //% "Size of each node"
            label: qsTrId("playground.size")

            ChoiceFlow {
                width: parent.width
                name: qsTrId("playground.size")

                Repeater {
                    model: root.playground.sizes

                    ChoiceChip {
                        required property int index
                        required property string modelData

                        text: modelData
                        isChosen: root.playground.size === index
                        onClicked: root.playground.size = index
                    }
                }
            }
        }
        LabelledItem {
            width: parent.width
            //: Above the choice of what runs in a new cluster.
            //% "Runs at first"
            label: qsTrId("playground.load")

            ChoiceFlow {
                width: parent.width
                name: qsTrId("playground.load")

                ChoiceChip {
                    //: Choice of what runs in a new cluster.
                    //% "Nothing"
                    text: qsTrId("playground.load.nothing")
                    isChosen: root.playground.load === PlaygroundModel.Empty
                    onClicked: root.playground.load = PlaygroundModel.Empty
                }
                ChoiceChip {
                    //: Choice of what runs in a new cluster.
                    //% "1 Pod behind a Service"
                    text: qsTrId("playground.load.one")
                    isChosen: root.playground.load === PlaygroundModel.OnePod
                    onClicked: root.playground.load = PlaygroundModel.OnePod
                }
                ChoiceChip {
                    //: Choice of what runs in a new cluster.
                    //% "As many Pods as nodes"
                    text: qsTrId("playground.load.each")
                    isChosen: root.playground.load === PlaygroundModel.OnePodPerNode
                    onClicked: root.playground.load = PlaygroundModel.OnePodPerNode
                }
            }
        }
        Flow {
            width: parent.width
            topPadding: Theme.s1
            spacing: Theme.s2

            ActionButton {
                look: ActionButton.Look.Primary
                implicitHeight: Theme.px(36)
                glyph: "anchor"
                //: Button: opens the cluster that was chosen.
                //% "Open this cluster"
                text: qsTrId("playground.open")
                onClicked: root.start.play()
            }
            ActionButton {
                look: ActionButton.Look.Quiet
                implicitHeight: Theme.px(36)
                glyph: "file"
                //: Button: opens a file that describes a cluster.
                //% "From a topology file…"
                text: qsTrId("playground.file")
                onClicked: {
                    dialog.active = true; // from the first time on
                    (dialog.item as TopologyDialog).open();
                }
            }
        }
    }
    Loader {
        id: dialog
        active: false
        sourceComponent: TopologyDialog {
            onAccepted: root.start.openFile(selectedFile)
        }
    }
}
