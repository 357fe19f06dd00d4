// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/sim_control_model.h"

#include "viewmodels/events_model.h"

#include <QCoreApplication>

namespace minato::viewmodels {

QString SimControlModel::description() const
{
    //: Tool tip of the clock. %1 is a time like 02:05.
    //% "Time in the cluster since it started: %1"
    return qtTrId("time.description").arg(m_timeText);
}

void SimControlModel::setPaused(bool isPaused)
{
    if (m_state.isPaused == isPaused)
        return;
    m_state.isPaused = isPaused;
    m_commands(session::SetPaused{isPaused});
    Q_EMIT changed();
}

void SimControlModel::setSpeed(double speed)
{
    if (m_state.speed != speed) {
        m_state.speed = speed;
        m_commands(session::SetSpeed{speed});
        Q_EMIT changed();
    }
    setPaused(false);
}

void SimControlModel::apply(const session::Batch &batch)
{
    if (!batch.clock)
        return;
    const QString text = clockText(batch.clock->now - batch.clock->start);
    session::ClockState state = *batch.clock;
    state.now = m_state.now; // only what is shown counts as a change
    if (state == m_state && text == m_timeText)
        return;
    m_state = state;
    m_timeText = text;
    Q_EMIT changed();
}

} // namespace minato::viewmodels
