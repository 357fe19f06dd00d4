// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
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

    Component.onCompleted: load()
    onIsWantedChanged: load()
}
