// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Minato.Controls
import Minato.ViewModels

/// One language's side of a pair of blocks; or a gap, where the language lacks it.
Loader {
    id: root

    required property var side ///< the block, by the names of BlockListModel's roles; or { gap: sentence }
    required property int kind
    required property string language ///< its name, for screen readers
    required property SyntaxRepository syntax
    property bool isSoft: false ///< it repeats what stands above it
    signal choiceMade(choice: int)
    signal copyRequested(code: string)

    readonly property bool isGap: (side.gap ?? "") !== ""
    readonly property color ink: isSoft ? Theme.textSoft : Theme.text
    readonly property int textSize: isSoft ? Reading.textBody : Reading.textReading
    readonly property int textLine: isSoft ? Reading.px(24) : Reading.lineReading

    Accessible.role: Accessible.Grouping
    Accessible.name: language
    sourceComponent: isGap ? gap : byKind[kind]

    // In the order of BlockListModel.Kind.
    readonly property list<Component> byKind: [heading, paragraph, list, code, callout, predict, table]

    Component {
        id: gap

        Rectangle {
            implicitHeight: gapText.height + 2 * Reading.s2
            radius: Theme.radiusSmall
            color: "transparent"
            border.width: 1
            border.color: Theme.lineStrong

            Text {
                id: gapText
                x: Reading.s3
                y: Reading.s2
                width: parent.width - 2 * x
                text: root.side.gap ?? ""
                textFormat: Text.PlainText
                color: Theme.textSoft
                wrapMode: Text.Wrap
                font.pixelSize: Reading.textUi
                font.italic: true
                Accessible.role: Accessible.StaticText
                Accessible.name: text
            }
        }
    }
    Component {
        id: heading

        Prose {
            html: root.side.html ?? ""
            ink: root.ink
            font.pixelSize: Reading.px(root.isSoft ? 15 : 17)
            font.weight: Font.Bold
            lineHeight: Reading.px(27)
            Accessible.role: Accessible.Heading
        }
    }
    Component {
        id: paragraph

        Prose {
            html: root.side.html ?? ""
            ink: root.ink
            font.pixelSize: root.textSize
            lineHeight: root.textLine
        }
    }
    Component {
        id: list

        ListBlock {
            items: root.side.items ?? []
            isOrdered: root.side.isOrdered ?? false
            ink: root.ink
            textSize: root.textSize
            textLine: root.textLine
        }
    }
    Component {
        id: code

        CodeBlock {
            syntax: root.syntax
            code: root.side.code ?? ""
            language: root.side.language ?? ""
            codeLabel: root.side.codeLabel ?? ""
            isRunnable: false // the shared one is run
            hasRun: false
            onCopyRequested: root.copyRequested(root.side.code ?? "")
        }
    }
    Component {
        id: callout

        CalloutBlock {
            callout: root.side.callout ?? ""
            label: root.side.label ?? ""
            title: root.side.title ?? ""
            html: root.side.html ?? ""
            items: root.side.items ?? []
            verdict: root.side.verdict ?? ""
            isRight: root.side.isRight ?? false
        }
    }
    Component {
        id: predict

        PredictBlock {
            label: root.side.label ?? ""
            title: root.side.title ?? ""
            html: root.side.html ?? ""
            items: root.side.items ?? []
            chosen: root.side.chosen ?? -1
            onChoiceMade: choice => root.choiceMade(choice)
        }
    }
    Component {
        id: table

        TableBlock {
            items: root.side.items ?? []
            columns: root.side.columns ?? 1
        }
    }
}
