// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQml
import QtQuick
import Minato.ViewModels

/// The keys that mean something in the whole window: those of the CommandRegistry, and no others.
Instantiator {
    id: root

    required property CommandRegistry commands
    property bool isAtStart: false ///< no lab is seen: only what concerns the window

    model: ShortcutList {
        commands: root.commands
    }

    delegate: Shortcut {
        required property string commandId
        required property var bindings ///< texts of keys

        sequences: bindings
        enabled: bindings.length > 0 && (!root.isAtStart || commandId.startsWith("looks.") || commandId.startsWith("window."))
        onActivated: root.commands.trigger(commandId)
    }
}
