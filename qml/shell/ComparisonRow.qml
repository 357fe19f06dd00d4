// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Minato.Controls

/// A row of a difference report: a heading, an object, or a field with what is so in each cluster.
Item {
    id: root

    required property string label
    required property string value ///< in the simulated cluster
    required property string note ///< in the real one
    required property int level
    property bool isCurrent: false
    property string simulatedHead: ""
    property string realHead: ""
    readonly property bool hasValues: value !== ""
    readonly property bool isLine: level === 0 && label === "" ///< of an output, or an Event
    readonly property var plainLetters: ({"calt": 0, "liga": 0}) ///< "-<hash>" is no arrow
    readonly property int gap: Theme.s3
    readonly property int labelWidth: isLine ? 0 : Math.round((width - 2 * Theme.s2) * 0.4)
    readonly property int valueWidth: Math.round((width - 2 * Theme.s2 - labelWidth - (isLine ? gap : 2 * gap)) / 2)

    height: Math.max(labelText.visible ? labelText.y + labelText.height : 0, ours.visible ? ours.y + Math.max(ours.height, theirs.height) : 0) + Theme.px(5)
    Accessible.role: level === 1 ? Accessible.Heading : Accessible.ListItem
    Accessible.name: [label, hasValues ? simulatedHead + ": " + value : "", hasValues ? realHead + ": " + note : ""].filter(part => part !== "").join(", ")

    FocusRing {
        isShown: root.isCurrent
    }
    Text {
        id: labelText
        visible: root.label !== ""
        x: root.level === 0 ? Theme.s4 : Theme.s2
        y: root.level === 1 ? Theme.s3 : Theme.px(5)
        width: root.level > 0 && !root.hasValues ? root.width - x : root.labelWidth - x
        text: root.label
        textFormat: Text.PlainText
        wrapMode: Text.WrapAnywhere
        color: root.level === 1 ? Theme.accent : Theme.text
        font.family: root.level === 1 ? Theme.sans : Theme.mono
        font.features: root.plainLetters
        font.pixelSize: root.level === 1 ? Theme.textUi : Theme.px(12.5)
        font.weight: root.level > 0 ? Font.DemiBold : Font.Normal
        Accessible.ignored: true
    }
    Text {
        id: ours
        visible: root.hasValues
        x: Theme.s2 + root.labelWidth + (root.isLine ? 0 : root.gap)
        y: Theme.px(5)
        width: root.valueWidth
        text: root.value
        textFormat: Text.PlainText
        wrapMode: Text.Wrap
        color: Theme.text
        font.family: Theme.mono
        font.features: root.plainLetters
        font.pixelSize: Theme.px(12.5)
        Accessible.ignored: true
    }
    Text {
        id: theirs
        visible: root.hasValues
        x: ours.x + root.valueWidth + root.gap
        y: ours.y
        width: root.valueWidth
        text: root.note
        textFormat: Text.PlainText
        wrapMode: Text.Wrap
        color: Theme.text
        font.family: Theme.mono
        font.features: root.plainLetters
        font.pixelSize: Theme.px(12.5)
        Accessible.ignored: true
    }
    Rectangle {
        visible: root.level !== 1
        anchors.bottom: parent.bottom
        width: parent.width
        height: 1
        color: Theme.line
    }
}
