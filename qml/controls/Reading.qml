// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton

/// The theme's sizes for running text. They may follow the theme's a moment later: other sizes make a page of text anew,
/// which is as much work as all else in the window.
Sizes {
    scale: Theme.scale
}
