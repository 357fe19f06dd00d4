// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Minato.Controls
import Minato.ViewModels

/// The title of a page in both languages: each above its column, or the learner's own above the other.
Item {
    id: root

    required property LessonModel lesson
    required property bool isSideBySide
    required property string folded ///< "ja", "en" or ""
    required property int half ///< the width of a column
    required property int gap ///< between the columns

    readonly property bool isOwnShown: folded !== (lesson.isJapanese ? "ja" : "en")
    readonly property bool isOtherShown: folded !== (lesson.isJapanese ? "en" : "ja") && lesson.otherTitle !== ""
    readonly property bool isOwnLeft: !isSideBySide || lesson.isJapanese
    readonly property bool isBelow: isOwnShown && isOtherShown && !isSideBySide

    height: isSideBySide ? Math.max(own.height, other.height) : (isBelow ? other.y + other.height : isOwnShown ? own.height : other.height)

    Column {
        id: own
        visible: root.isOwnShown
        x: root.isOwnLeft ? 0 : root.half + root.gap
        width: root.isSideBySide ? root.half : root.width
        spacing: Reading.px(6)

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
    Prose {
        id: other
        visible: root.isOtherShown
        x: root.isSideBySide && root.isOwnLeft ? root.half + root.gap : 0
        y: root.isBelow ? own.height + Reading.s2 : 0
        width: root.isSideBySide ? root.half : root.width
        html: root.lesson.otherTitle
        ink: root.isBelow ? Theme.textSoft : Theme.text
        font.pixelSize: root.isBelow ? Reading.px(17) : Reading.textTitle
        font.weight: root.isBelow ? Font.DemiBold : Font.Bold
        lineHeight: root.isBelow ? Reading.px(26) : Reading.lineTitle
        Accessible.role: Accessible.Heading
    }
}
