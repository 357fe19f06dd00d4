// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Minato.Controls
import Minato.ViewModels

/// The cluster's Events, newest first; a click selects the object that one is about.
FocusScope {
    id: root

    required property EventsModel events

    Row {
        id: tools
        visible: root.events.count > 0
        width: root.width - Theme.s3
        height: visible ? Theme.px(36) : 0
        spacing: Theme.s2

        TextField {
            id: field
            anchors.verticalCenter: parent.verticalCenter
            width: Math.max(Theme.px(90), Math.min(Theme.px(260), parent.width - warnings.width - count.width - 2 * parent.spacing))
            height: Theme.hitArea
            leftPadding: Theme.s2
            topPadding: 0
            bottomPadding: 0
            color: Theme.terminalText
            placeholderTextColor: Theme.terminalSoft
            font.pixelSize: Theme.textCaption
            //: Field above the list of Events: shows those that hold a text.
            //% "Filter events"
            placeholderText: qsTrId("events.filter")
            Accessible.name: placeholderText
            onTextEdited: root.events.shown.text = text

            background: Rectangle {
                radius: Theme.radiusSmall
                color: "transparent"
                border.width: field.activeFocus ? 2 : 1
                border.color: field.activeFocus ? Theme.terminalAccent : Theme.terminalSoft
            }
        }
        ActionButton {
            id: warnings
            anchors.verticalCenter: parent.verticalCenter
            look: ActionButton.Look.OnTerminal
            implicitHeight: Theme.hitArea
            checkable: true
            checked: root.events.shown.warningsOnly
            glyph: checked ? "check" : "warning"
            //: Button above the list of Events: shows warnings alone.
            //% "Warnings only"
            text: qsTrId("events.warnings")
            Accessible.role: Accessible.CheckBox
            Accessible.checked: checked
            onToggled: root.events.shown.warningsOnly = checked
        }
        Text {
            id: count
            anchors.verticalCenter: parent.verticalCenter
            text: root.events.shown.countText
            color: Theme.terminalSoft
            font.pixelSize: Theme.textCaption
        }
    }
    ListView {
        id: list

        function select() {
            const row = currentItem as EventRow;
            if (row)
                root.events.selection.select(row.kind, row.ns, row.name);
        }

        anchors {
            fill: parent
            topMargin: tools.height
        }
        focus: true
        model: root.events.shown
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        activeFocusOnTab: count > 0
        Accessible.role: Accessible.List
        //: Name of the list of Events, for screen readers.
        //% "Events of the cluster, newest first"
        Accessible.name: qsTrId("events.list")
        Keys.onReturnPressed: select()
        Keys.onEnterPressed: select()
        Keys.onSpacePressed: select()

        ScrollBar.vertical: SlimScrollBar {
            ink: Theme.terminalSoft
        }

        Text {
            anchors.centerIn: parent
            width: Math.min(implicitWidth, parent.width)
            visible: list.count === 0
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.Wrap
            text: root.events.count === 0 ? root.none : root.noneLeft
            color: Theme.terminalSoft
            font.pixelSize: Theme.textUi
        }

        delegate: EventRow {
            width: list.width - Theme.s3
            isCurrent: list.activeFocus && ListView.isCurrentItem
            isSelected: root.events.selection.kind === kind && root.events.selection.name === name && root.events.selection.ns === ns
            onClicked: {
                list.currentIndex = index;
                list.select();
            }
        }
    }
    //: In the list of Events when there are none.
    //% "Nothing has happened yet"
    readonly property string none: qsTrId("events.empty")
    //: In the list of Events when the filter leaves none.
    //% "No event fits the filter"
    readonly property string noneLeft: qsTrId("events.none-left")
}
