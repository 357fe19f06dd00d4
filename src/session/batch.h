// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/ask.h"
#include "session/comparison_state.h"
#include "session/connection_state.h"
#include "session/state.h"
#include "session/story.h"
#include "session/traffic_state.h"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace minato::session {

/// What became of objects of one kind: the newest state of each, or null when it is gone.
template <class T>
using Changes = std::map<std::string, std::optional<T>>; // by UID

/// Everything that happened since the window last looked, coalesced by UID. Ordered, so that equal histories
/// give equal pictures.
struct Batch {
    Changes<NodeState> nodes;
    Changes<PodState> pods;
    Changes<DeploymentState> deployments;
    Changes<ReplicaSetState> replicaSets;
    Changes<ServiceState> services;
    Changes<EventLine> events;
    Changes<Usage> nodeUsage;       ///< by the node's name
    Changes<Usage> podUsage;        ///< by UID
    std::vector<RouteEvent> routes; ///< at most kMaxRoutes, the newest; routeCounts has them all
    std::map<std::string, RouteCount> routeCounts; ///< by service and Pod UID
    std::map<std::string, TrafficState> traffic;   ///< by Service, "ns/name": the newest
    std::optional<LoadState> load;
    std::vector<ReplicaSample> replicas; ///< at most kMaxReplicas, the newest
    std::vector<TerminalChunk>
        terminal; ///< at most kMaxTerminalBytes and kMaxTerminalLines of output, the newest
    std::optional<ClockState> clock;
    std::optional<LessonState> lesson;
    std::optional<ServedState> served;
    std::optional<ConnectionState> connection; ///< of a real cluster
    std::optional<ComparisonState> comparison; ///< of CompareStep
    std::vector<EditNews> edits;               ///< in order
    std::vector<Problem> problems;
    Answers answers;                    ///< to Ask
    std::optional<Inspected> inspected; ///< of Inspect
    std::vector<StoryFact> story;       ///< at most kMaxFacts, the newest

    static constexpr std::size_t kMaxRoutes = 64;
    static constexpr std::size_t kMaxAnswers = 64, kMaxFacts = 16384;
    static constexpr std::size_t kMaxReplicas = 2048;
    static constexpr std::size_t kMaxTerminalBytes = std::size_t{8} << 20, kMaxTerminalLines = 100'000;

    [[nodiscard]] bool isEmpty() const;
    void count(const RouteEvent &route, std::string podName);
    /// Takes in what came later. Bounded: what exceeds the limits is dropped from the front.
    void merge(Batch &&later);
};

/// Drops old output beyond what a Batch may hold, never the marks of where a command began and ended; the
/// output that follows counts the lines. How many bytes of output stay.
std::size_t trimOutput(std::vector<TerminalChunk> &chunks);

} // namespace minato::session
