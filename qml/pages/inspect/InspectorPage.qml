// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Minato.Controls
import Minato.Pages
import Minato.ViewModels

/// The selected object from all sides.
Panel {
    id: root

    required property InspectorModel inspector
    required property SyntaxRepository syntax
    property int sheet: 0

    readonly property bool isEmpty: inspector.presence === InspectorModel.Nothing

    title: qsTrId("pane.inspector")
    glyph: "search"
    trailing: Row {
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.s1

        ActionButton {
            look: ActionButton.Look.Quiet
            implicitHeight: Theme.hitArea
            glyph: "back"
            enabled: root.inspector.canGoBack
            //: Button of the inspector.
            //% "Back to the object before"
            name: qsTrId("inspect.back")
            onClicked: root.inspector.back()
        }
        ActionButton {
            look: ActionButton.Look.Quiet
            implicitHeight: Theme.hitArea
            glyph: "arrow"
            enabled: root.inspector.canGoForward
            //: Button of the inspector.
            //% "On to the next object"
            name: qsTrId("inspect.forward")
            onClicked: root.inspector.forward()
        }
    }

    EmptyHint {
        anchors.fill: parent
        visible: root.isEmpty
        glyph: "search"
        //: In the inspector when no object is selected.
        //% "Click a Pod, a node, a Deployment or an event to look inside it."
        text: qsTrId("inspect.empty")
    }
    Column {
        id: head
        visible: !root.isEmpty
        anchors {
            left: parent.left
            right: parent.right
            top: parent.top
            leftMargin: Theme.s4
            rightMargin: Theme.s3
        }
        spacing: Theme.px(3)

        Text {
            text: [root.inspector.kind, root.inspector.place].filter(part => part !== "").join(" · ")
            width: parent.width
            wrapMode: Text.Wrap
            color: Theme.textSoft
            font.pixelSize: Theme.textCaption
        }
        Text {
            width: parent.width
            text: root.inspector.name
            wrapMode: Text.WrapAnywhere
            color: Theme.text
            font.family: Theme.mono
            font.pixelSize: Theme.textBody
            font.weight: Font.DemiBold
            Accessible.role: Accessible.Heading
            Accessible.name: root.inspector.description
        }
        Rectangle {
            visible: root.inspector.notice !== ""
            width: parent.width
            height: noticeText.height + Theme.s3
            radius: Theme.radiusSmall
            color: Theme.warnSoft

            Icon {
                x: Theme.s2
                y: Theme.px(9)
                name: "info"
                color: Theme.warn
                size: Theme.px(14)
            }
            Text {
                id: noticeText
                x: Theme.px(28)
                y: Theme.px(6)
                width: parent.width - x - Theme.s2
                text: root.inspector.notice
                wrapMode: Text.Wrap
                color: Theme.text
                font.pixelSize: Theme.textUi
                lineHeightMode: Text.FixedHeight
                lineHeight: Theme.lineUi
            }
        }
        SheetTabs {
            width: parent.width
            name: root.title
            current: root.sheet
            onChosen: index => root.sheet = index
            sheets: [
                {
                    //: Tab of the inspector.
                    //% "Summary"
                    text: qsTrId("inspect.tab.summary"),
                    glyph: "info"
                },
                {
                    //: Tab of the inspector.
                    //% "YAML"
                    text: qsTrId("inspect.tab.yaml"),
                    glyph: "file"
                },
                {
                    //: Tab of the inspector.
                    //% "Events"
                    text: qsTrId("inspect.tab.events"),
                    glyph: "flag"
                },
                {
                    //: Tab of the inspector: the conditions of an object's status.
                    //% "Conditions"
                    text: qsTrId("inspect.tab.conditions"),
                    glyph: "check"
                },
                {
                    //: Tab of the inspector: owners, and what an object works with.
                    //% "Relations"
                    text: qsTrId("inspect.tab.owners"),
                    glyph: "owned"
                },
                {
                    //: Tab of the inspector: what the cluster's controllers would decide about the object.
                    //% "Estimate"
                    text: qsTrId("inspect.tab.estimate"),
                    glyph: "question"
                }
            ]
        }
        Rectangle {
            width: parent.width
            height: 1
            color: Theme.line
        }
    }
    Loader {
        visible: !root.isEmpty
        anchors {
            left: parent.left
            right: parent.right
            top: head.bottom
            bottom: parent.bottom
            leftMargin: Theme.s4
            rightMargin: Theme.s2
            topMargin: Theme.s2
            bottomMargin: Theme.s2
        }
        active: !root.isEmpty && root.visible
        sourceComponent: [summary, yaml, events, conditions, owners, estimate][root.sheet]
    }
    Component {
        id: summary

        SummarySheet {
            inspector: root.inspector
        }
    }
    Component {
        id: yaml

        YamlSheet {
            inspector: root.inspector
            syntax: root.syntax
        }
    }
    Component {
        id: events

        RecordList {
            inspector: root.inspector
            records: root.inspector.events
            //: Name of the list of an object's Events, for screen readers.
            //% "Events of this object, newest first"
            name: qsTrId("inspect.events")
            //: In the inspector.
            //% "No events about this object. The cluster forgets them after an hour."
            emptyText: qsTrId("inspect.events.none")
        }
    }
    Component {
        id: conditions

        RecordList {
            inspector: root.inspector
            records: root.inspector.conditions
            isAlwaysOpen: true
            //: Name of the list of an object's conditions, for screen readers.
            //% "Conditions of this object"
            name: qsTrId("inspect.conditions")
            //: In the inspector.
            //% "This object reports no conditions."
            emptyText: qsTrId("inspect.conditions.none")
        }
    }
    Component {
        id: owners

        OwnersSheet {
            inspector: root.inspector
        }
    }    Component {
        id: estimate

        EstimateSheet {
            inspector: root.inspector
        }
    }
}
