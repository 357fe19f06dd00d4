// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/clock.h"
#include "client/task.h"

#include <deque>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace minato::client {

/// How long a key waits after its sync has failed: at first, and at most; twice as long each time.
struct RetryDelays {
    base::Duration first = std::chrono::milliseconds(5), longest = std::chrono::seconds(1000);
};

/// The loop of a controller: keys to look at, and workers that look at them.
///
/// Mirrors   client-go util/workqueue (deduplication, delayed and rate-limited adding) and the worker loops
/// on it Rules     A key waits at most once and is never in two workers at a time; added while being worked
/// on, it runs
///           again afterwards. A sync that gives false is tried again after 5 ms, 10 ms, 20 ms … 1000 s, or as said.
/// Differs   Without the overall bucket of 10 retries a second.
/// Threads   One; sync never runs inside add().
class WorkQueue {
public:
    /// Level-driven: looks at the state of `key` and acts; false: something failed, try again.
    using Sync = std::function<Task<bool>(std::string key)>;

    WorkQueue(api::Timers &timers, int workers, Sync sync, RetryDelays retries = {});
    ~WorkQueue();

    /// Nothing runs before; keys may be added.
    void start();
    void add(std::string_view key);
    /// Of several delays for a key the earliest counts.
    void addAfter(std::string_view key, base::Duration delay);
    [[nodiscard]] bool isIdle() const { return m_waiting.empty() && m_busyKeys.empty(); }

private:
    struct Worker {
        Task<bool> task;
        std::string key;
        bool isBusy = false;
    };
    struct Delayed {
        base::Instant at;
        api::TimerPtr timer;
    };
    void schedulePump();
    void pump();
    void run(std::size_t index);
    void finish(std::size_t index);
    [[nodiscard]] base::Duration retryDelay(std::string_view key);

    api::Timers &m_timers;
    Sync m_sync;
    RetryDelays m_retries;
    bool m_hasStarted = false, m_isPumping = false;
    std::deque<std::string> m_order;
    std::set<std::string, std::less<>> m_waiting;  ///< in m_order, or to run again after the current sync
    std::set<std::string, std::less<>> m_busyKeys; ///< in a worker
    std::map<std::string, int, std::less<>> m_failures;
    std::map<std::string, Delayed, std::less<>> m_delayed;
    api::TimerPtr m_pumpTimer;
    std::vector<Worker> m_workers;
};

} // namespace minato::client
