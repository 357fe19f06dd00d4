// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// A Panel in the terminal's colours, which are dark in every theme.
Panel {
    id: root

    color: Theme.terminal
    border.color: Theme.isDark ? Theme.line : Theme.terminal
    ink: Theme.terminalText
    inkSoft: Theme.terminalSoft
    mark: Theme.terminalAccent
    bodyMargin: 0

    Rectangle {
        width: root.width
        height: 1
        color: Theme.terminalLine
        Accessible.ignored: true
    }
}
