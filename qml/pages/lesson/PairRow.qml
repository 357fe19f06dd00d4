// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Minato.Controls
import Minato.ViewModels

/// A block in both languages: side by side, or one below the other; code that is the same in both stands once.
Item {
    id: root

    required property int index
    required property int kind
    required property bool isShared
    required property var japanese
    required property var english
    required property int ownRow
    required property LessonModel lesson
    required property SyntaxRepository syntax
    required property bool isSideBySide
    required property string folded ///< "ja", "en" or ""

    readonly property bool isJapaneseShown: folded !== "ja"
    readonly property bool isEnglishShown: folded !== "en"
    readonly property bool isStacked: isJapaneseShown && isEnglishShown && !isSideBySide
    readonly property bool isJapaneseFirst: isSideBySide || lesson.isJapanese
    readonly property int gap: Reading.s5
    readonly property int half: isSideBySide ? Math.floor((width - gap) / 2) : width
    readonly property int indent: Reading.s3
    readonly property BlockSide firstSide: isJapaneseFirst ? left : right

    width: parent?.width ?? 0
    height: isShared ? shared.height : isSideBySide ? Math.max(left.height, right.height) : (left.visible ? left.height : 0) + (right.visible ? right.height : 0) + (isStacked ? Reading.s2 : 0)

    Loader {
        id: shared
        width: root.width
        active: root.isShared
        visible: active
        sourceComponent: CodeBlock {
            readonly property var side: root.lesson.isJapanese ? root.japanese : root.english

            syntax: root.syntax
            code: side.code ?? ""
            language: side.language ?? ""
            codeLabel: side.codeLabel ?? ""
            isRunnable: side.isRunnable ?? false
            hasRun: side.hasRun ?? false
            onRunRequested: root.lesson.run(root.ownRow)
            onCopyRequested: root.lesson.copy(code)
        }
    }
    Rectangle {
        visible: root.isStacked && !root.isShared
        y: root.firstSide.height + Reading.s2
        width: Reading.px(2)
        height: root.height - y
        radius: 1
        color: Theme.lineStrong
        opacity: 0.6
    }
    BlockSide {
        id: left
        active: !root.isShared
        visible: active && root.isJapaneseShown
        x: isSoft ? root.indent : 0
        y: isSoft ? right.height + Reading.s2 : 0
        width: root.half - x
        side: root.japanese
        kind: root.kind
        language: "日本語"
        syntax: root.syntax
        isSoft: root.isStacked && !root.isJapaneseFirst
        onChoiceMade: choice => root.lesson.pairs.choose(root.index, choice)
        onCopyRequested: code => root.lesson.copy(code)
    }
    BlockSide {
        id: right
        active: !root.isShared
        visible: active && root.isEnglishShown
        x: root.isSideBySide ? root.half + root.gap : isSoft ? root.indent : 0
        y: isSoft ? left.height + Reading.s2 : 0
        width: root.isSideBySide ? root.half : root.half - x
        side: root.english
        kind: root.kind
        language: "English"
        syntax: root.syntax
        isSoft: root.isStacked && root.isJapaneseFirst
        onChoiceMade: choice => root.lesson.pairs.choose(root.index, choice)
        onCopyRequested: code => root.lesson.copy(code)
    }
}
