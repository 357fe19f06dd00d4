// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
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

        ChoiceFlow {
            width: parent.width
            name: qsTrId("settings.language")

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
    LooksContent {
        width: parent.width
        preferences: root.preferences
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
