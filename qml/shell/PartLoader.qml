// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Minato.Controls

/// A part of the lab by the name of its file: an empty panel in the window's first frame, the page after it. A window
/// that named the pages' types would load them all before anything is seen.
Loader {
    id: root

    required property string page
    required property var given ///< the page's required properties: objects that stay
    property bool isWanted: false ///< once it has come, it stays
    property color ground: Theme.surface
    property bool hasEdge: true

    onIsWantedChanged: if (isWanted && page !== "" && status === Loader.Null)
        setSource("qrc:/qt/qml/Minato/Pages/" + page, root.given)

    Rectangle {
        anchors.fill: parent
        visible: root.status !== Loader.Ready
        radius: Theme.radius
        color: root.ground
        border.width: root.hasEdge ? 1 : 0
        border.color: Theme.line
    }
}
