// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/wall_driver.h"

#include <algorithm>
#include <cmath>

namespace minato::session {

std::size_t advanceBySteps(api::SimControl &control, base::Instant limit,
                           const std::function<bool()> &mayGoOn)
{
    std::size_t events = 0;
    while (mayGoOn()) {
        if (!control.step(limit)) {
            control.runUntil(limit); // nothing is due: time moves there
            break;
        }
        ++events;
    }
    return events;
}

WallDriver::WallDriver(Driven &driven) : m_driven(driven), m_pace(driven.now()), m_timer(this), m_answer(this)
{
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &WallDriver::tick);
    m_answer.setSingleShot(true);
    m_answer.setInterval(0);
    connect(&m_answer, &QTimer::timeout, this, &WallDriver::answer);
}

void WallDriver::start()
{
    m_clock.start();
    noteInput();
}

void WallDriver::setSpeed(double speed)
{
    m_pace.setSpeed(speed);
    noteInput();
}

void WallDriver::setPaused(bool isPaused)
{
    m_pace.setPaused(isPaused);
    m_clock.restart(); // the time of a pause does not count
    noteInput();
}

void WallDriver::noteInput()
{
    m_idleTicks = 0;
    m_rushEnd = m_driven.now() + kMaxRush;
    m_sinceSettled.invalidate();
    schedule();
}

void WallDriver::answerSoon()
{
    if (!m_answer.isActive())
        m_answer.start();
}

void WallDriver::answer()
{
    runTo(m_driven.now() + kRequest, slice());
    m_driven.sliceEnded(m_pace);
    noteInput();
}

void WallDriver::tick()
{
    const Pace::Real elapsed{m_clock.nsecsElapsed()};
    m_clock.restart();
    const std::size_t events = isRushing() ? rush() : runTo(wallLimit(elapsed), slice());
    m_idleTicks = events == 0 ? std::min(m_idleTicks + 1, 1000) : 0;
    m_driven.sliceEnded(m_pace);
    schedule();
}

/// Whether all is settled costs a look at every Pod: once that is so, not at every tick.
bool WallDriver::isRushing()
{
    if (!std::isinf(m_pace.speed()) || m_driven.now() >= m_rushEnd)
        return false;
    if (m_sinceSettled.isValid() && m_sinceSettled.durationElapsed() < kSettledFor)
        return false;
    if (!m_driven.isSettled())
        return true;
    m_sinceSettled.start();
    return false;
}

base::Instant WallDriver::wallLimit(Pace::Real elapsed)
{
    return std::isinf(m_pace.speed()) ? m_driven.now() + elapsed : m_pace.advance(elapsed, m_driven.now());
}

std::size_t WallDriver::rush()
{
    std::size_t events = 0;
    const Slice slice = this->slice();
    do {
        events += runTo(m_driven.now() + kRushStep, slice);
    } while (!slice.hasExpired() && isRushing());
    return events;
}

std::size_t WallDriver::runTo(base::Instant limit, const Slice &slice)
{
    int events = 0;
    // The clock is asked every 64 events: that costs more than many events do.
    return m_driven.advance(limit, [&slice, &events] { return ++events % 64 != 0 || !slice.hasExpired(); });
}

void WallDriver::schedule()
{
    if (m_pace.isPaused()) {
        m_timer.stop();
        return;
    }
    const auto interval = isRushing() ? std::chrono::milliseconds(0) : m_idleTicks > 20 ? kIdleTick : kTick;
    if (!m_timer.isActive() || m_timer.intervalAsDuration() != interval)
        m_timer.start(interval);
}

} // namespace minato::session
