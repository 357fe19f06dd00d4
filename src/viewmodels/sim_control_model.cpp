// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/sim_control_model.h"

#include "viewmodels/events_model.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace minato::viewmodels {

using session::TimeRun;

QString SimControlModel::speedText(double speed)
{
    return std::isinf(speed) ? QStringLiteral("∞×") : QString::number(speed) + QStringLiteral("×");
}

QString SimControlModel::stateText() const
{
    if (m_state.run != TimeRun::None)
        //: Beside the clock: the cluster's time runs fast, to where the learner wants it.
        //% "running"
        return qtTrId("time.running");
    if (m_state.isBehind && !m_state.isPaused)
        //: Beside the clock: this machine cannot keep the speed that was chosen.
        //% "behind"
        return qtTrId("time.behind");
    return {};
}

QString SimControlModel::description() const
{
    if (!m_isAvailable)
        //: Tool tip of the clock, for a real cluster. %1 is a time like 02:05.
        //% "Time since this cluster was opened here: %1"
        return qtTrId("time.description-real").arg(m_timeText);
    //: Tool tip of the clock. %1 is a time like 02:05.
    //% "Time in the cluster since it started: %1"
    QString text = qtTrId("time.description").arg(m_timeText);
    if (m_state.isBehind && !m_state.isPaused)
        //: Follows the tool tip of the clock. %1: "60×".
        //% "This machine cannot keep up with %1: the cluster's time goes as fast as it can."
        text += QStringLiteral("\n") + qtTrId("time.behind-explained").arg(speedLabel());
    return text;
}

bool SimControlModel::refuses()
{
    if (!m_isAvailable)
        Q_EMIT runEnded(whyNot());
    return !m_isAvailable;
}

QString SimControlModel::whyNot() const
{
    return m_isAvailable ? QString() : qtTrId("connection.lack.time");
}

void SimControlModel::setPaused(bool isPaused)
{
    if (refuses())
        return;
    if (m_state.isPaused == isPaused && m_state.run == TimeRun::None)
        return;
    m_state.isPaused = isPaused;
    m_state.run = TimeRun::None;
    m_commands(session::SetPaused{isPaused});
    Q_EMIT changed();
    //: For screen readers.
    //% "Time is paused"
    const QString paused = qtTrId("time.paused");
    //: For screen readers. %1: the speed, "10×".
    //% "Time runs: %1"
    Q_EMIT announced(isPaused ? paused : qtTrId("time.runs").arg(speedLabel()));
}

void SimControlModel::setSpeed(double speed)
{
    if (refuses())
        return;
    const bool isOther = m_state.speed != speed;
    if (isOther) {
        m_state.speed = speed;
        m_state.run = TimeRun::None;
        m_commands(session::SetSpeed{speed});
        Q_EMIT changed();
    }
    if (m_state.isPaused || m_state.run != TimeRun::None)
        setPaused(false);
    else if (isOther)
        Q_EMIT announced(qtTrId("time.runs").arg(speedLabel()));
}

void SimControlModel::faster(int by)
{
    // From a speed that is not among them (--speed), to the nearest one in that direction.
    const auto above = std::ranges::upper_bound(kSpeeds, m_state.speed);
    const auto below = std::ranges::lower_bound(kSpeeds, m_state.speed);
    const std::ptrdiff_t at = by > 0 ? above - kSpeeds.begin() : below - kSpeeds.begin() - 1;
    const auto last = std::ssize(kSpeeds) - 1;
    setSpeed(kSpeeds[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(at, 0, last))]);
}

void SimControlModel::step()
{
    if (refuses())
        return;
    m_state.run = TimeRun::Step;
    Q_EMIT changed();
    m_commands(session::StepTime{});
}

void SimControlModel::toggleSettle()
{
    if (refuses())
        return;
    const bool isRunning = m_state.run != TimeRun::None;
    m_state.run = isRunning ? TimeRun::None : TimeRun::Settle;
    Q_EMIT changed();
    if (isRunning)
        m_commands(session::CancelRun{});
    else
        m_commands(session::RunUntilSettled{});
}

QString SimControlModel::endText(const session::RunEnd &end) const
{
    using How = session::RunEnd::How;
    const bool isStep = end.run == TimeRun::Step;
    if (end.how == How::GaveUp && isStep)
        //: A notice after a step in the cluster's time.
        //% "Nothing that this window shows has happened within ten minutes of the cluster's time."
        return qtTrId("time.step-in-vain");
    if (end.how == How::GaveUp)
        //: A notice: the cluster did not come to rest.
        //% "The cluster has not settled within an hour of its time."
        return qtTrId("time.settle-in-vain");
    if (end.how == How::Reached && !isStep)
        //: A notice. %1: a time like 02:05.
        //% "Settled at %1"
        return qtTrId("time.settled").arg(m_timeText);
    //: A notice after a step in the cluster's time. %1: a time like 02:05.
    //% "Paused at %1"
    const QString paused = qtTrId("time.stepped");
    return isStep ? paused.arg(m_timeText) : QString();
}

void SimControlModel::apply(const session::Batch &batch)
{
    if (batch.connection) {
        m_isAvailable = !batch.connection->lacks.contains(session::Lack::OwnTime);
        Q_EMIT changed();
    }
    if (!batch.clock)
        return;
    const QString text = clockText(batch.clock->now - batch.clock->start);
    session::ClockState state = *batch.clock;
    state.now = m_state.now; // only what is shown counts as a change
    if (state == m_state && text == m_timeText)
        return;
    const unsigned told = m_state.lastRun.serial;
    m_state = state;
    m_timeText = text;
    Q_EMIT changed();
    if (m_state.lastRun.serial == told)
        return;
    if (const QString end = endText(m_state.lastRun); !end.isEmpty())
        Q_EMIT runEnded(end);
}

} // namespace minato::viewmodels
