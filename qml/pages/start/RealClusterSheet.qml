// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Minato.Controls
import Minato.ViewModels

/// A real cluster: which it is, what Minato may do there, and the yes to more, which says what will be done.
Popup {
    id: root

    required property ConnectionModel connection

    modal: true
    focus: true
    padding: Theme.s5
    closePolicy: Popup.CloseOnEscape | Popup.CloseOnPressOutside
    width: Math.min((parent?.width ?? 0) - 2 * Theme.s5, Theme.px(640))
    height: Math.min(implicitHeight, (parent?.height ?? 0) - 2 * Theme.s5)
    anchors.centerIn: parent
    onOpened: close.forceActiveFocus()

    Overlay.modal: Rectangle {
        color: "#66000000"
    }
    background: Rectangle {
        radius: Theme.radius
        color: Theme.raised
        border.width: 1
        border.color: Theme.lineStrong
    }
    contentItem: Flickable {
        implicitHeight: column.implicitHeight
        contentHeight: column.implicitHeight
        boundsBehavior: Flickable.StopAtBounds
        clip: contentHeight > height

        ScrollBar.vertical: SlimScrollBar {}

        Column {
            id: column
            width: parent.width - Theme.s3 // beside the scroll bar
            spacing: Theme.s3

            Item {
                width: parent.width
                height: Math.max(title.implicitHeight, close.height)

                Text {
                    id: title
                    anchors {
                        left: parent.left
                        right: close.left
                        verticalCenter: parent.verticalCenter
                    }
                    text: root.connection.badge
                    textFormat: Text.PlainText
                    color: Theme.text
                    wrapMode: Text.Wrap
                    font.pixelSize: Theme.px(20)
                    font.weight: Font.Bold
                    Accessible.role: Accessible.Heading
                    Accessible.name: text
                }
                ActionButton {
                    id: close
                    anchors.right: parent.right
                    look: ActionButton.Look.Quiet
                    glyph: "cross"
                    name: qsTrId("differences.close")
                    onClicked: root.close()
                }
            }
            PlainLine {
                width: parent.width
                //: Below the name of a real cluster. %1: the server's address. %2: the user's name in the kubeconfig. %3: "Connected".
                //% "%1 as %2: %3"
                text: qsTrId("connection.where").arg(root.connection.server).arg(root.connection.user).arg(root.connection.state)
                color: Theme.textSoft
            }
            PlainLine {
                visible: root.connection.isInsecure
                width: parent.width
                //: About a kubeconfig with insecure-skip-tls-verify.
                //% "insecure-skip-tls-verify: the server's certificate is not checked. Anybody on the way could read along, or be the server."
                text: qsTrId("connection.insecure-explained")
                color: Theme.podEdge[4]
            }
            PlainLine {
                width: parent.width
                text: root.connection.rights
                font.weight: Font.DemiBold
            }
            PlainLine {
                visible: text !== ""
                width: parent.width
                text: root.connection.unseen
            }
            PlainLine {
                visible: !root.connection.mayWrite
                width: parent.width
                //: Above a list of what a yes means, in the dialog about a real cluster.
                //% "If you say yes:"
                text: qsTrId("connection.consent.title")
            }
            Repeater {
                model: root.connection.mayWrite ? [] : root.connection.consent

                PlainLine {
                    required property string modelData

                    width: column.width
                    text: "•  " + modelData
                }
            }
            Flow {
                width: parent.width
                spacing: Theme.s2

                ActionButton {
                    visible: !root.connection.mayWrite
                    enabled: root.connection.isConnected && !root.connection.isBusy
                    look: ActionButton.Look.Primary
                    //: Button: the yes to changes in a real cluster. %1: a namespace.
                    //% "Yes, allow changes in %1"
                    text: qsTrId("connection.allow").arg(root.connection.ns)
                    onClicked: root.connection.allowWrites(true)
                }
                ActionButton {
                    visible: root.connection.mayWrite
                    //: Button: a real cluster is open for reading only from then on.
                    //% "Back to read-only"
                    text: qsTrId("connection.forbid")
                    onClicked: root.connection.allowWrites(false)
                }
                ActionButton {
                    visible: root.connection.mayWrite
                    enabled: !root.connection.isBusy
                    //: Button: removes the lesson's namespace from a real cluster. %1: its name.
                    //% "Remove the namespace %1"
                    text: qsTrId("connection.remove").arg(root.connection.ns)
                    onClicked: root.connection.removeNamespace()
                }
            }
            TickBox {
                visible: root.connection.mayWrite
                width: parent.width
                //: Switch: this real cluster may be thrown away.
                //% "This cluster is disposable: its nodes may be cordoned, drained and deleted, too"
                text: qsTrId("connection.disposable")
                checked: root.connection.isDisposable
                onToggled: root.connection.markDisposable(checked)
            }
            PlainLine {
                width: parent.width
                //: Above a list of what can be done only with the simulated cluster.
                //% "What only the simulated cluster can do:"
                text: qsTrId("connection.lacks")
                color: Theme.textSoft
            }
            Repeater {
                model: root.connection.lacks

                PlainLine {
                    required property string modelData

                    width: column.width
                    text: "•  " + modelData
                    color: Theme.textSoft
                }
            }
        }
    }

    component PlainLine: Text {
        textFormat: Text.PlainText
        color: Theme.text
        wrapMode: Text.Wrap
        font.pixelSize: Theme.textUi
        lineHeightMode: Text.FixedHeight
        lineHeight: Theme.lineUi
    }
}
