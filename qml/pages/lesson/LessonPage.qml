// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Minato.Controls
import Minato.ViewModels

/// The open page of the lesson, its goals, and the way to the next one.
Panel {
    id: root

    required property LessonModel lesson
    required property SyntaxRepository syntax

    //: Heading of the lesson's part of the window.
    //% "Lesson"
    title: qsTrId("lesson.pane")
    glyph: "book"
    note: lesson.positionText

    trailing: ActionButton {
        anchors.verticalCenter: parent?.verticalCenter
        look: root.lesson.isBilingual ? ActionButton.Look.Soft : ActionButton.Look.Quiet
        implicitHeight: Theme.hitArea
        glyph: "pair"
        checkable: true
        checked: root.lesson.isBilingual
        //: Switch in a lesson: Japanese and English together.
        //% "Read in Japanese and English"
        name: qsTrId("pair.toggle")
        onToggled: root.lesson.isBilingual = checked
    }

    /// Scrolls to an item of the page.
    function reveal(item: Item) {
        const top = item.mapToItem(page.contentItem, 0, 0).y;
        if (top < page.contentY || top + item.height > page.contentY + page.height)
            page.contentY = Math.max(0, Math.min(top - Reading.s6, page.contentHeight - page.height));
    }

    Connections {
        target: root.Window.window

        function onActiveFocusItemChanged() {
            if (reading.activeFocus)
                root.reveal(root.Window.activeFocusItem);
        }
    }
    Flickable {
        id: page
        objectName: "lessonScroll"
        anchors {
            left: parent.left
            right: parent.right
            top: parent.top
            bottom: goals.visible ? goals.top : footer.top
        }
        contentHeight: content.height + Reading.s2 + Reading.s5
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        activeFocusOnTab: contentHeight > height
        Accessible.role: Accessible.Pane
        Accessible.name: root.lesson.plainTitle
        Accessible.focusable: activeFocusOnTab
        Keys.onUpPressed: scrollBy(-2 * Reading.lineReading)
        Keys.onDownPressed: scrollBy(2 * Reading.lineReading)
        Keys.onPressed: event => {
            event.accepted = event.key === Qt.Key_PageUp || event.key === Qt.Key_PageDown;
            if (event.accepted)
                scrollBy((event.key === Qt.Key_PageUp ? -1 : 1) * (height - 2 * Reading.lineReading));
        }

        function scrollBy(distance: real) {
            contentY = Math.max(0, Math.min(contentY + distance, contentHeight - height));
        }

        ScrollBar.vertical: SlimScrollBar {}

        Connections {
            target: root.lesson

            function onPageChanged() {
                page.contentY = 0;
            }
        }
        FocusScope {
            id: reading
            x: Reading.s5
            y: Reading.s2
            width: page.width - 2 * x
            height: content.height

            Column {
                id: content
                width: parent.width
                spacing: Reading.s4

                Column {
                    visible: !root.lesson.isBilingual // then it stands above both columns
                    width: parent.width
                    spacing: Reading.px(10)

                    Prose {
                        width: parent.width
                        html: root.lesson.title
                        font.pixelSize: Reading.textTitle
                        font.weight: Font.Bold
                        lineHeight: Reading.lineTitle
                        Accessible.role: Accessible.Heading
                    }
                    Prose {
                        visible: html !== ""
                        width: parent.width
                        html: root.lesson.subtitle
                        ink: Theme.textSoft
                        font.pixelSize: Reading.px(16)
                        font.weight: Font.DemiBold
                        lineHeight: Reading.px(26)
                    }
                }
                Loader {
                    width: parent.width
                    sourceComponent: root.lesson.isBilingual ? pairs : blocks

                    Component {
                        id: blocks

                        BlockView {
                            lesson: root.lesson
                            syntax: root.syntax
                        }
                    }
                    Component {
                        id: pairs

                        PairView {
                            lesson: root.lesson
                            syntax: root.syntax
                        }
                    }
                }
            }
        }
    }
    GoalList {
        id: goals
        visible: root.lesson.isStep && root.lesson.goals.count > 0
        goals: root.lesson.goals
        isRoomy: root.height >= Reading.px(440)
        anchors {
            left: parent.left
            right: parent.right
            bottom: footer.top
        }
    }
    FocusRing {
        anchors.fill: page
        isShown: page.activeFocus
        gap: -Reading.s1
    }
    LessonFooter {
        id: footer
        lesson: root.lesson
        anchors {
            left: parent.left
            right: parent.right
            bottom: parent.bottom
        }
    }
}
