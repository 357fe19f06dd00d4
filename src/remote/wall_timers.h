// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/clock.h"

namespace minato::remote {

/// Timers of a real cluster: they run with this computer's clock, and tell the server's time.
///
/// Threads   One with a Qt event loop.
class WallTimers : public api::Timers {
public:
    /// `clock` must outlive this.
    explicit WallTimers(const api::BackendClock &clock) : m_clock(clock) {}

    [[nodiscard]] base::Instant now() const override { return m_clock.now(); }
    [[nodiscard]] api::TimerPtr after(base::Duration delay, std::move_only_function<void()> action) override;

private:
    const api::BackendClock &m_clock;
};

} // namespace minato::remote
