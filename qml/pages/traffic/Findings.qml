// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Minato.Controls
import Minato.ViewModels

/// The verdict and what belongs to it: Pods seen, errors, latency. Its headline may stand elsewhere.
Column {
    id: root

    required property TrafficModel traffic
    property bool hasHeadline: true

    spacing: Theme.s2

    VerdictCard {
        width: parent.width
        visible: root.hasHeadline
        findings: root.traffic.findings
    }
    Text {
        width: parent.width
        visible: !root.hasHeadline && text !== ""
        wrapMode: Text.Wrap
        text: root.traffic.findings.detail
        color: Theme.text
        font.pixelSize: Theme.textUi
        lineHeightMode: Text.FixedHeight
        lineHeight: Theme.px(20)
    }
    Text {
        width: parent.width
        visible: text !== ""
        wrapMode: Text.Wrap
        text: root.traffic.findings.occupancy
        color: Theme.textSoft
        font.pixelSize: Theme.textUi
        lineHeightMode: Text.FixedHeight
        lineHeight: Theme.px(20)
    }
    Flow {
        width: parent.width
        spacing: Theme.s1
        visible: root.traffic.findings.errors.length > 0

        Repeater {
            model: root.traffic.findings.errors

            StatusPill {
                required property string modelData

                text: modelData
                glyph: "cross"
                ink: Theme.podEdge[4]
                ground: Theme.podSoft[4]
                Accessible.role: Accessible.StaticText
                Accessible.name: modelData
            }
        }
    }
    Text {
        width: parent.width
        visible: text !== ""
        wrapMode: Text.Wrap
        text: root.traffic.findings.latency
        color: Theme.textSoft
        font.pixelSize: Theme.textCaption
    }
}
