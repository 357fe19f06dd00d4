// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Minato.Controls
import Minato.ViewModels

/// What can be done with the pane in front: move it to another dock, hide it; and the panes that are hidden, to be shown.
ActionButton {
    id: root

    required property PaneModel pane
    required property LayoutModel layout
    property bool isTerminal: false

    readonly property list<int> docks: [LayoutModel.Left, LayoutModel.Centre, LayoutModel.Right, LayoutModel.Lower, LayoutModel.Bottom]

    look: isTerminal ? ActionButton.Look.OnTerminal : ActionButton.Look.Quiet
    implicitHeight: Theme.hitArea
    glyph: "more"
    //: Button in the header of a pane. %1: the pane, "Cluster".
    //% "Move or hide: %1"
    name: qsTrId("dock.menu").arg(pane?.title ?? "")
    hint: slot.item ? "" : name
    onClicked: slot.active = true

    Loader {
        id: slot
        active: false
        onLoaded: (item as PopMenu).open()
        sourceComponent: PopMenu {
            id: list

            property var hidden: [] ///< as it was when the menu opened: an entry must outlive what it does

            Component.onCompleted: hidden = root.layout.panes.filter(pane => pane.isOffered && pane.isHidden)
            x: root.width - width
            y: root.height
            onClosed: Qt.callLater(() => slot.active = false)

            Repeater {
                model: root.docks

                PopMenuItem {
                    required property int modelData

                    visible: root.layout.hasDocks
                    height: visible ? implicitHeight : 0
                    //: In a pane's menu. %1: a place in the window, "Left".
                    //% "Move to: %1"
                    text: qsTrId("dock.move").arg(root.layout.dockTitle(modelData))
                    mark: root.pane?.home === modelData ? "check" : ""
                    enabled: root.pane?.home !== modelData
                    onTriggered: root.layout.move(root.pane.paneId, modelData)
                }
            }
            PopMenuItem {
                //: In a pane's menu.
                //% "Hide this pane"
                text: qsTrId("dock.hide")
                mark: "cross"
                onTriggered: root.layout.hide(root.pane.paneId)
            }
            Repeater {
                model: list.hidden

                PopMenuItem {
                    required property PaneModel modelData

                    //: In a pane's menu. %1: another pane, which is hidden: "Cluster".
                    //% "Show: %1"
                    text: qsTrId("dock.show").arg(modelData.title)
                    mark: "plus"
                    onTriggered: root.layout.go(modelData.paneId)
                }
            }
        }
    }
}
