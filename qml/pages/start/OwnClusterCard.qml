// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Minato.Controls
import Minato.ViewModels

/// One's own kubectl for the simulated cluster, and real clusters to open.
Rectangle {
    id: root

    required property ContextListModel contexts

    Component.onCompleted: contexts.read()

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
        spacing: Theme.px(8)

        StartHeading {
            id: heading
            width: parent.width
            //: Heading: clusters outside of this program.
            //% "Your own kubectl, your own cluster"
            text: qsTrId("start.own.title")
        }
        Text {
            width: parent.width
            //: What can be done today. The command follows.
            //% "Your own kubectl can drive the simulated cluster already: start Minato in a shell with"
            text: qsTrId("start.own.kubectl")
            color: Theme.text
            wrapMode: Text.Wrap
            font.pixelSize: Theme.textUi
            lineHeightMode: Text.FixedHeight
            lineHeight: Theme.lineUi
        }
        Rectangle {
            width: parent.width
            height: command.height + 2 * Theme.s2
            radius: Theme.radiusSmall
            color: Theme.sunken
            border.width: 1
            border.color: Theme.line

            TextEdit {
                id: command
                x: Theme.s3
                y: Theme.s2
                width: parent.width - 2 * x
                readOnly: true
                selectByMouse: true
                activeFocusOnTab: false
                text: "minato --serve"
                textFormat: TextEdit.PlainText
                wrapMode: TextEdit.Wrap
                color: Theme.text
                selectionColor: Theme.accent
                selectedTextColor: Theme.accentInk
                font.family: Theme.mono
                font.pixelSize: Theme.textUi
                Accessible.role: Accessible.StaticText
                Accessible.name: text
            }
        }
        Text {
            width: parent.width
            //: Above the list of real clusters.
            //% "A real cluster opens in the same window, for reading only at first. These are in your kubeconfig:"
            text: qsTrId("start.own.contexts")
            visible: root.contexts.count > 0
            color: Theme.text
            wrapMode: Text.Wrap
            font.pixelSize: Theme.textUi
            lineHeightMode: Text.FixedHeight
            lineHeight: Theme.lineUi
        }
        Repeater {
            model: root.contexts

            ContextRow {
                width: column.width
                onOpenAsked: hasLesson => root.contexts.open(name, hasLesson)
            }
        }
        Repeater {
            model: root.contexts.troubles

            Text {
                required property string modelData

                width: column.width
                text: modelData
                textFormat: Text.PlainText
                color: Theme.textSoft
                wrapMode: Text.Wrap
                font.pixelSize: Theme.textUi
                Accessible.role: Accessible.StaticText
                Accessible.name: text
            }
        }
        Text {
            visible: root.contexts.count === 0 && root.contexts.troubles.length === 0 && !root.contexts.isLoading
            width: parent.width
            //: Instead of the list of real clusters.
            //% "To open a real cluster in this window, give it a context in your kubeconfig, as kind, minikube, k3s and cloud tools do."
            text: qsTrId("start.own.none")
            color: Theme.textSoft
            wrapMode: Text.Wrap
            font.pixelSize: Theme.textUi
            lineHeightMode: Text.FixedHeight
            lineHeight: Theme.lineUi
        }
        Text {
            width: parent.width
            visible: text !== ""
            //: Below the list of real clusters. %1: the files that were looked for.
            //% "Looked for in: %1"
            text: root.contexts.files === "" ? "" : qsTrId("start.own.files").arg(root.contexts.files)
            textFormat: Text.PlainText
            color: Theme.textSoft
            wrapMode: Text.WrapAnywhere
            font.pixelSize: Theme.textCaption
        }
        ActionButton {
            look: ActionButton.Look.Quiet
            glyph: "reset"
            //: Button: reads the kubeconfig again.
            //% "Read it again"
            text: qsTrId("start.own.again")
            onClicked: root.contexts.read()
        }
    }
}
