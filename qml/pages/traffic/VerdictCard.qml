// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Minato.Controls
import Minato.ViewModels

/// What the distribution says, in words: the headline, and where there is room for it, the detail.
Rectangle {
    id: root

    required property FindingsModel findings
    property bool hasDetail: true
    readonly property color ink: findings.tone === FindingsModel.Good ? Theme.good : findings.tone === FindingsModel.Notice ? Theme.warn : Theme.accent

    /// For screen readers.
    function announce(text: string) {
        Accessible.announce(text, Accessible.Polite);
    }

    implicitHeight: texts.height + 2 * Theme.s2
    radius: Theme.radiusSmall
    color: findings.tone === FindingsModel.Good ? Theme.goodSoft : findings.tone === FindingsModel.Notice ? Theme.warnSoft : Theme.sunken
    Accessible.role: Accessible.StaticText
    Accessible.name: findings.verdict
    Accessible.description: findings.detail

    // At most every five seconds: a load changes the verdict often.
    Connections {
        target: root.findings

        function onChanged() {
            if (!pause.running && root.visible && pause.told !== root.findings.verdict) {
                pause.told = root.findings.verdict;
                root.announce(root.findings.verdict);
                pause.start();
            }
        }
    }
    Timer {
        id: pause

        property string told: ""

        interval: 5000
    }

    Icon {
        id: icon
        x: Theme.s2
        y: Theme.s2 + Theme.px(1)
        name: root.findings.tone === FindingsModel.Good ? "check" : root.findings.tone === FindingsModel.Notice ? "bulb" : "info"
        color: root.ink
        size: Theme.px(18)
        weight: 2
    }
    Column {
        id: texts
        anchors {
            left: icon.right
            leftMargin: Theme.s2
            right: parent.right
            rightMargin: Theme.s2
        }
        y: Theme.s2
        spacing: Theme.px(2)

        Text {
            width: parent.width
            wrapMode: Text.Wrap
            text: root.findings.verdict
            color: Theme.text
            font.pixelSize: Theme.textBody
            font.weight: Font.DemiBold
        }
        Text {
            width: parent.width
            visible: root.hasDetail && text !== ""
            wrapMode: Text.Wrap
            text: root.findings.detail
            color: Theme.text
            font.pixelSize: Theme.textUi
            lineHeightMode: Text.FixedHeight
            lineHeight: Theme.px(20)
        }
    }
}
