// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Minato.Controls
import Minato.ViewModels

/// What went wrong, below the top bar, for as long as there is something; as high as it takes, with its margin.
Column {
    id: root

    required property AppModel app
    /// Something for everybody that passes by itself.
    signal told(text: string)

    spacing: Theme.s2
    bottomPadding: problem.visible || trouble.visible ? Theme.s2 : 0

    ProblemBar {
        id: problem
        width: parent.width
        height: implicitHeight
        app: root.app
    }
    ConnectionBar {
        id: trouble
        width: parent.width
        height: implicitHeight
        connection: root.app.connection
    }
    Connections {
        target: root.app.connection

        function onRecovered(text) {
            root.told(text);
        }
    }
}
