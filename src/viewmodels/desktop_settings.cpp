// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/desktop_settings.h"

#include <QStringList>

namespace minato::viewmodels {
namespace {

const QString kAppearance = QStringLiteral("org.freedesktop.appearance");
const QString kGnome = QStringLiteral("org.gnome.desktop.interface");
const QString kPlasma = QStringLiteral("org.kde.kdeglobals.KDE");

} // namespace

QStringList wantedDesktopSettings()
{
    return {kAppearance, kGnome, kPlasma};
}

std::optional<bool> asksForLessMotion(const DesktopSettings &settings)
{
    if (const QVariant said = settings[kAppearance].value(QStringLiteral("reduced-motion")); said.isValid())
        return said.toUInt() == 1;
    if (const QVariant said = settings[kGnome].value(QStringLiteral("enable-animations")); said.isValid())
        return !said.toBool();
    bool isNumber = false;
    const double factor =
        settings[kPlasma].value(QStringLiteral("AnimationDurationFactor")).toDouble(&isNumber);
    if (isNumber)
        return factor == 0;
    return std::nullopt;
}

} // namespace minato::viewmodels
