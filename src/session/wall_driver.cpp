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

bool advanceToNews(Driven &driven, base::Instant limit, const std::function<bool()> &mayGoOn,
                   std::size_t &events)
{
    events += driven.advance(limit, [&] { return !driven.hasNews() && mayGoOn(); });
    if (!driven.hasNews())
        return false;
    events += driven.advance(driven.now(), [] { return true; });
    return true;
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
    cancelRun();
    m_pace.setSpeed(speed);
    noteInput();
}

void WallDriver::setPaused(bool isPaused)
{
    cancelRun();
    m_pace.setPaused(isPaused);
    m_clock.restart(); // the time of a pause does not count
    noteInput();
}

void WallDriver::startRun(TimeRun run)
{
    m_pace.setRun(run);
    m_runEnd = m_driven.now() + (run == TimeRun::Step ? kMaxStep : kMaxRush);
    schedule();
}

void WallDriver::cancelRun()
{
    if (m_pace.run() != TimeRun::None)
        endRun(RunEnd::How::Cancelled);
}

void WallDriver::endRun(RunEnd::How how)
{
    if (m_pace.run() == TimeRun::Step)
        m_pace.setPaused(true); // also when it is cancelled: to step is to look closely
    m_pace.endRun(m_driven.now(), how);
    m_clock.restart(); // what a run took does not count
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
    const std::size_t events = m_pace.run() == TimeRun::Step     ? stepOn()
                               : m_pace.run() == TimeRun::Settle ? settleOn()
                               : isRushing()                     ? rush()
                                                                 : runTo(wallLimit(elapsed), slice());
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

std::size_t WallDriver::stepOn()
{
    const Slice slice = this->slice();
    std::size_t events = 0;
    int asked = 0;
    if (advanceToNews(
            m_driven, m_runEnd, [&slice, &asked] { return ++asked % 64 != 0 || !slice.hasExpired(); },
            events))
        endRun(RunEnd::How::Reached);
    else if (m_driven.now() >= m_runEnd)
        endRun(RunEnd::How::GaveUp);
    return events;
}

std::size_t WallDriver::settleOn()
{
    const Slice slice = this->slice();
    std::size_t events = 0;
    while (!slice.hasExpired()) {
        const bool isSettled = m_driven.isSettled();
        if (isSettled || m_driven.now() >= m_runEnd) {
            endRun(isSettled ? RunEnd::How::Reached : RunEnd::How::GaveUp);
            break;
        }
        events += runTo(m_driven.now() + kRushStep, slice);
    }
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
    const bool isRunning = m_pace.run() != TimeRun::None;
    if (m_pace.isPaused() && !isRunning) {
        m_timer.stop();
        return;
    }
    const auto interval = isRunning || isRushing() ? std::chrono::milliseconds(0)
                          : m_idleTicks > 20       ? kIdleTick
                                                   : kTick;
    if (!m_timer.isActive() || m_timer.intervalAsDuration() != interval)
        m_timer.start(interval);
}

} // namespace minato::session
