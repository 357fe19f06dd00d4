// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/sim_control.h"
#include "api/traffic_target.h"
#include "client/informer.h"
#include "session/story.h"

#include <functional>
#include <optional>
#include <set>
#include <vector>

namespace minato::session {

/// Writes down what follows from each change that the learner makes.
///
/// Bounds    Of each story the first kMostPods Pods are followed one by one, and kMostFacts facts are kept.
/// Lifetime  Must outlive the hub.
/// Threads   One: the backend's.
class StoryFeed {
public:
    static constexpr std::size_t kMostPods = 60, kMostFacts = 4000;
    /// What outside clients write within this time is one story: apply -f with several objects.
    static constexpr base::Duration kOutsidePause = std::chrono::seconds(1);
    using Explain = std::function<std::vector<api::DecisionRecord>(std::string_view subject)>;

    StoryFeed(client::InformerHub &hub, const api::BackendClock &clock, Explain explain);
    StoryFeed(const StoryFeed &) = delete;
    StoryFeed &operator=(const StoryFeed &) = delete;

    /// A line of the terminal begins; it is told once it writes something.
    void entered(std::string line) { m_line = std::move(line); }
    enum class Writer : std::uint8_t { Terminal, Outside };
    void wrote(Writer writer, const api::Request &request);
    void refused(const api::Request &request, const kube::Status &status);
    void recordTraffic(const api::TrafficRecord &record);
    [[nodiscard]] bool isEmpty() const { return m_facts.empty(); }
    [[nodiscard]] std::vector<StoryFact> take() { return std::exchange(m_facts, {}); }

private:
    void onPod(const kube::ObjectPtr &before, const kube::ObjectPtr &now);
    void onSlice(const kube::ObjectPtr &before, const kube::ObjectPtr &now);
    void onEvent(const kube::ObjectPtr &before, const kube::ObjectPtr &now);
    void begin(StoryFact::Kind kind, std::string text);
    void push(StoryFact fact);
    void pushAll(std::vector<StoryFact> facts);
    /// Also begins to follow it, as long as there is room.
    [[nodiscard]] bool isFollowed(const kube::Object &pod);
    [[nodiscard]] ObjectName rootOf(ObjectName object) const;
    [[nodiscard]] std::string ruleFor(const kube::Object &pod) const;

    client::InformerHub &m_hub;
    const api::BackendClock &m_clock;
    Explain m_explain;
    std::vector<StoryFact> m_facts;
    std::optional<std::string> m_line;
    bool m_isOpen = false;
    base::Instant m_lastOutside = base::kFirstInstant;
    std::size_t m_told = 0;             ///< facts of this story
    std::set<std::string> m_pods;       ///< UIDs of Pods that are followed
    std::set<std::string> m_unanswered; ///< UIDs of new Pods that have answered nothing yet
};

} // namespace minato::session
