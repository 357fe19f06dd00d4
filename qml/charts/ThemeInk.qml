// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import Minato.Controls
import Minato.ViewModels

/// The theme's colours for what is drawn in C++.
ChartInk {
    ground: Theme.surface
    text: Theme.text
    textSoft: Theme.textSoft
    line: Theme.line
    lineStrong: Theme.lineStrong
    bar: Theme.accent
    band: Theme.accentSoft
    failed: Theme.podFill[4]
    earlier: Theme.lineStrong
    good: Theme.good
    warn: Theme.podFill[1]
    lines: [Theme.accent, Theme.podFill[4], Theme.podFill[2], Theme.podFill[3], Theme.podFill[0], Theme.podFill[1], Theme.wonder]
    sans: Theme.sans
    mono: Theme.mono
    scale: Theme.scale
}
