// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Minato.Controls
import Minato.ViewModels

/// The object as kubectl get -o yaml prints it.
Item {
    id: root

    required property InspectorModel inspector
    required property SyntaxRepository syntax

    Flow {
        id: buttons
        width: parent.width
        spacing: Theme.s1

        ActionButton {
            look: ActionButton.Look.Quiet
            implicitHeight: Theme.hitArea
            glyph: root.inspector.showsStatus ? "minus" : "plus"
            text: root.inspector.showsStatus ? root.fold : root.unfold
            onClicked: root.inspector.showsStatus = !root.inspector.showsStatus
        }
        ActionButton {
            look: ActionButton.Look.Quiet
            implicitHeight: Theme.hitArea
            glyph: "copy"
            //: Button above the YAML of an object.
            //% "Copy"
            text: qsTrId("inspect.yaml.copy")
            onClicked: root.inspector.copyYaml()
        }
        ActionButton {
            look: ActionButton.Look.Soft
            implicitHeight: Theme.hitArea
            glyph: "pencil"
            //: Button above the YAML of an object: opens it in the editor.
            //% "Edit"
            text: qsTrId("inspect.yaml.edit")
            visible: root.inspector.presence === InspectorModel.There
            onClicked: root.inspector.edit()
        }
    }
    //: Button above the YAML of an object: leaves out what the cluster reports.
    //% "Hide status"
    readonly property string fold: qsTrId("inspect.yaml.fold")
    //: Button above the YAML of an object: shows what the cluster reports.
    //% "Show status"
    readonly property string unfold: qsTrId("inspect.yaml.unfold")

    CodeView {
        anchors {
            left: parent.left
            right: parent.right
            top: buttons.bottom
            topMargin: Theme.s2
            bottom: parent.bottom
        }
        syntax: root.syntax
        text: root.inspector.yaml
        //: Name of the text of an object, for screen readers. %1: its kind, "Pod". %2: its name.
        //% "YAML of %1 %2"
        name: qsTrId("inspect.yaml.name").arg(root.inspector.kind).arg(root.inspector.name)
    }
}
