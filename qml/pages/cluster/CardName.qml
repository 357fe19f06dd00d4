// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Minato.Controls
import Minato.ViewModels

/// A card's name; where it has no room, without the beginning that all cards' names share.
Text {
    id: root

    required property Card card
    readonly property real wholeWidth: Math.ceil(whole.advanceWidth)
    readonly property real shortWidth: Math.ceil(shortened.advanceWidth)

    text: wholeWidth <= width ? (card?.title ?? "") : (card?.shortTitle ?? "")
    elide: Text.ElideMiddle
    color: Theme.text
    font.weight: Font.DemiBold

    TextMetrics {
        id: whole
        text: root.card?.title ?? ""
        font: root.font
    }
    TextMetrics {
        id: shortened
        text: root.card?.shortTitle ?? ""
        font: root.font
    }
}
