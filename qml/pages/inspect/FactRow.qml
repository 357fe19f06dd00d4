// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Minato.Controls
import Minato.ViewModels

/// One fact of a summary: what, its value, and what that means.
Item {
    id: root

    required property SelectionModel selection
    required property string label
    required property string value
    required property string note
    required property string kind
    required property string ns
    required property string name
    required property var pairs ///< labels, one by one; else the value is shown
    required property int tone
    required property int level
    readonly property bool isHeading: level > 0
    readonly property bool isPlain: name === "" && pairs.length === 0
    readonly property int labelWidth: Math.min(Theme.px(130), Math.round(width * 0.4))
    readonly property int iconWidth: tone === InfoList.Plain ? 0 : Theme.px(19)
    /// What is long begins below its label, so that it has the whole width.
    readonly property bool isBelow: pairs.length > 0 || labelText.implicitWidth > labelWidth || Math.max(isPlain ? valueText.implicitWidth + iconWidth : linkText.advanceWidth, noteText.implicitWidth) > width - labelWidth - Theme.s2
    readonly property int inner: width - (isBelow ? 0 : labelWidth + Theme.s2)
    readonly property color ink: tone === InfoList.Good ? Theme.good : tone === InfoList.Waiting ? Theme.warn : tone === InfoList.Bad ? Theme.podEdge[4] : Theme.text

    height: isHeading ? heading.height + Theme.s3 : isBelow ? values.y + values.height + Theme.s2 : Math.max(labelText.height, values.height) + Theme.px(6)
    Accessible.role: isHeading ? Accessible.Heading : Accessible.StaticText
    Accessible.name: isHeading ? label : [label + ": " + value, note].filter(part => part !== "").join(", ")

    TextMetrics {
        id: linkText
        text: root.name
        font.family: Theme.mono
        font.pixelSize: Theme.px(12.5)
    }
    Text {
        id: heading
        visible: root.isHeading
        y: Theme.px(10)
        width: root.width
        text: root.label
        wrapMode: Text.Wrap
        color: Theme.text
        font.pixelSize: Theme.textUi
        font.weight: Font.DemiBold
        Accessible.ignored: true
    }
    Text {
        id: labelText
        visible: !root.isHeading
        width: root.isBelow ? root.width : root.labelWidth
        text: root.label
        wrapMode: Text.Wrap
        color: Theme.textSoft
        font.pixelSize: Theme.textUi
        lineHeightMode: Text.FixedHeight
        lineHeight: Theme.lineUi
        Accessible.ignored: true
    }
    Column {
        id: values
        visible: !root.isHeading
        x: root.width - width
        y: root.isBelow ? labelText.height : 0
        width: root.inner

        Row {
            visible: root.isPlain
            width: parent.width
            spacing: Theme.px(5)

            Icon {
                y: Theme.px(4)
                visible: root.tone !== InfoList.Plain
                name: root.tone === InfoList.Good ? "check" : root.tone === InfoList.Waiting ? "clock" : root.tone === InfoList.Bad ? "warning" : "minus"
                color: root.ink
                size: Theme.px(14)
            }
            Text {
                id: valueText
                width: parent.width - root.iconWidth
                text: root.value
                wrapMode: Text.Wrap
                color: root.ink
                font.pixelSize: Theme.textUi
                font.weight: Font.Medium
                lineHeightMode: Text.FixedHeight
                lineHeight: Theme.lineUi
                Accessible.ignored: true
            }
        }
        Loader {
            active: root.name !== ""
            visible: active
            width: parent.width
            sourceComponent: ObjectLink {
                selection: root.selection
                kind: root.kind
                ns: root.ns
                name: root.name
                isFramed: false
            }
        }
        Column {
            visible: root.pairs.length > 0
            width: parent.width
            topPadding: Theme.px(3)
            spacing: Theme.px(4)

            Repeater {
                model: root.pairs

                PairChip {
                    required property string modelData

                    pair: modelData
                    most: values.width
                }
            }
        }
        Text {
            id: noteText
            visible: text !== ""
            width: parent.width
            text: root.note
            wrapMode: Text.Wrap
            color: Theme.textSoft
            font.pixelSize: Theme.textCaption
            lineHeightMode: Text.FixedHeight
            lineHeight: Theme.lineCaption
            Accessible.ignored: true
        }
    }
}
