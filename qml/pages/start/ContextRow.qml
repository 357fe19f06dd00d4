// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Minato.Controls

/// A real cluster of the kubeconfig: which it is, who one is there, and why it cannot be opened.
Rectangle {
    id: root

    required property string name
    required property string detail
    required property string trouble
    required property bool isInsecure
    required property bool isCurrent
    signal openAsked(bool hasLesson)

    //: Badge of a real cluster whose certificate is not checked.
    //% "insecure: the certificate is not checked"
    readonly property string insecureText: qsTrId("contexts.insecure")

    height: column.height + 2 * Theme.s3
    radius: Theme.radiusSmall
    color: Theme.sunken
    border.width: 1
    border.color: Theme.line
    Accessible.role: Accessible.ListItem
    Accessible.name: name + ", " + detail + (isInsecure ? ", " + insecureText : "") + (trouble === "" ? "" : ", " + trouble)

    Column {
        id: column
        x: Theme.s3
        y: Theme.s3
        width: parent.width - 2 * x
        spacing: Theme.px(4)

        Flow {
            width: parent.width
            spacing: Theme.s2

            Text {
                width: Math.min(implicitWidth, column.width)
                text: root.name
                textFormat: Text.PlainText
                color: Theme.text
                wrapMode: Text.WrapAnywhere
                font.pixelSize: Theme.textUi
                font.weight: Font.DemiBold
                Accessible.ignored: true
            }
            StatusPill {
                visible: root.isCurrent
                //: Badge of the context that the kubeconfig names as the current one. Short.
                //% "current"
                text: qsTrId("contexts.current")
                ink: Theme.accent
                ground: Theme.accentSoft
            }
            StatusPill {
                visible: root.isInsecure
                glyph: "warning"
                text: root.insecureText
                ink: Theme.podEdge[4]
                ground: Theme.podSoft[4]
            }
        }
        Text {
            width: parent.width
            text: root.detail
            textFormat: Text.PlainText
            color: Theme.textSoft
            wrapMode: Text.WrapAnywhere
            font.pixelSize: Theme.textCaption
            Accessible.ignored: true
        }
        Text {
            visible: text !== ""
            width: parent.width
            text: root.trouble
            textFormat: Text.PlainText
            color: Theme.podEdge[4]
            wrapMode: Text.Wrap
            font.pixelSize: Theme.textCaption
            Accessible.ignored: true
        }
        Flow {
            visible: root.trouble === ""
            width: parent.width
            spacing: Theme.s2
            topPadding: Theme.px(2)

            ActionButton {
                implicitHeight: Theme.px(32)
                //: Button: opens a real cluster without a lesson, for reading.
                //% "Look around"
                text: qsTrId("contexts.look")
                name: text + ": " + root.name
                onClicked: root.openAsked(false)
            }
            ActionButton {
                implicitHeight: Theme.px(32)
                look: ActionButton.Look.Quiet
                //: Button: opens a real cluster with the first lesson, for reading at first.
                //% "With the lesson"
                text: qsTrId("contexts.lesson")
                name: text + ": " + root.name
                onClicked: root.openAsked(true)
            }
        }
    }
}
