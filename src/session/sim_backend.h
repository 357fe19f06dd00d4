// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/informer.h"
#include "cluster/sim_cluster.h"
#include "lessons/lesson_run.h"
#include "session/asks.h"
#include "session/cluster_feed.h"
#include "session/command.h"
#include "session/inspector.h"
#include "session/load_driver.h"
#include "session/mailbox.h"
#include "session/noting_transport.h"
#include "session/pace.h"
#include "session/story_feed.h"
#include "session/terminals.h"
#include "session/usage_feed.h"
#include "shell/shell.h"

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
    void handle(const Command &command);
    /// Runs towards `limit` while `mayGoOn` says so (asked after each event); how many events were run.
    std::size_t advance(base::Instant limit, const std::function<bool()> &mayGoOn);
    /// Runs until the learner's commands have ended, but no longer than that.
    bool runUntilIdle(base::Duration within);
    /// Posts what has come together. `pace`: what the window's clock should show.
    void flush(const Pace &pace);

    [[nodiscard]] base::Instant now() { return m_cluster.control().now(); }
    /// Nothing is on its way, neither in the cluster nor in the terminal.
    [[nodiscard]] bool isSettled() const
    {
        return m_cluster.isSettled() && m_terminals.isIdle() && !m_load.isRunning();
    }
    /// flush() would tell of something that the window shows, beside the clock.
    [[nodiscard]] bool hasNews() const
    {
        return !m_feed->isEmpty() || m_terminals.hasNews() || (m_lesson && m_hasLessonChanged) ||
               !m_problems.empty();
    }
    /// For clients beside the window.
    [[nodiscard]] api::KubeTransport &transport() { return m_outside; }
    /// The learner did something, here or with a client outside: checks that wait start anew.
    void noteAction();
    void tellServed(ServedState served) { m_served = std::move(served); }
    void tellProblem(Problem problem) { m_problems.push_back(std::move(problem)); }

private:
    [[nodiscard]] NotingTransport noting(StoryFeed::Writer writer);
    void playFirstSteps(const std::function<bool()> &mayGoOn);
    void startLoad(const StartLoad &order);
    void onTraffic(const api::TrafficRecord &record);
    [[nodiscard]] LessonState lessonState();
    void addClock(Batch &batch, const Pace &pace);

    Options m_options;
    Mailbox &m_outbox;
    cluster::SimCluster m_cluster;
    std::unique_ptr<ClusterFeed> m_feed;    ///< outlives the hub
    std::unique_ptr<StoryFeed> m_story;     ///< likewise
    std::unique_ptr<Inspector> m_inspector; ///< likewise
    NotingTransport m_inside, m_outside;    ///< of the terminal, of clients beside the window
    client::InformerHub m_hub;
    UsageFeed m_usage;
    Terminals m_terminals;
    Asks m_asks;
    LoadDriver m_load;
    std::optional<lessons::LessonRun> m_lesson;
    bool m_hasLessonChanged = true;
    std::optional<ClockState> m_toldClock;
    std::optional<ServedState> m_served;
    std::vector<Problem> m_problems;
};

} // namespace minato::session
