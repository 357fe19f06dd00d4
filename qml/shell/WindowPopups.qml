// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Minato.ViewModels

/// What commands of the window open over it, each made when it is wanted.
Item {
    id: root

    required property AppModel app
    required property Item host ///< what they lie over
    readonly property var popups: ({
            "help.palette": palette,
            "help.keys": keySheet,
            "help.differences": differences,
            "cluster.compare": comparison
        })

    function show(command: string) {
        popups[command]?.show();
    }

    LazyPopup {
        id: palette
        sourceComponent: CommandPalette {
            parent: root.host
            palette: root.app.palette
        }
    }
    LazyPopup {
        id: keySheet
        sourceComponent: ShortcutSheet {
            parent: root.host
            commands: root.app.commands
        }
    }
    LazyPopup {
        id: differences
        sourceComponent: DifferencesPopup {
            parent: root.host
            preferences: root.app.preferences
        }
    }
    LazyPopup {
        id: comparison
        sourceComponent: ComparisonPopup {
            parent: root.host
            comparison: root.app.comparison
        }
    }
}
