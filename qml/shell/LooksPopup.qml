// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Minato.Controls
import Minato.ViewModels

/// Theme, text size, motion.
Popup {
    id: root

    required property Preferences preferences

    function toggle() {
        if (opened)
            close();
        else
            open();
    }

    padding: Theme.s4
    modal: false
    focus: true
    closePolicy: Popup.CloseOnEscape | Popup.CloseOnPressOutsideParent

    background: Rectangle {
        radius: Theme.radius
        color: Theme.raised
        border.width: 1
        border.color: Theme.lineStrong
    }
    contentItem: Column {
        spacing: Theme.px(10)

        Text {
            //: Heading of the choice between light and dark.
            //% "Theme"
            text: qsTrId("settings.theme")
            color: Theme.textSoft
            font.pixelSize: Theme.textCaption
        }
        SegmentBar {
            name: qsTrId("settings.theme")

            SegmentButton {
                //: Choice of theme.
                //% "Light"
                text: qsTrId("settings.theme.light")
                isChosen: root.preferences.theme === Preferences.Light
                onClicked: root.preferences.theme = Preferences.Light
            }
            SegmentButton {
                //: Choice of theme.
                //% "Dark"
                text: qsTrId("settings.theme.dark")
                isChosen: root.preferences.theme === Preferences.Dark
                onClicked: root.preferences.theme = Preferences.Dark
            }
            SegmentButton {
                //: Choice of theme: white on black, yellow for what can be pressed.
                //% "High contrast"
                text: qsTrId("settings.theme.contrast")
                isChosen: root.preferences.theme === Preferences.HighContrast
                onClicked: root.preferences.theme = Preferences.HighContrast
            }
            SegmentButton {
                //: Choice of theme: as the desktop has it.
                //% "System"
                text: qsTrId("settings.theme.system")
                isChosen: root.preferences.theme === Preferences.System
                onClicked: root.preferences.theme = Preferences.System
            }
        }
        Text {
            topPadding: Theme.s1
            //: Heading of the choice of text size.
            //% "Text size"
            text: qsTrId("settings.text-size")
            color: Theme.textSoft
            font.pixelSize: Theme.textCaption
        }
        Row {
            spacing: Theme.s2

            ActionButton {
                glyph: "minus"
                //: Button.
                //% "Smaller text (Ctrl+−)"
                name: qsTrId("settings.smaller")
                onClicked: root.preferences.zoom(-1)
            }
            ActionButton {
                look: ActionButton.Look.Quiet
                implicitWidth: Theme.px(72)
                text: Math.round(root.preferences.textScale * 100) + "%"
                //: Button.
                //% "Normal text size (Ctrl+0)"
                name: qsTrId("settings.normal-size")
                onClicked: root.preferences.resetZoom()
            }
            ActionButton {
                glyph: "plus"
                //: Button.
                //% "Larger text (Ctrl++)"
                name: qsTrId("settings.larger")
                onClicked: root.preferences.zoom(1)
            }
        }
        CheckBox {
            id: motion
            topPadding: Theme.s2
            leftPadding: 0
            //: Switch: no animations.
            //% "Reduce motion"
            text: qsTrId("settings.reduce-motion")
            checked: root.preferences.reducedMotion
            onToggled: root.preferences.reducedMotion = checked
            spacing: Theme.s2

            indicator: Rectangle {
                y: motion.topPadding + Math.round((motion.availableHeight - height) / 2)
                width: Theme.px(18)
                height: width
                radius: Theme.px(4)
                color: motion.checked ? Theme.accent : Theme.surface
                border.width: 1
                border.color: Theme.lineStrong

                Icon {
                    anchors.centerIn: parent
                    visible: motion.checked
                    name: "check"
                    color: Theme.accentInk
                    size: Theme.px(14)
                    weight: 2.4
                }
                FocusRing {
                    isShown: motion.visualFocus
                }
            }
            contentItem: Text {
                leftPadding: Theme.px(26)
                text: motion.text
                color: Theme.text
                font.pixelSize: Theme.textUi
                verticalAlignment: Text.AlignVCenter
            }
        }
    }
}
