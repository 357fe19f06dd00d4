// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"

#include <cstdint>
#include <deque>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace minato::components::nodes {

enum class ZoneState : std::uint8_t { Initial, Normal, PartialDisruption, FullDisruption };

/// What share of a zone's nodes is ready. Mirrors nodelifecycle ComputeZoneState: more than two not ready and
/// at least 55 % is partial disruption, all of them is full.
[[nodiscard]] ZoneState zoneState(int ready, int notReady);

/// Nodes a second that may be tainted NoExecute in a zone: 0.1; in partial disruption 0.01, and none in zones
/// of up to 50 nodes.
[[nodiscard]] double evictionRate(ZoneState state, int nodes);

/// The nodes of a zone that wait for their NoExecute taint, at a limited rate.
///
/// Mirrors   nodelifecycle/scheduler RateLimitedTimedQueue with a token bucket of burst 1
class TaintQueue {
public:
    explicit TaintQueue(base::Instant now) : m_filled(now) {}

    /// False: it waits, or has had its taint, already.
    bool add(std::string_view node);
    /// False: it was not known.
    bool remove(std::string_view node);
    /// Somebody waits, and may get a turn some day.
    [[nodiscard]] bool isWaiting() const { return !m_waiting.empty() && m_rate > 0; }
    void setRate(double perSecond, base::Instant now);
    /// The next one whose turn it is now.
    [[nodiscard]] std::optional<std::string> take(base::Instant now);

private:
    void fill(base::Instant now);

    std::deque<std::string> m_waiting;
    std::set<std::string, std::less<>> m_known; ///< waiting or done
    double m_rate = 0.1, m_tokens = 1;
    base::Instant m_filled;
};

} // namespace minato::components::nodes
