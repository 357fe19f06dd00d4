// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Minato.Controls
import Minato.ViewModels

/// Who made the object, what it made, and whom it works with; each a link.
Flickable {
    id: root

    required property InspectorModel inspector

    contentWidth: width
    contentHeight: content.height + Theme.s4
    clip: true
    boundsBehavior: Flickable.StopAtBounds

    ScrollBar.vertical: SlimScrollBar {}

    Column {
        id: content
        width: root.width - Theme.s2
        spacing: Theme.px(6)

        Text {
            width: parent.width
            //: Heading above the chain of owners: Deployment, ReplicaSet, Pod.
            //% "Who made whom"
            text: qsTrId("inspect.chain")
            color: Theme.text
            font.pixelSize: Theme.textUi
            font.weight: Font.DemiBold
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
        Repeater {
            model: root.inspector.owners

            Item {
                id: link

                required property int index
                required property string kind
                required property string ns
                required property string name
                required property string note
                required property string label
                required property bool isOpen

                width: content.width
                height: chip.height

                Icon {
                    visible: link.index > 0
                    x: (link.index - 1) * Theme.s3 + Theme.px(2)
                    y: Math.round((chip.height - height) / 2)
                    name: "owned"
                    color: Theme.lineStrong
                    size: Theme.px(16)
                }
                ObjectLink {
                    id: chip
                    x: link.index * Theme.s3 + (link.index > 0 ? Theme.s2 : 0)
                    width: Math.min(implicitWidth, link.width - x)
                    selection: root.inspector.selection
                    kind: link.isOpen ? link.note : link.kind
                    ns: link.ns
                    name: link.label
                    isHere: link.isOpen
                }
            }
        }
        Repeater {
            model: root.inspector.relatives

            Item {
                id: row

                required property string kind
                required property string ns
                required property string name
                required property string label
                required property string value
                required property int level

                width: content.width
                height: level > 0 ? title.height + (level === 1 ? Theme.s3 : 0) : chip2.height

                Text {
                    id: title
                    visible: row.level > 0
                    y: row.level === 1 ? Theme.s2 : 0
                    width: row.width
                    text: row.label
                    wrapMode: Text.Wrap
                    color: row.level === 1 ? Theme.text : Theme.textSoft
                    font.pixelSize: row.level === 1 ? Theme.textUi : Theme.textCaption
                    font.weight: row.level === 1 ? Font.DemiBold : Font.Normal
                    Accessible.role: row.level === 1 ? Accessible.Heading : Accessible.StaticText
                    Accessible.name: text
                }
                ObjectLink {
                    id: chip2
                    visible: row.level === 0
                    width: Math.min(implicitWidth, row.width)
                    selection: root.inspector.selection
                    kind: row.kind
                    ns: row.ns
                    name: row.name
                    condition: row.value
                }
            }
        }
    }
}
