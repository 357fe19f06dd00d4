// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Minato.Controls
import Minato.ViewModels

/// A page in both languages: Japanese and English beside each other where there is room, else the learner's own
/// first and the other below it. Either can be folded away.
Column {
    id: root

    required property LessonModel lesson
    required property SyntaxRepository syntax
    property string folded: "" ///< "ja" or "en"

    readonly property bool isSideBySide: folded === "" && width / Reading.scale >= 520
    readonly property int gap: Reading.s5
    readonly property int half: Math.floor((width - gap) / 2) ///< the width of a column

    spacing: Reading.s4

    function toggle(language: string) {
        folded = folded === language ? "" : language;
    }

    Item {
        width: parent.width
        height: Reading.px(34)

        FoldButton {
            x: -Reading.s3
            text: "日本語"
            isOpen: root.folded !== "ja"
            canFold: root.folded !== "en"
            onClicked: root.toggle("ja")
        }
        FoldButton {
            x: root.isSideBySide ? root.half + root.gap - Reading.s3 : Reading.px(110)
            text: "English"
            isOpen: root.folded !== "en"
            canFold: root.folded !== "ja"
            onClicked: root.toggle("en")
        }
        Rectangle {
            anchors.bottom: parent.bottom
            width: parent.width
            height: 1
            color: Theme.line
        }
    }
    PairTitle {
        width: parent.width
        lesson: root.lesson
        isSideBySide: root.isSideBySide
        folded: root.folded
        half: root.half
        gap: root.gap
    }
    Repeater {
        model: root.lesson.pairs

        PairRow {
            lesson: root.lesson
            syntax: root.syntax
            isSideBySide: root.isSideBySide
            folded: root.folded
        }
    }
}
