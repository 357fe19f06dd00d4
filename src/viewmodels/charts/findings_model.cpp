// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/charts/findings_model.h"

#include <QCoreApplication>
#include <QLocale>

namespace minato::viewmodels {

void FindingsModel::judge(const session::TrafficState &state)
{
    m_mode = state.sample.mode;
    m_failedByCause = state.failedByCause;
    m_median = state.median;
    m_slow = state.slow;
    m_verdict = traffic::judge(state.sample);
}

void FindingsModel::tell(const session::TrafficState &state, const PodLabel &label)
{
    m_text = verdictText(m_verdict, state.sample, label, state.answered + state.failed > 0);
    Q_EMIT changed();
}

QString FindingsModel::occupancy() const
{
    return occupancyText(m_verdict, m_mode);
}

QStringList FindingsModel::errors() const
{
    using traffic::FailureCause;
    QStringList lines;
    const auto add = [&](FailureCause cause, const char *id) {
        if (const std::uint64_t n = m_failedByCause[std::size_t(cause)]; n > 0)
            lines += qtTrId(id, int(n));
    };
    //: Why requests failed: the host name is unknown. %n: how many.
    //% "%n × name not found"
    add(FailureCause::UnknownHost, QT_TRID_NOOP("traffic.error.name"));
    //: Why requests failed: nobody listened. %n: how many.
    //% "%n × connection refused"
    add(FailureCause::Refused, QT_TRID_NOOP("traffic.error.refused"));
    //: Why requests failed. %n: how many.
    //% "%n × timed out"
    add(FailureCause::TimedOut, QT_TRID_NOOP("traffic.error.timeout"));
    //: Why requests failed: the Pod went away meanwhile. %n: how many.
    //% "%n × connection lost"
    add(FailureCause::Reset, QT_TRID_NOOP("traffic.error.reset"));
    //: Why requests failed: the application found fault with them. %n: how many.
    //% "%n × client error (4xx)"
    add(FailureCause::ClientError, QT_TRID_NOOP("traffic.error.client"));
    //: Why requests failed: the application did. %n: how many.
    //% "%n × server error (5xx)"
    add(FailureCause::ServerError, QT_TRID_NOOP("traffic.error.server"));
    return lines;
}

QString FindingsModel::latency() const
{
    if (!m_median || !m_slow)
        return {};
    const auto ms = [](base::Duration d) {
        const double value = double(d.count()) / 1e6;
        return QLocale().toString(value, 'f', value < 10 ? 1 : 0);
    };
    //: How long answers take. %1: half of them at most that long. %2: 99 of 100 at most that long.
    //% "Latency: p50 %1 ms · p99 %2 ms"
    return qtTrId("traffic.latency").arg(ms(*m_median), ms(*m_slow));
}

} // namespace minato::viewmodels
