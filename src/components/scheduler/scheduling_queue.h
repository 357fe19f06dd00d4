// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>

#include "base/instant.h"
#include "kube/object.h"

namespace minato::components::scheduling {

/// 1 s doubled by each attempt after the first, at most 10 s.
[[nodiscard]] base::Duration backoffAfter(int attempts);

/// What has changed in the cluster, so that Pods are tried again only when it could help them.
enum class ClusterEvent : std::uint8_t { NodeAdded, AllocatableChanged, TaintsChanged, LabelsChanged, PodGone, Other };

/// Pods that wait for a node.
///
/// Mirrors   pkg/scheduler/backend/queue: activeQ, backoffQ, unschedulable pool; a Pod may leave the backoffQ early
///           when nothing else is to be done (SchedulerPopFromBackoffQ)
/// Differs   Whether an event helps is asked by plugin, not by queueing hints.
class SchedulingQueue {
public:
    struct Item {
        kube::ObjectPtr pod;
        std::int64_t priority = 0;
        base::Instant queued;
        int attempts = 0;
        std::set<std::string, std::less<>> rejectedBy; ///< plugins
        base::Instant backoffUntil;
        bool isError = false; ///< failed for another reason than its fit: waits out its back-off
    };

    void add(const kube::ObjectPtr &pod, base::Instant now);
    /// The Pod as it is now; one in the unschedulable pool is tried again if it has changed.
    void update(const kube::ObjectPtr &pod, base::Instant now);
    void remove(std::string_view uid);
    /// The next Pod to schedule; nullopt when none may be tried now.
    [[nodiscard]] std::optional<Item> pop(base::Instant now);
    /// Puts a Pod back that no node fits, or (isError) whose binding failed.
    void putBack(Item item, base::Instant now);
    /// Lets those Pods try again that the event may help.
    void onEvent(ClusterEvent event, base::Instant now);
    /// Lets Pods try again that have waited for more than five minutes.
    void flushOld(base::Instant now);
    /// The earliest moment at which pop() may give something; nullopt: not without an event.
    [[nodiscard]] std::optional<base::Instant> nextDue(base::Instant now) const;
    [[nodiscard]] bool hasUnschedulable() const { return !m_unschedulable.empty(); }

private:
    using Rank = std::tuple<std::int64_t, base::Instant, std::uint64_t>; ///< -priority, queued, order
    void activate(Item item, base::Instant now);

    std::map<Rank, Item> m_active;
    std::map<std::pair<base::Instant, std::uint64_t>, Item> m_backoff;
    std::map<std::string, std::pair<base::Instant, Item>, std::less<>> m_unschedulable; ///< by UID, since when
    std::map<std::string, Rank, std::less<>> m_activeByUid;
    std::map<std::string, std::pair<base::Instant, std::uint64_t>, std::less<>> m_backoffByUid;
    std::uint64_t m_order = 0;
};

} // namespace minato::components::scheduling
