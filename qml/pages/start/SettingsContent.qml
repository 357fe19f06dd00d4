// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Minato.Controls
import Minato.ViewModels

/// The settings, one below the other.
Column {
    id: root

    required property Preferences preferences
    required property StartModel start ///< may be null
    signal focusMoved(item: Item)

    spacing: Theme.px(18)

    Connections {
        target: root.Window.window

        function onActiveFocusItemChanged() {
            const item = root.Window.activeFocusItem;
            for (let parent = item; parent; parent = parent.parent)
                if (parent === root)
                    root.focusMoved(item);
        }
    }
    LabelledItem {
        width: parent.width
        label: qsTrId("settings.language")

        Flow {
            width: parent.width
            spacing: Theme.px(6)

            ChoiceChip {
                text: "日本語"
                isChosen: root.preferences.language === "ja"
                onClicked: root.preferences.language = "ja"
            }
            ChoiceChip {
                text: "English"
                isChosen: root.preferences.language === "en"
                onClicked: root.preferences.language = "en"
            }
        }
    }
    LabelledItem {
        width: parent.width
        label: qsTrId("settings.theme")

        Flow {
            width: parent.width
            spacing: Theme.px(6)

            ChoiceChip {
                text: qsTrId("settings.theme.system")
                isChosen: root.preferences.theme === Preferences.System
                onClicked: root.preferences.theme = Preferences.System
            }
            ChoiceChip {
                text: qsTrId("settings.theme.light")
                isChosen: root.preferences.theme === Preferences.Light
                onClicked: root.preferences.theme = Preferences.Light
            }
            ChoiceChip {
                text: qsTrId("settings.theme.dark")
                isChosen: root.preferences.theme === Preferences.Dark
                onClicked: root.preferences.theme = Preferences.Dark
            }
        }
    }
    LabelledItem {
        width: parent.width
        label: qsTrId("settings.text-size")

        Row {
            spacing: Theme.s3

            Slider {
                id: slider
                width: Math.min(root.width - sizeText.width - parent.spacing, Theme.px(300))
                height: Theme.px(30)
                from: 0.9
                to: 2
                stepSize: 0.05
                snapMode: Slider.SnapAlways
                live: false
                value: root.preferences.textScale
                onMoved: root.preferences.textScale = value
                Accessible.name: qsTrId("settings.text-size")
                Accessible.description: sizeText.text

                background: Rectangle {
                    x: slider.leftPadding
                    y: Math.round((slider.height - height) / 2)
                    width: slider.availableWidth
                    height: Theme.px(4)
                    radius: height / 2
                    color: Theme.lineStrong

                    Rectangle {
                        width: slider.visualPosition * parent.width
                        height: parent.height
                        radius: parent.radius
                        color: Theme.accent
                    }
                }
                handle: Rectangle {
                    x: slider.leftPadding + slider.visualPosition * (slider.availableWidth - width)
                    y: Math.round((slider.height - height) / 2)
                    width: Theme.px(20)
                    height: width
                    radius: width / 2
                    color: Theme.accent

                    FocusRing {
                        isShown: slider.visualFocus
                        radius: width / 2
                    }
                }
            }
            Text {
                id: sizeText
                anchors.verticalCenter: parent.verticalCenter
                width: Theme.px(48)
                text: Math.round(root.preferences.textScale * 100) + "%"
                color: Theme.text
                font.pixelSize: Theme.textBody
            }
        }
    }
    TickBox {
        width: parent.width
        text: qsTrId("settings.reduce-motion")
        checked: root.preferences.reducedMotion
        onToggled: root.preferences.reducedMotion = checked
    }
    Rectangle {
        width: parent.width
        height: 1
        color: Theme.line
    }
    PlaceRow {
        width: parent.width
        visible: place !== ""
        //: Where files are kept.
        //% "Your progress"
        label: qsTrId("settings.place.progress")
        place: root.start?.progressFile ?? ""
    }
    PlaceRow {
        width: parent.width
        visible: place !== ""
        //: Where files are kept.
        //% "These settings"
        label: qsTrId("settings.place.preferences")
        place: root.start?.preferencesFile ?? ""
    }
    PlaceRow {
        width: parent.width
        visible: place !== ""
        //: Where files are kept.
        //% "Lessons"
        label: qsTrId("settings.place.lessons")
        place: root.start?.lessonsFolder ?? ""
    }
    ResetProgress {
        width: parent.width
        visible: root.start !== null
        canReset: root.start?.canReset ?? false
        onResetAsked: root.start.resetProgress()
    }
}
