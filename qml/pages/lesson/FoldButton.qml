// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Minato.Controls

/// The name of a language over its column; folds the column away and brings it back.
ActionButton {
    id: root

    required property bool isOpen
    required property bool canFold ///< the last one stays

    //: Button over a column of text. %1: a language.
    //% "Hide %1"
    readonly property string hideText: qsTrId("pair.hide")
    //: Button that brings a column of text back. %1: a language.
    //% "Show %1"
    readonly property string showText: qsTrId("pair.show")

    look: ActionButton.Look.Quiet
    implicitHeight: Theme.px(30)
    glyph: isOpen ? "minus" : "plus"
    enabled: canFold
    name: (isOpen ? hideText : showText).arg(text)
    hint: name
}
