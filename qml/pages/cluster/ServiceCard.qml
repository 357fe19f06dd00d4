// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Minato.Controls
import Minato.ViewModels

/// The Service: where it is reached, and how many Pods it may send requests to.
ObjectCard {
    id: root

    required property ServiceModel service
    property bool isTight: false

    readonly property string line: service.entryText + (service.addressText === "" ? "" : " · " + service.addressText)

    kind: "Service"
    glyph: "service"
    objectKind: service.exists ? kind : ""
    ns: service.ns
    //: On the card of a Service, where there is none.
    //% "None"
    name: service.exists ? service.name : qsTrId("service.none")
    isSentence: !service.exists
    isStrong: service.exists
    others: service.count
    summary: service.summary
    onNextAsked: service.chooseNext()

    Text {
        id: address
        visible: root.service.exists
        width: parent.width
        height: Theme.px(20)
        text: lineMetrics.advanceWidth <= width ? root.line : root.service.entryText
        elide: Text.ElideRight
        color: Theme.textSoft
        font.pixelSize: Theme.textCaption

        TextMetrics {
            id: lineMetrics
            text: root.line
            font: address.font
        }
    }
    Text {
        visible: root.service.exists && !root.isTight
        y: Theme.px(20) // two lines end with the slot
        width: parent.width
        text: root.service.endpointsText
        wrapMode: Text.Wrap
        maximumLineCount: 2
        elide: Text.ElideRight
        color: root.service.endpoints > 0 ? Theme.text : Theme.warn
        font.pixelSize: Theme.textCaption
        font.weight: Font.Medium
    }
}
