// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cluster/sim_cluster.h"
#include "session/command.h"
#include "session/desk.h"
#include "session/mailbox.h"
#include "session/pace.h"

#include <functional>
#include <memory>
#include <optional>

namespace minato::session {

/// Everything of a simulated session that lives on the backend's side: cluster, shell, lesson checks, and
/// what is told to the window. It knows no thread and no real clock: whoever drives it says how far to go.
class SimBackend {
public:
    struct Options {
        std::uint64_t seed = 1;
        cluster::Topology topology;
        std::shared_ptr<const lessons::Lesson> lesson; ///< may be null: free play
        std::size_t firstStep = 0; ///< the steps before it are played with their own solutions
        /// What the cluster's clock shows at first. A kubectl outside reckons ages by the clock on the wall.
        base::Instant start = base::kSimEpoch;
        std::string language = "en";            ///< of what the terminal's own texts are in
        base::Instant openAt = base::kSimEpoch; ///< what it shows at least when the cluster is open
    };
    SimBackend(Options options, Mailbox &outbox);
    ~SimBackend();

    /// Brings the starting state up, as fast as it goes. `mayGoOn` is asked now and then; when it says no, the
    /// backend is of no further use.
    void open(const std::function<bool()> &mayGoOn = [] { return true; });
    void handle(const Command &command) { m_desk.handle(command); }
    /// Runs towards `limit` while `mayGoOn` says so (asked after each event); how many events were run.
    std::size_t advance(base::Instant limit, const std::function<bool()> &mayGoOn);
    /// Runs until the learner's commands have ended, but no longer than that.
    bool runUntilIdle(base::Duration within);
    /// Posts what has come together. `pace`: what the window's clock should show.
    void flush(const Pace &pace);

    [[nodiscard]] base::Instant now() { return m_cluster.control().now(); }
    /// Nothing is on its way, neither in the cluster nor in the terminal.
    [[nodiscard]] bool isSettled() const { return m_cluster.isSettled() && m_desk.isSettled(); }
    /// flush() would tell of something that the window shows, beside the clock.
    [[nodiscard]] bool hasNews() const { return m_desk.hasNews(); }
    /// For clients beside the window.
    [[nodiscard]] api::KubeTransport &transport() { return m_desk.outside(); }
    /// The learner did something, here or with a client outside: checks that wait start anew.
    void noteAction() { m_desk.noteAction(); }
    void tellServed(ServedState served) { m_served = std::move(served); }
    void tellProblem(Problem problem) { m_desk.tellProblem(std::move(problem)); }

private:
    void playFirstSteps(const std::function<bool()> &mayGoOn);
    [[nodiscard]] std::string hostName() const;
    void addClock(Batch &batch, const Pace &pace);

    Options m_options;
    Mailbox &m_outbox;
    cluster::SimCluster m_cluster;
    Desk m_desk;
    std::optional<ClockState> m_toldClock;
    std::optional<ServedState> m_served;
};

} // namespace minato::session
