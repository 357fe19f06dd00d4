// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QString>

#include <algorithm>
#include <cstdint>

namespace minato::viewmodels {

/// A number as the language writes it: 1,250.
[[nodiscard]] inline QString countText(std::uint64_t value)
{
    return QLocale().toString(qulonglong(value));
}

/// The cluster's time, from seconds since its start: 2:05.
[[nodiscard]] inline QString clockText(double seconds)
{
    const int whole = static_cast<int>(std::max(0., seconds));
    return QStringLiteral("%1:%2").arg(whole / 60).arg(whole % 60, 2, 10, QLatin1Char('0'));
}

} // namespace minato::viewmodels
