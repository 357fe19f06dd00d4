// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic

/// A button with a text, an icon or both. Without a text, `name` says what it does.
Button {
    id: root

    enum Look {
        Soft,
        Primary,
        Quiet,
        OnTerminal
    }

    property int look: ActionButton.Look.Soft
    property string glyph: ""
    property bool isGlyphLast: false ///< behind the text
    property string name: text
    property string hint: text === "" ? name : ""
    readonly property color ink: !enabled ? Theme.lineStrong
        : look === ActionButton.Look.Primary ? Theme.accentInk
        : look === ActionButton.Look.Quiet ? (checked ? Theme.accent : hovered ? Theme.text : Theme.textSoft)
        : look === ActionButton.Look.OnTerminal ? (hovered ? Theme.terminalText : Theme.terminalSoft)
        : Theme.accent

    property int room: text === "" ? 0 : Theme.s3 ///< at either side

    implicitHeight: Theme.control
    implicitWidth: Math.max(implicitHeight, implicitContentWidth + 2 * room)
    leftPadding: Math.max(0, Math.round((width - implicitContentWidth) / 2))
    rightPadding: leftPadding
    topPadding: 0
    bottomPadding: 0
    Accessible.name: name

    HintBubble {
        text: root.hint
        isWanted: root.hovered || root.visualFocus
    }

    contentItem: Row {
        spacing: Theme.px(6)
        layoutDirection: root.isGlyphLast ? Qt.RightToLeft : Qt.LeftToRight

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            visible: root.glyph !== ""
            name: root.glyph
            color: root.ink
            size: Theme.px(15)
        }
        Text {
            anchors.verticalCenter: parent.verticalCenter
            visible: root.text !== ""
            text: root.text
            color: root.ink
            font.pixelSize: Theme.textUi
            font.weight: Font.Medium
        }
    }
    background: Rectangle {
        radius: Theme.radiusSmall
        color: root.look === ActionButton.Look.Primary
            ? (!root.enabled ? Theme.line : root.hovered || root.down ? Theme.accentHover : Theme.accent)
            : root.look === ActionButton.Look.Quiet ? (root.hovered || root.down || root.checked ? Theme.accentSoft : "transparent")
            : root.look === ActionButton.Look.OnTerminal ? (root.hovered || root.down ? Theme.terminalHover : "transparent")
            : (root.hovered || root.down ? Qt.darker(Theme.accentSoft, 1.06) : Theme.accentSoft)

        FocusRing {
            isShown: root.visualFocus
            gap: 0
            color: root.look === ActionButton.Look.OnTerminal ? Theme.terminalText : Theme.text
        }
    }
}
