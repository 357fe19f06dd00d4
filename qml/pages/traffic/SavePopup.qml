// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Minato.Controls
import Minato.ViewModels

/// The formats in which a chart can be saved.
Popup {
    id: root

    signal chosen(int format)

    padding: Theme.s2
    focus: true
    modal: false

    contentItem: Row {
        spacing: Theme.s1

        Repeater {
            model: [{name: "PNG", format: ChartFiles.Png}, {name: "SVG", format: ChartFiles.Svg}, {name: "CSV", format: ChartFiles.Csv}]

            ActionButton {
                required property var modelData
                required property int index

                text: modelData.name
                focus: index === 0
                onClicked: {
                    root.close();
                    root.chosen(modelData.format);
                }
            }
        }
    }
    background: Rectangle {
        radius: Theme.radiusSmall
        color: Theme.raised
        border.width: 1
        border.color: Theme.lineStrong
    }
}
