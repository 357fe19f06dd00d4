// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Minato.Controls
import Minato.ViewModels

/// Shown as long as a real cluster is open: which it is, and, pressed, what may be done there.
AbstractButton {
    id: root

    required property ConnectionModel connection
    property bool isTight: false

    readonly property color ink: connection.isInsecure ? Theme.podEdge[4] : Theme.warn
    //: Part of the badge of a real cluster whose certificate is not checked (insecure-skip-tls-verify). Short.
    //% "not verified"
    readonly property string insecureText: qsTrId("connection.insecure")

    visible: connection.isReal
    implicitHeight: Theme.bar
    implicitWidth: row.implicitWidth + 2 * Theme.s3
    Accessible.role: Accessible.Button
    Accessible.name: connection.badge + (connection.isInsecure ? ", " + insecureText : "") + ". " + connection.state + ". " + connection.rights
    onClicked: sheet.show()

    HintBubble {
        text: root.connection.badge + "\n" + root.connection.rights
        isWanted: root.hovered || root.visualFocus
    }

    contentItem: Item {
        Row {
            id: row
            anchors.centerIn: parent
            spacing: Theme.px(6)

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                name: root.connection.isInsecure || root.connection.isTroubled ? "warning" : "anchor"
                color: root.ink
                size: Theme.px(15)
            }
            Text {
                anchors.verticalCenter: parent.verticalCenter
                text: root.isTight ? root.connection.context : root.connection.badge
                textFormat: Text.PlainText
                width: Math.min(implicitWidth, Theme.px(root.isTight ? 110 : 240))
                elide: Text.ElideMiddle
                color: root.ink
                font.pixelSize: Theme.textUi
                font.weight: Font.DemiBold
            }
            Text {
                anchors.verticalCenter: parent.verticalCenter
                visible: root.connection.isInsecure
                text: root.insecureText
                color: root.ink
                font.pixelSize: Theme.textCaption
                font.weight: Font.DemiBold
            }
        }
    }
    background: Rectangle {
        radius: height / 2
        color: root.connection.isInsecure ? Theme.podSoft[4] : Theme.warnSoft
        border.width: 1
        border.color: root.ink

        FocusRing {
            isShown: root.visualFocus
            gap: 0
            radius: parent.radius + 2
        }
    }

    Loader {
        id: sheet

        function show() {
            if (item === null)
                setSource("qrc:/qt/qml/Minato/Pages/start/RealClusterSheet.qml", {parent: root.Window.window.contentItem, connection: root.connection});
            (item as Popup).open();
        }
    }
}
