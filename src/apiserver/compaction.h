// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/clock.h"
#include "apiserver/store.h"

#include <chrono>

namespace minato::apiserver {

/// Forgets old revisions: what was written more than five to ten minutes ago can be neither read nor watched from
/// any more, and memory stays flat however long a cluster runs.
///
/// Mirrors   kube-apiserver --etcd-compaction-interval (5m0s), apiserver/pkg/storage/etcd3/compact.go: every
///           interval, up to the revision of one interval before
/// Differs   An interval ends with the first write after it: a cluster in which nothing happens is left alone.
class Compaction {
public:
    static constexpr base::Duration kInterval = std::chrono::minutes(5);

    /// What an interval began with.
    struct State {
        base::Instant since;
        Revision revision = 0;
    };

    Compaction(const api::BackendClock &clock, Store &store) : m_clock(clock), m_store(store) {}

    /// Told of each write, after it is in place.
    void observe();
    [[nodiscard]] const State &state() const { return m_state; }
    void restore(const State &state) { m_state = state; }

private:
    const api::BackendClock &m_clock;
    Store &m_store;
    State m_state;
};

} // namespace minato::apiserver
