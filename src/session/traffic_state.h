// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "traffic/load_runner.h"
#include "traffic/sample.h"
#include "traffic/share_history.h"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>

namespace minato::session {

/// A request that a Pod got since the count began.
struct PodTraffic {
    std::string name;
    std::uint64_t answered = 0, failed = 0;
    friend bool operator==(const PodTraffic &, const PodTraffic &) = default;
};

/// All requests of one Service since the count began, and what a verdict needs; or the part of it that changed.
///
/// Exact     Counted where the requests end, in the cluster's own order. A part has all figures, but only those
///           Pods that got a request since the state before, with their newest counts: taken into what was
///           before, it gives the whole. So a batch costs what happened, not what there is.
/// Threads   Values.
/// Tests     tests/session/tst_traffic_book.cpp
struct TrafficState {
    std::uint64_t count = 0;   ///< of which ResetTraffic
    bool isPart = false;       ///< `pods` are only those that changed
    bool isSamplePart = false; ///< `sample.pods` likewise
    traffic::Sample sample;    ///< since the set of candidates, or the way of connecting, changed; by UID
    base::Instant since;       ///< when that was
    std::map<std::string, PodTraffic> pods; ///< by UID; also of Pods that are gone
    std::uint64_t answered = 0, failed = 0;
    std::array<std::uint64_t, traffic::kFailureCauses> failedByCause{}; ///< by traffic::FailureCause
    std::optional<base::Duration> median, slow;                         ///< p50 and p99 of the answers
    traffic::ShareHistory recent; ///< requests a second and Pod, since the batch before

    /// Takes in what came later. Costs what the later one holds.
    void merge(TrafficState &&later);
};

/// How far the load that was started last has come.
struct LoadState {
    std::string service;
    bool isRunning = false;
    std::uint64_t sent = 0, answered = 0, failed = 0, heldBack = 0;
    std::uint64_t planned = 0; ///< requests in all, as far as they are known before
    base::Instant start, end;  ///< of a load with a duration; else both the same
    bool isKeptAlive = false;
    std::uint64_t clients = 1;
    friend bool operator==(const LoadState &, const LoadState &) = default;
};

} // namespace minato::session
