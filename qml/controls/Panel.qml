// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// A framed part of the window with a heading. In a dock with others, tabs stand in place of the heading.
Rectangle {
    id: root

    default property alias content: body.data
    property string title: ""
    property string glyph: ""
    property string note: ""
    property alias trailing: trailingSlot.data
    property int trailingMargin: Theme.s3
    property bool hasHeader: title !== ""
    property bool isTabbed: false
    property int menuRoom: 0 ///< at the right end of the header, for the dock's button
    readonly property bool hostsTabs: hasHeader
    readonly property int trailingWidth: trailingSlot.width > 0 ? trailingSlot.width + Theme.s2 : 0
    property color ink: Theme.text
    property color inkSoft: Theme.textSoft
    property color mark: Theme.accent
    property int bodyMargin: 1

    radius: Theme.radius
    color: Theme.surface
    border.width: Theme.edge
    border.color: Theme.line
    Accessible.role: Accessible.Pane
    Accessible.name: title

    Item {
        id: header
        visible: root.hasHeader
        height: root.hasHeader ? Theme.header : 0
        anchors {
            left: parent.left
            right: parent.right
            top: parent.top
            leftMargin: Theme.s4
            rightMargin: root.menuRoom > 0 ? root.menuRoom + Theme.s2 : root.trailingMargin
        }

        Icon {
            id: icon
            visible: !root.isTabbed
            anchors.verticalCenter: parent.verticalCenter
            name: root.glyph
            color: root.mark
            size: Theme.px(17)
        }
        Text {
            id: heading
            visible: !root.isTabbed
            anchors {
                left: icon.right
                leftMargin: Theme.s2
                verticalCenter: parent.verticalCenter
            }
            width: Math.min(implicitWidth, trailingSlot.x - x - Theme.s1)
            text: root.title
            wrapMode: Text.Wrap
            maximumLineCount: 2
            elide: Text.ElideRight
            color: root.ink
            lineHeightMode: Text.FixedHeight
            lineHeight: Theme.px(19)
            font.pixelSize: Theme.textBody
            font.weight: Font.DemiBold
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
        Text {
            visible: !root.isTabbed
            anchors {
                left: heading.right
                leftMargin: Theme.s2
                right: trailingSlot.left
                rightMargin: Theme.s2
                baseline: heading.baseline
            }
            text: root.note
            color: root.inkSoft
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
            margins: root.bodyMargin
        }
    }
}
