// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Minato.Controls

/// A ReplicaSet of the Deployment: version and number of Pods; older ones are hollow.
AbstractButton {
    id: root

    required property string ns
    required property string name
    required text
    required property bool isNewest
    required property string summary
    required property int mark
    required property ClusterHost host

    implicitWidth: label.implicitWidth + Theme.px(24)
    implicitHeight: Theme.px(20)
    padding: 0
    Accessible.name: summary
    onClicked: host.pick("ReplicaSet", ns, name)
    Keys.onReturnPressed: click()
    Keys.onEnterPressed: click()
    Keys.onPressed: event => {
        if (!host.isMenuKey(event))
            return;
        event.accepted = true;
        host.openMenu(root, 0, height, "ReplicaSet", ns, name);
    }

    MouseArea {
        anchors.fill: parent
        acceptedButtons: Qt.RightButton
        onClicked: event => root.host.openMenu(root, event.x, event.y, "ReplicaSet", root.ns, root.name)
    }
    HintBubble {
        text: root.summary
        isWanted: root.hovered || root.visualFocus
    }
    background: Rectangle {
        radius: height / 2
        color: root.isNewest ? Theme.accentSoft : "transparent"
        border.width: root.mark > 0 ? Theme.px(2) : 1
        border.color: root.mark > 0 ? Theme.accent : root.isNewest ? Theme.accent : Theme.lineStrong

        FocusRing {
            isShown: root.visualFocus
            gap: 0
            radius: height / 2
        }
    }
    contentItem: Item {
        Rectangle {
            x: Theme.px(7)
            anchors.verticalCenter: parent.verticalCenter
            width: Theme.px(6)
            height: width
            radius: width / 2
            color: root.isNewest ? Theme.accent : "transparent"
            border.width: 1
            border.color: root.isNewest ? Theme.accent : Theme.lineStrong
        }
        Text {
            id: label
            x: Theme.px(16)
            anchors.verticalCenter: parent.verticalCenter
            text: root.text
            color: root.isNewest ? Theme.text : Theme.textSoft
            font.pixelSize: Theme.px(11.5)
            font.weight: Font.Medium
        }
    }
}
