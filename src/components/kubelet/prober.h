// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/clock.h"
#include "kube/value.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace minato::components {

enum class ProbeKind : std::uint8_t { Startup, Readiness, Liveness };

/// "Readiness", as events say it.
[[nodiscard]] std::string_view probeName(ProbeKind kind);

/// Counts the results of a probe until they decide.
///
/// Mirrors   pkg/kubelet/prober/worker.go doProbe: a result counts after so many equal ones in a row;
///           readiness starts as failed, liveness as passed, startup as neither
class ProbeCounter {
public:
    ProbeCounter(ProbeKind kind, int successThreshold, int failureThreshold);
    /// True when this result changed (or, for a startup probe, made) the verdict.
    bool add(bool isSuccess);
    [[nodiscard]] std::optional<bool> verdict() const { return m_verdict; }
    /// So many equal results that one more changes nothing.
    [[nodiscard]] bool isSteady() const;

private:
    int m_successThreshold, m_failureThreshold, m_run = 0;
    std::optional<bool> m_last, m_verdict;
};

/// What one try of a probe found.
struct ProbeOutcome {
    bool isSuccess = true;
    std::string text{};                     ///< why it failed
    std::optional<base::Instant> changes{}; ///< when that may be different by itself; never: nullopt
    bool isBusy = false;                    ///< it may be different at any time
};

/// One probe of one running container.
///
/// Mirrors   pkg/kubelet/prober/worker.go
/// Cost      While the outcome cannot change, a probe that has passed is not tried: what would come of it is
///           known. Its ticks stay where they were.
class Prober {
public:
    struct Parts {
        api::Timers &timers;
        ProbeKind kind;
        const kube::Value &probe;                           ///< core/v1 Probe; read now
        std::function<ProbeOutcome()> check;                ///< one try, now
        std::function<void(const std::string &)> onFailure; ///< of each failed try
        std::function<void(bool isSuccess)> onVerdict;      ///< may destroy the prober
    };
    explicit Prober(const Parts &parts);

    /// Tries at each period since `ticksSince`, but not before the initial delay after `started`.
    void start(base::Instant started, base::Instant ticksSince);
    void stop()
    {
        m_timer = nullptr;
        m_isRunning = false;
    }
    /// Something happened that may change the outcome: try at the next tick.
    void wake();
    [[nodiscard]] ProbeKind kind() const { return m_kind; }

private:
    void tryNow();
    void scheduleAfter(base::Instant moment);

    api::Timers &m_timers;
    ProbeKind m_kind;
    base::Duration m_initialDelay, m_period;
    ProbeCounter m_counter;
    std::function<ProbeOutcome()> m_check;
    std::function<void(const std::string &)> m_onFailure;
    std::function<void(bool)> m_onVerdict;
    bool m_isRunning = false;
    base::Instant m_first, m_ticksSince, m_due;
    api::TimerPtr m_timer;
};

} // namespace minato::components
