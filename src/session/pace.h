// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"
#include "session/state.h"

#include <chrono>
#include <limits>
#include <utility>

namespace minato::session {

/// Maps real time to the cluster's: so much virtual time has to have passed by now.
///
/// Promise   A pause stands still; a change of speed does not jump; a machine that cannot keep up falls
/// behind
///           (isBehind) instead of catching up in a rush later; a cluster that ran ahead to answer a request
///           waits for the wall to come after, up to a second.
/// Units     Real time is any steady clock that the caller reads.
class Pace {
public:
    using Real = std::chrono::nanoseconds;
    static constexpr double kMaxSpeed = std::numeric_limits<double>::infinity();

    explicit Pace(base::Instant start) : m_target(start) {}

    void setSpeed(double speed) { m_speed = speed; }
    void setPaused(bool isPaused) { m_isPaused = isPaused; }
    /// Something runs apart from the wall, or has ended to do so at that moment: time goes on from there.
    void setRun(TimeRun run) { m_run = run; }
    void endRun(base::Instant reached, RunEnd::How how)
    {
        m_lastRun = {std::exchange(m_run, TimeRun::None), how, m_lastRun.serial + 1};
        m_target = reached;
    }
    [[nodiscard]] double speed() const { return m_speed; }
    [[nodiscard]] bool isPaused() const { return m_isPaused; }
    [[nodiscard]] bool isBehind() const { return m_isBehind; }
    [[nodiscard]] TimeRun run() const { return m_run; }
    [[nodiscard]] const RunEnd &lastRun() const { return m_lastRun; }

    /// Where virtual time should be after `elapsed` more real time, given how far the cluster has come.
    [[nodiscard]] base::Instant advance(Real elapsed, base::Instant reached);

private:
    static constexpr Real kMaxLag = std::chrono::milliseconds(250); ///< of real time
    static constexpr Real kMaxLead = std::chrono::seconds(1);       ///< of real time

    base::Instant m_target;
    double m_speed = 1;
    bool m_isPaused = false, m_isBehind = false;
    TimeRun m_run = TimeRun::None;
    RunEnd m_lastRun;
};

} // namespace minato::session
