// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"
#include "components/scheduler/cluster_event.h"
#include "components/scheduler/scheduler_types.h"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>

namespace minato::components::scheduling {

/// 1 s doubled by each attempt after the first, at most 10 s.
[[nodiscard]] base::Duration backoffAfter(int attempts);

/// Pods that wait for a node.
///
/// Mirrors   pkg/scheduler/backend/queue: activeQ, backoffQ, unschedulable pool. Back-off ends with a whole
///           second (the ordering window). A Pod may leave the backoffQ early when nothing else is to be done
///           (SchedulerPopFromBackoffQ), unless it failed for another reason than its fit.
/// Order     Pods with scheduling gates are not in here (upstream has them in the unschedulable pool).
class SchedulingQueue {
public:
    using Plugins = std::set<std::string, std::less<>>;
    struct Item {
        kube::ObjectPtr pod;
        PodInfoPtr info; ///< as the last attempt read it; null before the first
        std::int64_t priority = 0;
        base::Instant queued;       ///< when it came, or its last attempt failed
        int attempts = 0;           ///< all of them
        int timesUnschedulable = 0; ///< attempts that found no node
        int errorsInARow = 0;
        Plugins rejectedBy; ///< by the last attempt; none: it failed for another reason

        /// When its back-off ends.
        [[nodiscard]] base::Instant backoffUntil() const;
    };

    void add(const kube::ObjectPtr &pod, base::Instant now);
    /// The Pod as it is now; one in the unschedulable pool is tried again if the change may help it.
    void update(const kube::ObjectPtr &pod, base::Instant now);
    void remove(std::string_view uid);
    /// The next Pod to schedule; nullopt when none may be tried now.
    [[nodiscard]] std::optional<Item> pop(base::Instant now);
    /// Puts a Pod back that no node fits, or (rejectedBy is empty) that failed for another reason.
    void putBack(Item item, base::Instant now);
    /// Lets those Pods try again that the event may help; only up to this priority.
    void onEvent(const ClusterEvent &event, base::Instant now,
                 std::optional<std::int64_t> highestPriority = {});
    /// Lets Pods try again that have waited for more than five minutes.
    void flushOld(base::Instant now);
    /// Holds a Pod back while others are being evicted for it; with `retry` it is then tried at once.
    void hold(std::string_view uid) { m_held.emplace(uid); }
    void release(std::string_view uid, bool retry, base::Instant now);
    /// The earliest moment at which pop() may give something; nullopt: not without an event.
    [[nodiscard]] std::optional<base::Instant> nextDue(base::Instant now) const;
    [[nodiscard]] bool hasUnschedulable() const { return !m_unschedulable.empty(); }

private:
    using Rank = std::tuple<std::int64_t, base::Instant, std::uint64_t>; ///< -priority, queued, order
    using BackoffRank = std::pair<base::Instant, Rank>;
    using Backoff = std::map<BackoffRank, Item>;
    [[nodiscard]] Rank rankOf(const Item &item) { return {-item.priority, item.queued, m_order++}; }
    void activate(Item item);
    void requeue(Item item, base::Instant now);
    void flushBackoff(Backoff &backoff, base::Instant now);
    [[nodiscard]] std::optional<Item> takeWaiting(std::string_view uid);

    std::map<Rank, Item> m_active;
    Backoff m_backoff, m_errorBackoff;
    std::map<std::string, Item, std::less<>> m_unschedulable; ///< by UID
    std::map<std::string, Rank, std::less<>> m_activeByUid;
    std::map<std::string, BackoffRank, std::less<>> m_backoffByUid; ///< of both
    std::set<std::string, std::less<>> m_held;
    std::uint64_t m_order = 0;
};

} // namespace minato::components::scheduling
