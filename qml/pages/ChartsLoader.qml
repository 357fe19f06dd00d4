// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Minato.Controls
import Minato.ViewModels

/// The charts, by their file's name: a window that named their type would load Qt Charts before its first frame.
Loader {
    id: root

    required property TrafficModel traffic
    required property SeriesModel series
    property bool isWide: false ///< side by side instead of one above the other
    property bool isWanted: true

    function load() {
        if (isWanted)
            setSource("ChartsPage.qml", {traffic: root.traffic, series: root.series, isWide: root.isWide});
        else
            source = "";
    }

    // Empty panels until they have come.
    Repeater {
        model: root.isWide || root.status === Loader.Ready ? 0 : 2

        Rectangle {
            required property int index

            y: index * (height + Theme.s3)
            width: root.width
            height: Math.floor((root.height - Theme.s3) / 2)
            radius: Theme.radius
            color: Theme.surface
            border.width: 1
            border.color: Theme.line
        }
    }

    Component.onCompleted: load()
    onIsWantedChanged: load()
}
