// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/clock.h"

namespace minato::remote {

/// Timers of a real cluster: they run with this computer's clock, and tell the server's time.
///
/// Luck      A delay is longer by up to `jitter` of it, so that a class of learners whose server comes back does
///           not ask it in one moment.
/// Threads   One with a Qt event loop.
class WallTimers : public api::Timers {
public:
    /// `clock` must outlive this. `jitter`: 1 is up to twice as long.
    explicit WallTimers(const api::BackendClock &clock, double jitter = 0) : m_clock(clock), m_jitter(jitter)
    {
    }

    [[nodiscard]] base::Instant now() const override { return m_clock.now(); }
    [[nodiscard]] api::TimerPtr after(base::Duration delay, std::move_only_function<void()> action) override;
    /// What becomes of a delay.
    [[nodiscard]] base::Duration jittered(base::Duration delay) const;

private:
    const api::BackendClock &m_clock;
    double m_jitter;
};

} // namespace minato::remote
