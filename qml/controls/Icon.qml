// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import Minato.ViewModels

/// A drawing in the theme's colour and size.
StrokeIcon {
    color: Theme.text
    size: Theme.px(16)
}
