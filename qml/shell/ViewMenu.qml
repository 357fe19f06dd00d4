// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Minato.Controls
import Minato.ViewModels

/// Which panes are shown, layouts that come with the window, and its modes.
ActionButton {
    id: root

    required property LayoutModel layout
    required property CommandRegistry commands

    look: ActionButton.Look.Quiet
    glyph: "panes"
    implicitHeight: Theme.bar
    //: Button: opens a menu of panes, layouts and modes.
    //% "Panes and layout"
    name: qsTrId("view.menu")
    hint: slot.active ? "" : name
    onClicked: slot.active = true

    Loader {
        id: slot
        active: false
        onLoaded: (item as PopMenu).open()
        sourceComponent: PopMenu {
            x: root.width - width
            y: root.height + Theme.s1
            onClosed: Qt.callLater(() => slot.active = false)

            Repeater {
                model: root.layout.panes

                PopMenuItem {
                    required property PaneModel modelData

                    visible: modelData.isOffered
                    height: visible ? implicitHeight : 0
                    text: modelData.title
                    mark: modelData.isHidden ? "" : "check"
                    keys: root.commands.of("pane.go-" + modelData.paneId).keys
                    Accessible.checkable: true
                    Accessible.checked: !modelData.isHidden
                    onTriggered: root.layout.toggle(modelData.paneId)
                }
            }
            PopMenuRule {}
            Repeater {
                model: ["layout.lesson", "layout.cluster", "layout.traffic", "layout.presenter"]

                PopMenuItem {
                    required property string modelData

                    text: root.commands.of(modelData).text
                    mark: "layers"
                    onTriggered: root.commands.trigger(modelData)
                }
            }
            PopMenuRule {}
            Repeater {
                model: ["mode.focus", "mode.presenter", "mode.full-screen", "cluster.compare"]

                PopMenuItem {
                    required property string modelData

                    text: root.commands.of(modelData).text
                    keys: root.commands.of(modelData).keys
                    onTriggered: root.commands.trigger(modelData)
                }
            }
        }
    }
}
