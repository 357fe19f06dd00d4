// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic

/// A popup that is made when it is wanted for the first time.
Loader {
    id: root

    function show() {
        active = true;
        (item as Popup).open();
    }

    active: false
}
