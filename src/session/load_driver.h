// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/clock.h"
#include "api/traffic_target.h"
#include "kube/object.h"
#include "session/command.h"
#include "session/traffic_state.h"
#include "traffic/load_runner.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>

namespace minato::session {

/// Plays the load that the window asked for: one at a time.
///
/// Numbers   Each load has a range of connections of its own, so that none meets what an earlier one left.
/// Threads   One: the backend's.
/// Tests     tests/session/tst_traffic_book.cpp
class LoadDriver {
public:
    using OnOutcome = std::function<void(const std::string &service, const traffic::LoadOutcome &)>;

    LoadDriver(api::TrafficTarget &target, api::Timers &timers, std::uint64_t seed, OnOutcome onOutcome)
        : m_target(target), m_timers(timers), m_seed(seed), m_onOutcome(std::move(onOutcome))
    {
    }

    /// `address`: where the Service is reached. Does nothing with a shape that cannot be played.
    void start(const StartLoad &order, api::TrafficRequest address);
    /// What is under way is forgotten: it is neither answered nor failed.
    void stop();

    [[nodiscard]] bool isRunning() const { return m_runner && !m_runner->isDone(); }
    /// Whether this is a client of the load that runs.
    [[nodiscard]] bool sends(const std::string &client) const
    {
        return isRunning() && m_clients.contains(client);
    }
    /// When it has changed since the last time.
    [[nodiscard]] std::optional<LoadState> takeState();

private:
    api::TrafficTarget &m_target;
    api::Timers &m_timers;
    std::uint64_t m_seed = 0, m_loads = 0; ///< loads so far
    OnOutcome m_onOutcome;
    std::optional<traffic::LoadRunner> m_runner;
    std::set<std::string> m_clients;
    LoadState m_state;
    std::optional<LoadState> m_told;
};

/// Where a Service is reached: at its node port when it has one and a node has a name of its own for it
/// ("host01"), else at its cluster IP. nullopt: it has no port.
[[nodiscard]] std::optional<api::TrafficRequest> addressOf(const kube::Object &service,
                                                           const std::string &hostName);

} // namespace minato::session
