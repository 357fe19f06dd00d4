// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/clock.h"
#include "apiserver/store.h"

#include <chrono>
#include <deque>
#include <string>

namespace minato::apiserver {

/// Removes Events an hour after they were last written: a cluster that runs for long would drown in them.
///
/// Mirrors   kube-apiserver --event-ttl (1h0m0s), pkg/registry/core/event/storage: each write gives an Event an
///           etcd lease of that length; watchers see the removal as a deletion
class EventExpiry {
public:
    static constexpr base::Duration kTtl = std::chrono::hours(1);

    EventExpiry(api::Timers &timers, Store &store) : m_timers(timers), m_store(store) {}

    /// Told of each write of an Event.
    void observe(BucketId bucket, const Change &change);

    struct Lease {
        base::Instant end;
        BucketId bucket = 0;
        std::string key;
        Revision revision = 0; ///< of the write; a later one has a lease of its own
    };
    using State = std::deque<Lease>;
    [[nodiscard]] const State &state() const { return m_leases; }
    void restore(const State &state);

private:
    void schedule();
    void expire();

    api::Timers &m_timers;
    Store &m_store;
    State m_leases; ///< in the order of their ends
    api::TimerPtr m_timer;
};

} // namespace minato::apiserver
