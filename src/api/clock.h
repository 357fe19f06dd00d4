// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"

#include <functional>
#include <memory>

namespace minato::api {

/// The cluster's idea of time: virtual, or the server's. Nothing above the seam reads the wall clock.
class BackendClock {
public:
    virtual ~BackendClock() = default;
    [[nodiscard]] virtual base::Instant now() const = 0;
};

/// A pending action. Destroying it cancels.
class [[nodiscard]] Timer {
public:
    virtual ~Timer() = default;
};
using TimerPtr = std::unique_ptr<Timer>;

/// Calls back later, in the cluster's time (so a paused cluster pauses its clients' back-off as well).
/// Never calls back inside after(); on the caller's thread; at most once.
class Timers : public BackendClock {
public:
    [[nodiscard]] virtual TimerPtr after(base::Duration delay, std::move_only_function<void()> action) = 0;
};

} // namespace minato::api
