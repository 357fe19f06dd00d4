// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Minato.Controls

/// An API object that directs Pods: its kind, its name, what there is to say about it. Its heading is what the mouse
/// and the keyboard choose it by.
Rectangle {
    id: root

    required property string kind
    required property string glyph
    required property string name
    required property ClusterHost host
    property string objectKind: "" ///< as a manifest names it; empty: nothing that can be chosen
    property string ns: ""
    property string summary: ""
    property string badge: ""
    property color tone: Theme.accent
    property bool isStrong: false
    property bool isSentence: false ///< the name is no name but words, which may need two lines
    property int mark: 0
    property int others: 0 ///< how many there are of its kind, if one can go from one to the next
    default property alias extra: slot.data

    signal nextAsked

    implicitHeight: Theme.px(120)
    radius: Theme.px(8)
    color: isStrong ? Theme.accentSoft : Theme.raised
    border.width: mark > 0 ? Theme.px(2) : isStrong ? Theme.px(1.5) : 1
    border.color: isStrong || mark > 0 ? Theme.accent : Theme.line
    Accessible.role: Accessible.Grouping
    Accessible.name: summary

    MouseArea {
        anchors.fill: parent
        acceptedButtons: Qt.LeftButton | Qt.RightButton
        onClicked: event => {
            if (event.button === Qt.RightButton)
                root.host.openMenu(root, event.x, event.y, root.objectKind, root.ns, root.name);
            else
                root.host.pick(root.objectKind, root.ns, root.name);
        }
    }
    Icon {
        id: icon
        x: Theme.s3
        y: Theme.px(12)
        name: root.glyph
        color: root.tone
        size: Theme.px(17)
        weight: 1.9
    }
    Text {
        anchors {
            left: icon.right
            leftMargin: Theme.px(7)
            right: next.visible ? next.left : badgeText.left
            rightMargin: Theme.s1
            verticalCenter: icon.verticalCenter
        }
        text: root.kind
        elide: Text.ElideRight
        color: Theme.textSoft
        font.pixelSize: Theme.textCaption
        font.weight: Font.Medium
    }
    ActionButton {
        id: next
        visible: root.others > 1
        anchors {
            right: badgeText.left
            rightMargin: Theme.s1
            verticalCenter: icon.verticalCenter
        }
        implicitHeight: Theme.px(24)
        look: ActionButton.Look.Quiet
        glyph: "arrow"
        //: Button on a card: shows the next object of that kind. %1: "Deployment". %2: how many there are.
        //% "Next %1 (of %2)"
        name: qsTrId("object.next").arg(root.kind).arg(root.others)
        onClicked: root.nextAsked()
    }
    Text {
        id: badgeText
        anchors {
            right: parent.right
            rightMargin: Theme.s3
            verticalCenter: icon.verticalCenter
        }
        text: root.badge
        color: root.tone
        font.pixelSize: Theme.textUi
        font.weight: Font.Bold
    }
    AbstractButton {
        id: heading
        x: Theme.s3
        y: Theme.px(32)
        width: parent.width - 2 * x
        height: root.isSentence ? Theme.px(38) : Theme.px(22) // two lines, also where sizes are rounded up
        padding: 0
        enabled: root.objectKind !== ""
        activeFocusOnTab: enabled
        focusPolicy: Qt.TabFocus
        Accessible.name: root.objectKind === "" ? root.name : root.objectKind + " " + root.name
        onClicked: root.host.pick(root.objectKind, root.ns, root.name)
        Keys.onReturnPressed: click()
        Keys.onEnterPressed: click()
        Keys.onPressed: event => {
            if (!root.host.isMenuKey(event))
                return;
            event.accepted = true;
            root.host.openMenu(heading, Theme.s4, height, root.objectKind, root.ns, root.name);
        }

        HintBubble {
            text: nameText.truncated ? root.name : ""
            isWanted: heading.hovered || heading.visualFocus
        }
        background: Item {
            FocusRing {
                isShown: heading.visualFocus
                gap: 1
            }
        }
        contentItem: Text {
            id: nameText
            text: root.name
            verticalAlignment: root.isSentence ? Text.AlignTop : Text.AlignVCenter
            elide: Text.ElideRight
            wrapMode: root.isSentence ? Text.Wrap : Text.NoWrap
            maximumLineCount: root.isSentence ? 2 : 1
            fontSizeMode: root.isSentence ? Text.FixedSize : Text.HorizontalFit // a name is rather small than cut
            minimumPixelSize: Theme.px(11)
            color: Theme.text
            font.pixelSize: root.isSentence ? Theme.textCaption : Theme.textBody
            font.weight: Font.DemiBold
        }
    }
    Item {
        id: slot
        x: Theme.s3
        y: root.isSentence ? Theme.px(70) : Theme.px(58)
        width: parent.width - 2 * x
        height: parent.height - y - Theme.px(6)
    }
}
