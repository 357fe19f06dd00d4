// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sim_host.h"

#include <algorithm>

namespace minato::session {

void SimHost::open()
{
    m_backend = std::make_unique<SimBackend>(m_options, m_outbox);
    m_backend->open();
    m_pace = std::make_unique<Pace>(m_backend->now());
    m_timer = std::make_unique<QTimer>();
    m_timer->setTimerType(Qt::PreciseTimer);
    connect(m_timer.get(), &QTimer::timeout, this, &SimHost::tick);
    m_clock.start();
    m_backend->flush(*m_pace);
    schedule();
}

void SimHost::handle(const Command &command)
{
    if (!m_backend)
        return;
    if (const auto *speed = std::get_if<SetSpeed>(&command))
        m_pace->setSpeed(speed->speed);
    if (const auto *paused = std::get_if<SetPaused>(&command)) {
        m_pace->setPaused(paused->isPaused);
        m_clock.restart(); // the time of a pause does not count
    }
    m_backend->handle(command);
    m_idleTicks = 0;
    m_backend->flush(*m_pace);
    schedule();
}

void SimHost::schedule()
{
    if (m_pace->isPaused()) {
        m_timer->stop();
        return;
    }
    const auto interval = m_idleTicks > 20 ? kIdleTick : kTick;
    if (!m_timer->isActive() || m_timer->intervalAsDuration() != interval)
        m_timer->start(interval);
}

void SimHost::tick()
{
    const Pace::Real elapsed{m_clock.nsecsElapsed()};
    m_clock.restart();
    const base::Instant limit = m_pace->advance(elapsed, m_backend->now());
    QElapsedTimer slice;
    slice.start();
    int events = 0;
    // The clock is asked every 64 events: that costs more than many events do.
    const std::size_t run = m_backend->advance(
        limit, [&slice, &events] { return ++events % 64 != 0 || slice.durationElapsed() < kSlice; });
    m_idleTicks = run == 0 ? std::min(m_idleTicks + 1, 1000) : 0;
    m_backend->flush(*m_pace);
    schedule();
}

} // namespace minato::session
