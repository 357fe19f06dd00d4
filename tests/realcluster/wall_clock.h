// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/clock.h"

namespace minato::tests {

/// This computer's time, which is also that of a control plane on its loopback.
///
/// Threads   One with a Qt event loop.
class WallClock : public api::Timers {
public:
    [[nodiscard]] base::Instant now() const override;
    [[nodiscard]] api::TimerPtr after(base::Duration delay, std::move_only_function<void()> action) override;
};

} // namespace minato::tests
