// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/clock.h"
#include "api/traffic_target.h"
#include "traffic/latency.h"
#include "traffic/load_shape.h"

#include <array>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace minato::traffic {

/// Why a request counts as failed. A status below 400 is an answer.
enum class FailureCause : std::uint8_t { UnknownHost, Refused, TimedOut, Reset, ClientError, ServerError };
inline constexpr std::size_t kFailureCauses = 6;

/// nullopt: it was answered.
[[nodiscard]] std::optional<FailureCause> failureCause(const api::TrafficResult &result);

/// A finished request of a load.
struct LoadOutcome {
    base::Instant at;         ///< when it ended
    base::Duration latency{}; ///< from sending to the end, as the client measures it
    std::uint64_t client = 0;
    std::string clientName;
    bool isNewConnection = true; ///< so that kube-proxy chose
    const api::TrafficResult &result;
};

/// What a load has come to so far.
struct LoadCounts {
    std::uint64_t sent = 0, answered = 0, failed = 0;
    std::uint64_t heldBack = 0; ///< due while all clients (or as many as may be) were waiting; never sent
    std::array<std::uint64_t, kFailureCauses> byCause{};             ///< by FailureCause
    std::map<std::string, std::uint64_t, std::less<>> answeredByPod; ///< by UID
    LatencyQuantiles latency; ///< of the answers: errors would hide in it, or spoil it

    [[nodiscard]] std::uint64_t outstanding() const { return sent - answered - failed; }
};

/// Sends the requests of a LoadShape through a TrafficTarget and counts what comes back.
///
/// Bounds    Kept-alive clients and those of a Batch have one request under way each; the clients of a Ramp
///           with new connections together at most mostOutstanding. What a Ramp cannot send then it never
///           sends: a queue would only tell of the queue.
/// Cancel    Destroying the runner. It may happen in onDone, not in onOutcome.
/// Start     The first requests are sent inside start(); nothing is called back inside it.
/// Numbers   Kept connections are numbered from firstConnection on: whoever shares the target with others has
///           to choose a range that nobody else uses. A lost connection is opened again under its number.
/// Threads   One, as the target and the timers.
/// Tests     tests/traffic/tst_load_runner.cpp, tst_load_on_cluster.cpp
class LoadRunner {
public:
    struct Options {
        api::TrafficRequest request; ///< client and connection are set by the runner
        LoadShape shape = oneRequest();
        Arrivals arrivals = Arrivals::EvenlySpaced;
        Clients clients = {};
        std::uint64_t seed = 1;
        std::uint64_t mostOutstanding = 1000;
        std::uint64_t firstConnection = std::uint64_t{1} << 32;
    };
    /// Precondition: isPlayable(shape), at least one client, mostOutstanding > 0.
    LoadRunner(api::TrafficTarget &target, api::Timers &timers, Options options);
    LoadRunner(const LoadRunner &) = delete; // its calls and timers point to it
    LoadRunner &operator=(const LoadRunner &) = delete;
    ~LoadRunner() = default;

    void start(std::function<void(const LoadOutcome &)> onOutcome = {},
               std::move_only_function<void()> onDone = {});
    [[nodiscard]] const LoadCounts &counts() const { return m_counts; }
    /// All has been sent, and all has come back.
    [[nodiscard]] bool isDone() const;

private:
    struct Client {
        std::string name;
        bool isConnected = false;
    };
    /// A request under way; slots are used again.
    struct Slot {
        api::CallPtr call;
        std::uint64_t client = 0;
        base::Instant sentAt;
        bool isNewConnection = true;
    };

    [[nodiscard]] bool isOpen() const { return m_schedule.has_value(); }
    void sendBatch();
    void planNext();
    void sendDue();
    [[nodiscard]] std::size_t takeSlot();
    void sendFrom(std::size_t slot, std::uint64_t client);
    void finish(std::size_t slot, const api::TrafficResult &result);
    void count(const api::TrafficResult &result, base::Duration latency);
    void tellIfDone();

    api::TrafficTarget &m_target;
    api::Timers &m_timers;
    Options m_options;
    std::vector<Client> m_clients;
    std::vector<Slot> m_slots;
    std::deque<std::size_t> m_free; ///< slots without a request; the one that is idle longest first
    std::optional<RampSchedule> m_schedule;
    base::Instant m_start;
    std::uint64_t m_unsent = 0;     ///< of a Batch
    std::uint64_t m_nextClient = 0; ///< of a Ramp with new connections
    bool m_hasMore = false;         ///< of a Ramp
    bool m_isStarted = false;
    LoadCounts m_counts;
    std::function<void(const LoadOutcome &)> m_onOutcome;
    std::move_only_function<void()> m_onDone;
    api::TimerPtr m_timer;
};

} // namespace minato::traffic
