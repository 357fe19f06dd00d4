// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// A framed part of the window with a heading.
Rectangle {
    id: root

    default property alias content: body.data
    property string title: ""
    property string glyph: ""
    property string note: ""
    property alias trailing: trailingSlot.data
    property int trailingMargin: Theme.s3
    property bool hasHeader: title !== ""

    radius: Theme.radius
    color: Theme.surface
    border.width: 1
    border.color: Theme.line
    Accessible.role: Accessible.Pane
    Accessible.name: title

    Item {
        id: header
        visible: root.hasHeader
        height: root.hasHeader ? Theme.px(44) : 0
        anchors {
            left: parent.left
            right: parent.right
            top: parent.top
            leftMargin: Theme.s4
            rightMargin: root.trailingMargin
        }

        Icon {
            id: icon
            anchors.verticalCenter: parent.verticalCenter
            name: root.glyph
            color: Theme.accent
            size: Theme.px(17)
        }
        Text {
            id: heading
            anchors {
                left: icon.right
                leftMargin: Theme.s2
                verticalCenter: parent.verticalCenter
            }
            width: Math.min(implicitWidth, trailingSlot.x - x - Theme.s1)
            text: root.title
            elide: Text.ElideRight
            color: Theme.text
            font.pixelSize: Theme.textBody
            font.weight: Font.DemiBold
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
        Text {
            anchors {
                left: heading.right
                leftMargin: Theme.s2
                right: trailingSlot.left
                rightMargin: Theme.s2
                baseline: heading.baseline
            }
            text: root.note
            color: Theme.textSoft
            font.pixelSize: Theme.textCaption
            elide: Text.ElideRight
        }
        Item {
            id: trailingSlot
            anchors {
                right: parent.right
                top: parent.top
                bottom: parent.bottom
            }
            width: childrenRect.width
        }
    }
    Item {
        id: body
        anchors {
            left: parent.left
            right: parent.right
            top: header.bottom
            bottom: parent.bottom
            margins: 1
        }
    }
}
