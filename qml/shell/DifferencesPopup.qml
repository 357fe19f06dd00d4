// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Minato.Controls
import Minato.ViewModels

/// What the simulated cluster does otherwise than a real one, part by part.
Popup {
    id: root

    required property Preferences preferences

    modal: true
    focus: true
    padding: Theme.s5
    closePolicy: Popup.CloseOnEscape | Popup.CloseOnPressOutside
    width: Math.min(parent.width - 2 * Theme.s5, Theme.px(760))
    height: Math.min(parent.height - 2 * Theme.s5, Theme.px(640))
    anchors.centerIn: parent
    onOpened: list.forceActiveFocus()

    Overlay.modal: Rectangle {
        color: "#66000000"
    }
    background: Rectangle {
        radius: Theme.radius
        color: Theme.raised
        border.width: 1
        border.color: Theme.lineStrong
    }
    contentItem: Item {
        Text {
            id: title
            anchors {
                left: parent.left
                right: close.left
            }
            //: Heading of the list of what the simulated cluster does otherwise than a real one.
            //% "How this cluster differs from a real one"
            text: qsTrId("differences.title")
            color: Theme.text
            wrapMode: Text.Wrap
            font.pixelSize: Theme.px(20)
            font.weight: Font.Bold
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
        ActionButton {
            id: close
            anchors.right: parent.right
            look: ActionButton.Look.Quiet
            glyph: "cross"
            //: Button.
            //% "Close"
            name: qsTrId("differences.close")
            onClicked: root.close()
        }
        Text {
            id: intro
            anchors {
                top: title.bottom
                topMargin: Theme.s2
                left: parent.left
                right: parent.right
            }
            //: Below the heading. "it" is the simulated cluster.
            //% "The simulated cluster answers like Kubernetes 1.34. What it leaves out or does in its own way is listed here, as its source says it."
            text: qsTrId("differences.intro")
            color: Theme.textSoft
            wrapMode: Text.Wrap
            font.pixelSize: Theme.textUi
            lineHeightMode: Text.FixedHeight
            lineHeight: Theme.lineUi
        }
        ListView {
            id: list
            anchors {
                top: intro.bottom
                topMargin: Theme.s3
                left: parent.left
                leftMargin: -Theme.s3
                right: parent.right
                bottom: parent.bottom
            }
            leftMargin: Theme.s1 // for the ring of the focus
            clip: true
            spacing: Theme.s2
            boundsBehavior: Flickable.StopAtBounds
            activeFocusOnTab: true
            keyNavigationEnabled: true
            Accessible.role: Accessible.List
            Accessible.name: title.text

            ScrollBar.vertical: SlimScrollBar {}

            model: DifferencesModel {
                language: root.preferences.language
            }
            section.property: "part"
            section.delegate: Text {
                required property string section

                width: list.width - Theme.s4
                leftPadding: Theme.s2
                topPadding: Theme.s3
                bottomPadding: Theme.s1
                text: section
                color: Theme.accent
                font.pixelSize: Theme.textUi
                font.weight: Font.Bold
                wrapMode: Text.Wrap
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }
            delegate: Item {
                id: row

                required property string sentences
                required property string source

                width: list.width - Theme.s4
                height: sentencesText.height + sourceText.height + Theme.s2
                Accessible.role: Accessible.ListItem
                Accessible.name: sentences

                FocusRing {
                    isShown: list.activeFocus && row.ListView.isCurrentItem
                }
                Text {
                    id: sentencesText
                    x: Theme.s2
                    y: Theme.s1
                    width: parent.width - 2 * x
                    text: row.sentences
                    textFormat: Text.PlainText
                    color: Theme.text
                    wrapMode: Text.Wrap
                    font.pixelSize: Theme.textUi
                    lineHeightMode: Text.FixedHeight
                    lineHeight: Theme.lineUi
                }
                Text {
                    id: sourceText
                    anchors.top: sentencesText.bottom
                    x: Theme.s2
                    width: sentencesText.width
                    text: row.source
                    color: Theme.textSoft
                    elide: Text.ElideMiddle
                    font.family: Theme.mono
                    font.pixelSize: Theme.textCaption
                }
            }
        }
    }
}
