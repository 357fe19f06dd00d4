// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Minato.Controls
import Minato.ViewModels

/// An object at a glance: figures, then facts.
Flickable {
    id: root

    required property InspectorModel inspector

    contentWidth: width
    contentHeight: content.height + Theme.s4
    clip: true
    boundsBehavior: Flickable.StopAtBounds

    ScrollBar.vertical: SlimScrollBar {}

    Column {
        id: content
        width: root.width - Theme.s2
        spacing: Theme.s2

        FigureTiles {
            width: parent.width
            visible: figures.count > 0
            bottomPadding: Theme.s1
            figures: root.inspector.tiles
        }
        Column {
            width: parent.width

            Repeater {
                model: root.inspector.facts

                FactRow {
                    width: content.width
                    selection: root.inspector.selection
                }
            }
        }
    }
}
