// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Minato.Controls
import Minato.ViewModels

/// An object of the cluster; a click selects it.
AbstractButton {
    id: root

    required property SelectionModel selection
    required property string kind
    required property string ns
    required property string name
    property string condition: "" ///< a word or two on how it is
    property bool isHere: false ///< the one that is looked at
    property bool isFramed: true

    implicitWidth: Math.min(Math.ceil(Math.max(heading.visible ? heading.implicitWidth : 0, title.implicitWidth)) + 2 * Theme.s2, Theme.px(420))
    implicitHeight: Math.max(Theme.hitArea, column.implicitHeight + (isFramed ? Theme.px(10) : Theme.px(4)))
    hoverEnabled: !isHere
    Accessible.role: isHere ? Accessible.StaticText : Accessible.Link
    Accessible.name: [kind, name, condition].filter(part => part !== "").join(" ")
    activeFocusOnTab: !isHere
    onClicked: if (!isHere)
        selection.select(kind, ns, name)
    Keys.onReturnPressed: clicked()
    Keys.onEnterPressed: clicked()

    contentItem: Item {
        Column {
            id: column

            readonly property int inner: root.width - 2 * x

            x: root.isFramed ? Theme.s2 : 0
            anchors.verticalCenter: parent.verticalCenter

            Text {
                id: heading
                visible: root.isFramed
                text: root.condition === "" ? root.kind : root.kind + " · " + root.condition
                color: Theme.textSoft
                font.pixelSize: Theme.px(11.5)
            }
            Text {
                id: title
                width: Math.min(Math.ceil(implicitWidth), column.inner)
                text: root.name
                wrapMode: Text.WrapAnywhere
                color: root.isHere ? Theme.text : root.hovered ? Theme.accentHover : Theme.accent
                font.family: Theme.mono
                font.pixelSize: Theme.px(12.5)
                font.underline: !root.isHere && (root.hovered || !root.isFramed)
            }
        }
    }
    background: Rectangle {
        visible: root.isFramed || root.visualFocus
        radius: Theme.radiusSmall
        color: !root.isFramed ? "transparent" : root.isHere ? Theme.accentSoft : root.hovered ? Theme.accentSoft : Theme.sunken
        border.width: root.isFramed ? 1 : 0
        border.color: root.isHere ? Theme.accent : Theme.line

        FocusRing {
            isShown: root.visualFocus
            gap: 0
        }
    }
}
