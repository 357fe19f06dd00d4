// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Minato.Controls
import Minato.ViewModels

/// Finds what the window can do, pages and objects, by a few letters in either language.
Popup {
    id: root

    required property PaletteModel palette

    function choose(row: int) {
        close();
        palette.choose(row);
    }

    modal: true
    focus: true
    padding: Theme.s3
    closePolicy: Popup.CloseOnEscape | Popup.CloseOnPressOutside
    width: Math.min(parent.width - 2 * Theme.s4, Theme.px(620))
    height: Math.min(parent.height - 2 * Theme.s4, Theme.px(480))
    x: Math.round((parent.width - width) / 2)
    y: Math.min(Theme.px(72), Math.round((parent.height - height) / 2))
    enter: null
    exit: null
    onAboutToShow: {
        field.clear();
        palette.open();
    }
    onOpened: field.forceActiveFocus(Qt.PopupFocusReason)

    Overlay.modal: Rectangle {
        color: "#66000000"
    }
    background: Rectangle {
        radius: Theme.radius
        color: Theme.raised
        border.width: Theme.edge
        border.color: Theme.lineStrong
    }
    contentItem: Item {
        TextField {
            id: field
            width: parent.width
            height: Theme.px(44)
            leftPadding: Theme.s3
            rightPadding: Theme.s3
            color: Theme.text
            font.pixelSize: Theme.textReading
            verticalAlignment: TextInput.AlignVCenter
            selectByMouse: true
            //: In the empty field of the command palette.
            //% "What do you want to do? A command, a page, a Pod …"
            placeholderText: qsTrId("palette.placeholder")
            placeholderTextColor: Theme.textSoft
            Accessible.role: Accessible.EditableText
            Accessible.name: placeholderText
            background: Rectangle {
                radius: Theme.radiusSmall
                color: Theme.sunken
                border.width: Theme.px(2)
                border.color: Theme.accent
            }
            onTextEdited: root.palette.query = text
            onAccepted: root.choose(list.currentIndex)
            Keys.onUpPressed: list.go(-1)
            Keys.onDownPressed: list.go(1)
            Keys.onPressed: event => {
                event.accepted = event.key === Qt.Key_PageUp || event.key === Qt.Key_PageDown;
                if (event.accepted)
                    list.go(event.key === Qt.Key_PageUp ? -8 : 8);
            }
        }
        ListView {
            id: list
            cacheBuffer: 0 // rows ahead are made later, and asked for in vain when the list has become shorter by then

            function go(by: int) {
                currentIndex = Math.max(0, Math.min(count - 1, currentIndex + by));
                Accessible.announce(currentItem?.Accessible.name ?? "", Accessible.Polite);
            }

            anchors {
                top: field.bottom
                topMargin: Theme.s2
                left: parent.left
                right: parent.right
                bottom: parent.bottom
            }
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            model: root.palette
            highlightMoveDuration: 0
            Accessible.role: Accessible.List
            Accessible.name: root.palette.countText

            ScrollBar.vertical: SlimScrollBar {}

            Connections {
                target: root.palette

                function onQueryChanged() {
                    list.currentIndex = 0;
                }
            }
            Text {
                anchors.centerIn: parent
                visible: list.count === 0
                //: In the command palette.
                //% "Nothing fits"
                text: qsTrId("palette.empty")
                color: Theme.textSoft
                font.pixelSize: Theme.textUi
            }

            delegate: ItemDelegate {
                id: row

                required property int index
                required property string label
                required property string group
                required property string keys
                required property string glyph

                width: list.width - Theme.s2
                height: Math.max(Theme.px(38), Theme.hitArea)
                focusPolicy: Qt.NoFocus
                highlighted: ListView.isCurrentItem
                Accessible.role: Accessible.ListItem
                Accessible.name: label + ", " + group + (keys === "" ? "" : ", " + keys)
                Accessible.selected: highlighted
                onClicked: root.choose(index)

                contentItem: Item {
                    Icon {
                        id: icon
                        anchors.verticalCenter: parent.verticalCenter
                        name: row.glyph
                        color: Theme.accent
                        size: Theme.px(15)
                    }
                    Text {
                        anchors {
                            left: icon.right
                            leftMargin: Theme.s3
                            right: side.left
                            rightMargin: Theme.s2
                            verticalCenter: parent.verticalCenter
                        }
                        text: row.label
                        textFormat: Text.PlainText
                        elide: Text.ElideMiddle
                        color: Theme.text
                        font.pixelSize: Theme.textUi
                    }
                    Row {
                        id: side
                        anchors {
                            right: parent.right
                            verticalCenter: parent.verticalCenter
                        }
                        spacing: Theme.s2

                        Text {
                            anchors.verticalCenter: parent.verticalCenter
                            visible: root.width > Theme.px(420)
                            text: row.group
                            color: Theme.textSoft
                            font.pixelSize: Theme.textCaption
                        }
                        KeyCap {
                            anchors.verticalCenter: parent.verticalCenter
                            visible: row.keys !== ""
                            text: row.keys
                        }
                    }
                }
                background: Rectangle {
                    radius: Theme.radiusSmall
                    color: row.highlighted ? Theme.accentSoft : row.hovered ? Theme.sunken : "transparent"
                    border.width: row.highlighted ? Theme.edge : 0
                    border.color: Theme.accent
                }
            }
        }
    }
}
