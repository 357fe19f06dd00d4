// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/metrics.h"
#include "client/informer.h"
#include "lessons/lesson_run.h"
#include "session/asks.h"
#include "session/cluster_feed.h"
#include "session/command.h"
#include "session/estimator.h"
#include "session/inspector.h"
#include "session/load_driver.h"
#include "session/noting_transport.h"
#include "session/story_feed.h"
#include "session/terminals.h"
#include "session/usage_feed.h"
#include "shell/shell.h"

#include <functional>
#include <memory>
#include <optional>

namespace minato::session {

/// What stands between the window and a cluster, whichever cluster it is: terminal, lesson checks, load, answers, and
/// what is told of the cluster's objects and requests. It knows the seams only.
///
/// Threads   One: the backend's.
class Desk {
public:
    /// The seams of the cluster; all outlive the Desk.
    struct Cluster {
        api::KubeTransport &transport;
        api::TrafficTarget &traffic;
        api::Timers &timers;
        const api::MetricsSource *metrics = nullptr; ///< null: what Pods use is not told
        api::SimControl *control = nullptr;          ///< null: not simulated
        api::KubeTransport *followed = nullptr; ///< through which objects are followed; null: `transport`
        api::Timers *backOff = nullptr;         ///< with which that waits; null: `timers`
        std::function<std::string()> loadHost;  ///< a node's name for a load from outside; empty: none
        std::string serverUrl = "https://127.0.0.1:6443", context = "minato", ns = {}; ///< for the terminal
    };
    Desk(Cluster cluster, std::uint64_t seed, std::shared_ptr<const lessons::Lesson> lesson);
    ~Desk();

    /// Commands that are about time, or about the connection, are not for the Desk.
    void handle(const Command &command);
    /// A finished request, once for each, whoever sent it.
    void recordTraffic(const api::TrafficRecord &record);
    /// The learner did something, here or with a client outside: checks that wait start anew.
    void noteAction();
    void tellProblem(Problem problem) { m_problems.push_back(std::move(problem)); }
    /// What has come together since the last time.
    [[nodiscard]] Batch take();

    /// Nothing of the learner's is under way but questions.
    [[nodiscard]] bool isSettled() const { return m_terminals.isIdle() && !m_load.isRunning(); }
    /// The learner's commands and questions have ended.
    [[nodiscard]] bool isIdle() const { return m_terminals.isIdle() && m_asks.isIdle(); }
    /// take() would tell of something that the window shows.
    [[nodiscard]] bool hasNews() const
    {
        return !m_feed->isEmpty() || m_terminals.hasNews() || (m_lesson && m_hasLessonChanged) ||
               !m_problems.empty();
    }
    /// take() has something at all: an answer, a story, a load's progress.
    [[nodiscard]] bool hasWords() const
    {
        return hasNews() || !m_asks.isIdle() || !m_story->isEmpty() || !m_inspector->isEmpty() ||
               m_load.isRunning();
    }
    /// For clients beside the window.
    [[nodiscard]] api::KubeTransport &outside() { return m_outside; }
    [[nodiscard]] lessons::LessonRun *lesson() { return m_lesson ? &*m_lesson : nullptr; }
    [[nodiscard]] Terminals &terminals() { return m_terminals; }
    [[nodiscard]] client::InformerHub &hub() { return m_hub; }

private:
    [[nodiscard]] NotingTransport noting(StoryFeed::Writer writer);
    [[nodiscard]] std::vector<api::DecisionRecord> decisions(std::string_view subject) const;
    void startLoad(const StartLoad &order);
    [[nodiscard]] LessonState lessonState();

    Cluster m_cluster;
    std::unique_ptr<ClusterFeed> m_feed;    ///< outlives the hub
    std::unique_ptr<StoryFeed> m_story;     ///< likewise
    std::unique_ptr<Inspector> m_inspector; ///< likewise
    NotingTransport m_inside, m_outside;    ///< of the terminal, of clients beside the window
    client::InformerHub m_hub;
    std::optional<UsageFeed> m_usage;
    Terminals m_terminals;
    Estimator m_estimator; ///< outlives its tasks, which are m_asks'
    Asks m_asks;
    LoadDriver m_load;
    std::shared_ptr<const lessons::Lesson> m_text; ///< of m_lesson
    std::optional<lessons::LessonRun> m_lesson;
    bool m_hasLessonChanged = true, m_wasReady = false;
    std::vector<Problem> m_problems;
};

} // namespace minato::session
