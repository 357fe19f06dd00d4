// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/server_clock.h"

#include <QDateTime>

#include <algorithm>

namespace minato::remote {

base::Instant ServerClock::wallTime()
{
    return {std::chrono::duration_cast<base::Duration>(std::chrono::system_clock::now().time_since_epoch())
                .count()};
}

void ServerClock::note(const QByteArray &date, base::Instant sent, base::Instant received)
{
    // HTTP writes "GMT" for what RFC 2822 calls +0000.
    const QString text =
        QString::fromLatin1(date).replace(QLatin1StringView("GMT"), QLatin1StringView("+0000"));
    const QDateTime moment = QDateTime::fromString(text, Qt::RFC2822Date);
    if (!moment.isValid())
        return;
    const base::Instant second{moment.toMSecsSinceEpoch() * 1'000'000};
    const base::Duration least = second - received, most = second + std::chrono::seconds(1) - sent;
    if (least <= most)
        m_offset = std::clamp(m_offset, least, most);
}

} // namespace minato::remote
