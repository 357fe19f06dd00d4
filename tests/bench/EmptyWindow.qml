// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick.Controls.Basic

/// What every program with Qt Quick Controls pays for.
ApplicationWindow {
    width: 1280
    height: 800
    visible: true
    title: "Empty"
}
