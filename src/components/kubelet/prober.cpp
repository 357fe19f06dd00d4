// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/kubelet/prober.h"

#include <algorithm>

namespace minato::components {

std::string_view probeName(ProbeKind kind)
{
    switch (kind) {
    case ProbeKind::Startup:
        return "Startup";
    case ProbeKind::Readiness:
        return "Readiness";
    case ProbeKind::Liveness:
        break;
    }
    return "Liveness";
}

ProbeCounter::ProbeCounter(ProbeKind kind, int successThreshold, int failureThreshold)
    : m_successThreshold(successThreshold), m_failureThreshold(failureThreshold)
{
    if (kind != ProbeKind::Startup)
        m_verdict = kind == ProbeKind::Liveness;
}

bool ProbeCounter::add(bool isSuccess)
{
    m_run = m_last == isSuccess ? std::min(m_run + 1, std::max(m_successThreshold, m_failureThreshold)) : 1;
    m_last = isSuccess;
    if (m_run < (isSuccess ? m_successThreshold : m_failureThreshold))
        return false;
    const bool isNew = m_verdict != isSuccess;
    m_verdict = isSuccess;
    return isNew;
}

bool ProbeCounter::isSteady() const
{
    return m_last && m_verdict == m_last && m_run >= (*m_last ? m_successThreshold : m_failureThreshold);
}

Prober::Prober(const Parts &parts)
    : m_timers(parts.timers),
      m_kind(parts.kind),
      m_initialDelay(std::chrono::seconds(parts.probe["initialDelaySeconds"].asInt(0))),
      m_period(std::chrono::seconds(std::max<std::int64_t>(1, parts.probe["periodSeconds"].asInt(10)))),
      m_counter(parts.kind, static_cast<int>(parts.probe["successThreshold"].asInt(1)),
                static_cast<int>(parts.probe["failureThreshold"].asInt(3))),
      m_check(parts.check),
      m_onFailure(parts.onFailure),
      m_onVerdict(parts.onVerdict)
{
}

void Prober::start(base::Instant started, base::Instant ticksSince)
{
    m_isRunning = true;
    m_first = started + m_initialDelay;
    m_ticksSince = ticksSince;
    scheduleAfter(std::max(m_timers.now(), m_first));
}

/// At the first tick that is not before this moment.
void Prober::scheduleAfter(base::Instant moment)
{
    const auto since = std::max<std::int64_t>(0, (moment - m_ticksSince).count());
    const auto period = m_period.count();
    m_due = m_ticksSince + base::Duration((since + period - 1) / period * period);
    m_timer = m_timers.after(m_due - m_timers.now(), [this] { tryNow(); });
}

void Prober::wake()
{
    if (m_isRunning && !m_timer)
        scheduleAfter(std::max(m_timers.now(), m_first));
}

void Prober::tryNow()
{
    m_timer = nullptr;
    const ProbeOutcome outcome = m_check();
    const base::Instant now = m_timers.now();
    const bool isNew = m_counter.add(outcome.isSuccess);
    if (!outcome.isSuccess || outcome.isBusy || !m_counter.isSteady())
        scheduleAfter(now + base::Duration(1));
    else if (outcome.changes)
        scheduleAfter(std::max(*outcome.changes, now + base::Duration(1)));
    if (!outcome.isSuccess)
        m_onFailure(outcome.text);
    const bool isDone = isNew && m_kind != ProbeKind::Readiness;
    if (isDone && (m_kind == ProbeKind::Startup || !outcome.isSuccess))
        stop(); // until there is a new container
    if (isNew) {
        const auto onVerdict = m_onVerdict; // a copy: it may destroy this
        onVerdict(outcome.isSuccess);
    }
}

} // namespace minato::components
