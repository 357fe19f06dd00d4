// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>

namespace minato::engine {

/// The discrete-event core: what is due next runs next, and time jumps from event to event.
///
/// Order     By time, then by the order of insertion: a total order, no luck.
/// Threads   One.
class EventQueue {
public:
    using Action = std::move_only_function<void()>;
    struct Key {
        base::Instant at;
        std::uint64_t seq = 0;
        friend constexpr auto operator<=>(const Key &, const Key &) = default;
    };

    explicit EventQueue(base::Instant start = base::kSimEpoch) : m_now(start) {}

    [[nodiscard]] base::Instant now() const { return m_now; }
    /// A negative delay counts as none.
    Key after(base::Duration delay, Action action);
    bool cancel(Key key);
    /// Runs the earliest event due up to `limit`. False: nothing is due by then, and time stays.
    bool step(base::Instant limit);
    /// Runs all that is due up to `limit`, then moves time there.
    void runUntil(base::Instant limit);

    [[nodiscard]] std::optional<base::Instant> nextDue() const;
    [[nodiscard]] std::size_t pending() const { return m_events.size(); }
    /// Events run since the start: a cheap fingerprint of a run.
    [[nodiscard]] std::uint64_t executed() const { return m_executed; }

private:
    std::map<Key, Action> m_events;
    base::Instant m_now;
    std::uint64_t m_nextSeq = 0;
    std::uint64_t m_executed = 0;
};

} // namespace minato::engine
