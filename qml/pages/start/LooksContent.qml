// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Minato.Controls
import Minato.ViewModels

/// The choices of how the window looks: theme, text size, motion.
Column {
    id: root

    required property Preferences preferences

    spacing: Theme.px(18)

    LabelledItem {
        width: parent.width
        //: Heading of the choice between light and dark.
        //% "Theme"
        label: qsTrId("settings.theme")

        ChoiceFlow {
            width: parent.width
            name: qsTrId("settings.theme")

            Repeater {
                model: [
                    {
                        theme: Preferences.System,
                        //: Choice of theme: as the desktop has it.
                        //% "System"
                        text: qsTrId("settings.theme.system")
                    },
                    {
                        theme: Preferences.Light,
                        //: Choice of theme.
                        //% "Light"
                        text: qsTrId("settings.theme.light")
                    },
                    {
                        theme: Preferences.Dark,
                        //: Choice of theme.
                        //% "Dark"
                        text: qsTrId("settings.theme.dark")
                    },
                    {
                        theme: Preferences.HighContrast,
                        //: Choice of theme: white on black, yellow for what can be pressed.
                        //% "High contrast"
                        text: qsTrId("settings.theme.contrast")
                    }
                ]

                ChoiceChip {
                    required property var modelData

                    text: modelData.text
                    isChosen: root.preferences.theme === modelData.theme
                    onClicked: root.preferences.theme = modelData.theme
                }
            }
        }
    }
    LabelledItem {
        width: parent.width
        //: Heading of the choice of text size.
        //% "Text size"
        label: qsTrId("settings.text-size")

        TextSizeSlider {
            width: Math.min(parent.width, Theme.px(360))
            preferences: root.preferences
        }
    }
    TickBox {
        width: parent.width
        //: Switch: no animations.
        //% "Reduce motion"
        text: qsTrId("settings.reduce-motion")
        checked: root.preferences.reducedMotion
        onToggled: root.preferences.reducedMotion = checked
    }
}
