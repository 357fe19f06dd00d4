// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>
#include <QVariantMap>

#include <optional>

namespace minato::viewmodels {

/// The desktop's settings as the XDG portal tells them: by namespace and key.
using DesktopSettings = QMap<QString, QVariantMap>;

/// The namespaces that are worth asking for.
[[nodiscard]] QStringList wantedDesktopSettings();

/// Whether the desktop asks programs to move as little as they can; nothing: it says nothing about it.
///
/// Mirrors   org.freedesktop.appearance reduced-motion; before there was such a thing, GNOME's
///           enable-animations and Plasma's AnimationDurationFactor
[[nodiscard]] std::optional<bool> asksForLessMotion(const DesktopSettings &settings);

} // namespace minato::viewmodels
