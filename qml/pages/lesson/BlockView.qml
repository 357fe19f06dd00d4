// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Qt.labs.qmlmodels
import Minato.Controls
import Minato.ViewModels

/// The blocks of a page, one below the other.
Column {
    id: root

    required property LessonModel lesson
    required property SyntaxRepository syntax

    spacing: Reading.s4

    Repeater {
        model: root.lesson.blocks
        delegate: DelegateChooser {
            role: "kind"

            DelegateChoice {
                roleValue: BlockListModel.Heading

                HeadingBlock {}
            }
            DelegateChoice {
                roleValue: BlockListModel.Paragraph

                Prose {
                    width: root.width
                }
            }
            DelegateChoice {
                roleValue: BlockListModel.List

                ListBlock {}
            }
            DelegateChoice {
                roleValue: BlockListModel.Code

                CodeBlock {
                    required property int index

                    syntax: root.syntax
                    onRunRequested: root.lesson.run(index)
                    onCopyRequested: root.lesson.copy(code)
                }
            }
            DelegateChoice {
                roleValue: BlockListModel.Callout

                CalloutBlock {}
            }
            DelegateChoice {
                roleValue: BlockListModel.Predict

                PredictBlock {
                    required property int index

                    onChoiceMade: choice => root.lesson.blocks.choose(index, choice)
                }
            }
            DelegateChoice {
                roleValue: BlockListModel.Table

                TableBlock {}
            }
        }
    }
}
