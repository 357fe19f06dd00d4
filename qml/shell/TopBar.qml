// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Minato.Controls
import Minato.ViewModels

/// The product's name; time, language and looks, all switched at once.
Item {
    id: root

    required property AppModel app
    required property Preferences preferences
    required property SimControlModel time
    property bool isNarrow: false
    property bool hasHome: false
    readonly property bool isTight: width / Theme.scale < 820

    signal asked(command: string)

    implicitHeight: Math.max(Theme.px(56), Theme.hitArea + Theme.px(12))
    Accessible.role: Accessible.ToolBar
    Accessible.name: "Minato"

    Row {
        x: root.hasHome ? Theme.s3 : Theme.s4
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.px(10)

        ActionButton {
            anchors.verticalCenter: parent.verticalCenter
            visible: root.hasHome
            look: ActionButton.Look.Quiet
            glyph: "home"
            implicitHeight: Theme.bar
            //: Button: to the start page. What is open stays open.
            //% "Start page (Alt+Home)"
            name: qsTrId("start.home")
            onClicked: root.asked("window.home")
        }

        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            width: Theme.px(34)
            height: width
            radius: Theme.px(9)
            gradient: Gradient {
                GradientStop {
                    position: 0
                    color: "#1489CC"
                }
                GradientStop {
                    position: 1
                    color: "#005A8F"
                }
            }

            Icon {
                anchors.centerIn: parent
                name: "brand"
                color: "#FFFFFF"
                size: Theme.px(24)
                weight: 1.9
            }
        }
        Text {
            anchors.verticalCenter: parent.verticalCenter
            visible: !root.isTight
            text: "Minato"
            color: Theme.text
            font.pixelSize: Theme.px(19)
            font.weight: Font.Bold
        }
        Text {
            anchors.verticalCenter: parent.verticalCenter
            visible: !root.isNarrow && !root.app.connection.isReal // the badge needs the room
            //: Beside the product's name.
            //% "Kubernetes, understood by doing"
            text: qsTrId("app.tagline")
            color: Theme.textSoft
            font.pixelSize: Theme.textUi
        }
    }
    Row {
        anchors {
            right: parent.right
            rightMargin: Theme.s3
            verticalCenter: parent.verticalCenter
        }
        spacing: Theme.s2

        RealBadge {
            anchors.verticalCenter: parent.verticalCenter
            connection: root.app.connection
            isTight: root.isNarrow
        }
        ServedButton {
            anchors.verticalCenter: parent.verticalCenter
            app: root.app
        }
        TimeControl {
            anchors.verticalCenter: parent.verticalCenter
            time: root.time
            commands: root.app.commands
        }
        SegmentBar {
            anchors.verticalCenter: parent.verticalCenter
            //: Name of the choice of language, for screen readers.
            //% "Language"
            name: qsTrId("settings.language")

            SegmentButton {
                visible: !root.isTight || !isChosen
                text: "日本語"
                isChosen: root.preferences.language === "ja"
                onClicked: root.preferences.language = "ja"
            }
            SegmentButton {
                visible: !root.isTight || !isChosen
                text: "English"
                isChosen: root.preferences.language === "en"
                onClicked: root.preferences.language = "en"
            }
        }
        ViewMenu {
            anchors.verticalCenter: parent.verticalCenter
            layout: root.app.layout
            commands: root.app.commands
        }
        ActionButton {
            anchors.verticalCenter: parent.verticalCenter
            look: ActionButton.Look.Quiet
            glyph: "search"
            implicitHeight: Theme.bar
            name: root.app.commands.of("help.palette").hint
            onClicked: root.asked("help.palette")
        }
        ActionButton {
            anchors.verticalCenter: parent.verticalCenter
            visible: !root.isTight
            look: ActionButton.Look.Quiet
            glyph: "info"
            implicitHeight: Theme.bar
            name: root.app.commands.of("help.differences").hint
            onClicked: root.asked("help.differences")
        }
        ActionButton {
            id: looks
            anchors.verticalCenter: parent.verticalCenter
            look: ActionButton.Look.Quiet
            glyph: "settings"
            implicitHeight: Theme.bar
            //: Button: opens the choices of theme and text size.
            //% "Appearance"
            name: qsTrId("settings.looks")
            hint: slot.popup?.opened ? "" : name
            onClicked: slot.toggle()

            Loader {
                id: slot

                readonly property Popup popup: item as Popup

                function toggle() {
                    if (item === null)
                        setSource("qrc:/qt/qml/Minato/Pages/start/LooksPopup.qml", {opener: looks, preferences: root.preferences});
                    if (popup.opened)
                        popup.close();
                    else
                        popup.open();
                }
            }
        }
    }
}
