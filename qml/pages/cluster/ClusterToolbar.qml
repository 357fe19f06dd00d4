// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Minato.Controls
import Minato.ViewModels

/// How the picture of the cluster is looked at: grouping, search, zoom.
Row {
    id: root

    required property ClusterModel cluster
    property ClusterView view: null

    //: How Pods are grouped in the picture of the cluster.
    //% "By node"
    readonly property string byNode: qsTrId("group.node")
    //% "By zone"
    readonly property string byZone: qsTrId("group.zone")
    //% "By ReplicaSet"
    readonly property string bySet: qsTrId("group.replica-set")
    //% "By version"
    readonly property string byVersion: qsTrId("group.version")
    readonly property list<string> groupings: [byNode, byZone, bySet, byVersion]

    spacing: Theme.px(2)

    LookButton {
        id: group
        look: root.cluster.grouping === ClusterModel.ByNode ? ActionButton.Look.Quiet : ActionButton.Look.Soft
        glyph: "group"
        //: Button: how the Pods are grouped. %1: the grouping ("By node").
        //% "Grouping: %1"
        name: qsTrId("group.name").arg(root.groupings[root.cluster.grouping])
        onClicked: choices.open()

        Popup {
            id: choices
            y: group.height + Theme.s1
            x: group.width - width
            padding: Theme.s2
            focus: true
            onOpened: (entries.itemAt(root.cluster.grouping) as Item)?.forceActiveFocus(Qt.PopupFocusReason)
            onClosed: group.forceActiveFocus(Qt.PopupFocusReason)

            background: Rectangle {
                color: Theme.raised
                radius: Theme.radius
                border.width: 1
                border.color: Theme.lineStrong
            }
            contentItem: Column {
                spacing: Theme.px(2)

                Repeater {
                    id: entries
                    model: root.groupings

                    SegmentButton {
                        id: entry

                        required property int index
                        required property string modelData

                        width: Math.max(implicitWidth, Theme.px(150))
                        text: modelData
                        isChosen: root.cluster.grouping === index
                        Keys.onUpPressed: (entries.itemAt(entry.index - 1) as Item)?.forceActiveFocus(Qt.TabFocusReason)
                        Keys.onDownPressed: (entries.itemAt(entry.index + 1) as Item)?.forceActiveFocus(Qt.TabFocusReason)
                        Keys.onReturnPressed: click()
                        onClicked: {
                            root.cluster.grouping = index;
                            choices.close();
                        }
                    }
                }
            }
        }
    }
    LookButton {
        look: root.cluster.search.isActive ? ActionButton.Look.Soft : ActionButton.Look.Quiet
        glyph: "search"
        //: Button in the picture of the cluster.
        //% "Find Pods (Ctrl+F)"
        name: qsTrId("search.open")
        onClicked: root.view?.openSearch()
    }
    LookButton {
        glyph: "minus"
        //: Button in the picture of the cluster.
        //% "Zoom out"
        name: qsTrId("zoom.out")
        enabled: root.view?.grid.canZoomOut ?? false
        onClicked: root.view?.zoomBy(-1)
    }
    LookButton {
        glyph: "fit"
        //: Button in the picture of the cluster: everything in sight.
        //% "Show all"
        name: qsTrId("zoom.fit")
        enabled: root.view?.grid.canZoomOut ?? false
        onClicked: root.view?.zoomBy(-1000)
    }
    LookButton {
        glyph: "plus"
        //: Button in the picture of the cluster.
        //% "Zoom in"
        name: qsTrId("zoom.in")
        enabled: root.view?.grid.canZoomIn ?? false
        onClicked: root.view?.zoomBy(1)
    }

    component LookButton: ActionButton {
        implicitHeight: Theme.hitArea
        look: ActionButton.Look.Quiet
    }
}
