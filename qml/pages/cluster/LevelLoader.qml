// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Minato.Controls

/// One of several forms of the same, at one place: it fades in when it is wanted, and out when another one is. On its
/// way out it takes no mouse and no keyboard.
Loader {
    id: root

    required property bool isWanted
    property bool isLive: false ///< the first form is there at once

    signal focusLost ///< it had the keyboard, and another form comes

    function turn() {
        const hadFocus = activeFocus;
        enabled = isWanted;
        opacity = isWanted ? 1 : 0;
        if (hadFocus && !isWanted)
            focusLost();
    }

    active: isWanted || opacity > 0
    opacity: 0
    onIsWantedChanged: if (isLive)
        turn()
    Component.onCompleted: {
        turn();
        isLive = true;
    }

    Behavior on opacity {
        enabled: root.isLive && Theme.medium > 0

        NumberAnimation {
            duration: Theme.medium
        }
    }
}
