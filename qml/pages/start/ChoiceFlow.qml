// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Minato.Controls

/// Choices that exclude each other, in as many lines as they need.
Flow {
    id: root

    required property string name ///< what is chosen, for screen readers

    spacing: Theme.px(6)
    Accessible.role: Accessible.Grouping
    Accessible.name: name
}
