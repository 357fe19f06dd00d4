// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/cluster/quantity_text.h"

#include <QLocale>

namespace minato::viewmodels {

QString cpuQuantity(std::int64_t milliCpu)
{
    return milliCpu % 1000 == 0 ? QString::number(milliCpu / 1000) : QStringLiteral("%1m").arg(milliCpu);
}

QString memoryQuantity(std::int64_t bytes)
{
    constexpr std::int64_t kMi = std::int64_t{1} << 20;
    const QLocale c = QLocale::c();
    if (bytes < 1024 * kMi)
        return QStringLiteral("%1Mi").arg(bytes / kMi);
    return QStringLiteral("%1Gi").arg(c.toString(static_cast<double>(bytes) / (1024. * double(kMi)), 'g', 3));
}

} // namespace minato::viewmodels
