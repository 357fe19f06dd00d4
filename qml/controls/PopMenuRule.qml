// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic

/// A line between the entries of a PopMenu.
MenuSeparator {
    padding: Theme.s1
    contentItem: Rectangle {
        implicitHeight: 1
        color: Theme.line
    }
}
