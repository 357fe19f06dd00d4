// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/clock.h"
#include "api/metrics.h"
#include "client/informer.h"
#include "session/batch.h"

#include <map>
#include <optional>
#include <string>

namespace minato::session {

/// What machines and Pods use, told whenever the metrics server has measured anew: a few times a minute of the
/// cluster's time.
///
/// Bounds    With more than kMostPods Pods, only machines are told: nobody could read them all, and `kubectl top pod`
///           has them.
/// Lifetime  Hub, source and clock outlive it.
/// Threads   One: the backend's.
class UsageFeed {
public:
    static constexpr std::size_t kMostPods = 5000;

    UsageFeed(client::InformerHub &hub, const api::MetricsSource &source, const api::BackendClock &clock);

    /// Adds what is otherwise than the last time.
    void addTo(Batch &batch);

private:
    using Measured = std::map<std::string, Usage>;
    [[nodiscard]] std::optional<base::Instant> lastMeasure() const;
    [[nodiscard]] Measured nodes() const;
    [[nodiscard]] Measured pods() const;

    const client::Cache &m_nodes, &m_pods;
    const api::MetricsSource &m_source;
    const api::BackendClock &m_clock;
    base::Instant m_nextLook;
    std::optional<base::Instant> m_last;
    Measured m_toldNodes, m_toldPods; ///< by name, by UID
};

} // namespace minato::session
