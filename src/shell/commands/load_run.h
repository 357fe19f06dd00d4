// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/commands/url.h"
#include "shell/process.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace minato::shell {

/// Waits for the reply, but not longer than `most` (zero: for ever). Nullopt: too long.
[[nodiscard]] client::Task<std::optional<api::TrafficResult>>
sendAndWait(Services &services, api::TrafficRequest request, base::Duration most);

/// The head of a reply as it goes over the wire.
[[nodiscard]] std::string headerText(const api::TrafficReply &reply);

/// What a load generator sends: the same request from several workers, each one after the other.
struct LoadPlan {
    api::TrafficRequest request;
    std::size_t count = 200, workers = 50;
    std::optional<base::Duration> duration; ///< instead of the count
    double perSecond = 0;                   ///< of one worker; 0: as fast as it can
    bool keepsConnections = true;           ///< a worker's requests share one connection
    base::Duration timeout = std::chrono::seconds(20);
};

struct LoadSample {
    base::Duration latency{};
    int status = 0;
    std::size_t bodyBytes = 0, headerBytes = 0;
};

struct LoadResult {
    static constexpr std::size_t kMostSamples = 1'000'000;
    std::vector<LoadSample> samples; ///< in the order in which the replies came; at most kMostSamples
    std::map<std::string, std::size_t> errors; ///< "connection refused", … → how often
    std::size_t sent = 0;
    base::Duration took{};
};

/// Sends all of it. The requests go through the same TrafficTarget as curl's.
///
/// Cancel    Destroying the Task ends all workers.
[[nodiscard]] client::Task<LoadResult> runLoad(Services &services, LoadPlan plan);

} // namespace minato::shell
