// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Minato.Controls
import Minato.ViewModels

/// Which Service gets the requests.
ComboBox {
    id: root

    required property LoadModel load

    model: load.target.names
    currentIndex: load.target.index
    implicitHeight: Theme.px(30)
    implicitWidth: Theme.px(180)
    font.pixelSize: Theme.textUi
    //: Name of the choice of a Service.
    //% "Service"
    Accessible.name: qsTrId("load.service")
    onActivated: index => load.target.index = index

    contentItem: Text {
        leftPadding: Theme.s2
        rightPadding: Theme.s5
        verticalAlignment: Text.AlignVCenter
        text: root.displayText
        elide: Text.ElideMiddle
        color: Theme.text
        font: root.font
    }
    indicator: Icon {
        x: root.width - width - Theme.s2
        anchors.verticalCenter: parent?.verticalCenter
        name: "chevron"
        color: Theme.textSoft
        size: Theme.px(14)
    }
    background: Rectangle {
        radius: Theme.radiusSmall
        color: Theme.surface
        border.width: 1
        border.color: Theme.lineStrong

        FocusRing {
            isShown: root.visualFocus
            gap: 0
        }
    }
    delegate: ItemDelegate {
        id: choice

        required property int index
        required property string modelData

        width: root.width
        highlighted: root.highlightedIndex === index
        Accessible.name: modelData
        contentItem: Text {
            text: choice.modelData
            elide: Text.ElideMiddle
            color: Theme.text
            font.pixelSize: Theme.textUi
        }
        background: Rectangle {
            color: choice.highlighted ? Theme.accentSoft : Theme.raised
        }
    }
}
