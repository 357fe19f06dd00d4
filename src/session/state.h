// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace minato::session {

/// What crosses from the backend's thread to the window: small values made from API objects, keyed by UID.
///
/// Why       The window must not hold API objects: it draws a few fields of each, and a value that holds just
///           these can be compared, so that an object that changed elsewhere causes no work here.
/// Threads   Values.

struct NodeState {
    std::string uid, name;
    std::string zone; ///< topology.kubernetes.io/zone; empty: none
    bool isControlPlane = false, isReady = false, isSchedulable = true;
    std::int64_t milliCpu = 0, memoryBytes = 0; ///< allocatable
    int podCapacity = 0;
    std::vector<std::string> pressures; ///< conditions that are True and should not be: "MemoryPressure", …
    std::vector<std::string> taints;    ///< as kubectl writes them: "key=value:NoSchedule"
    friend bool operator==(const NodeState &, const NodeState &) = default;
};

/// What a machine or a Pod uses by the metrics server's measure; absent: not measured.
struct Usage {
    std::int64_t milliCpu = 0, memoryBytes = 0;
    friend bool operator==(const Usage &, const Usage &) = default;
};

/// A Pod's life as the window draws it: coarser than kubectl's STATUS column, which `reason` repeats.
enum class PodPhase : std::uint8_t {
    Pending,     ///< no node yet
    Starting,    ///< on a node, not ready yet
    Running,     ///< ready
    Terminating, ///< asked to stop
    Failed,
    Succeeded,
    Unknown ///< its node does not report
};

struct PodState {
    std::string uid, ns, name, node, ip;
    std::string generateName;     ///< what it shares with its replicas: "web-6c5b8f9d7b-"
    std::string ownerKind, owner; ///< what controls it: "ReplicaSet", "web-6c5b8f9d7b"
    std::string app;              ///< its label "app" or "app.kubernetes.io/name"
    std::string version;          ///< tag of its first image: "v1"
    std::string reason;           ///< kubectl's word: "ContainerCreating", "CrashLoopBackOff", …
    std::string message;          ///< why no node was found
    PodPhase phase = PodPhase::Unknown;
    std::int64_t milliCpu = 0, memoryBytes = 0; ///< requests
    int restarts = 0;
    base::Instant createdAt;
    friend bool operator==(const PodState &, const PodState &) = default;
};

struct DeploymentState {
    std::string uid, ns, name;
    int desired = 0, existing = 0, ready = 0, available = 0, updated = 0;
    bool isPaused = false;
    friend bool operator==(const DeploymentState &, const DeploymentState &) = default;
};

struct ReplicaSetState {
    std::string uid, ns, name;
    std::string owner;   ///< its Deployment's name; empty: none
    std::string version; ///< tag of its template's first image
    int revision = 0;    ///< of its Deployment
    int desired = 0, existing = 0, ready = 0;
    friend bool operator==(const ReplicaSetState &, const ReplicaSetState &) = default;
};

/// Where a Service may send a request, by its EndpointSlices.
struct EndpointState {
    std::string podUid;
    bool isReady = false, isServing = false, isTerminating = false;
    friend auto operator<=>(const EndpointState &, const EndpointState &) = default;
};

/// The endpoints of one EndpointSlice, by UID.
struct SliceState {
    std::vector<EndpointState> endpoints;
    int ready = 0, leaving = 0; ///< how many of them
};
using SliceStatePtr = std::shared_ptr<const SliceState>;

/// Cost      Slices that stayed as they were are shared with the state before: one that changes costs its own
///           endpoints, however many others there are.
struct ServiceState {
    std::string uid, ns, name, type, clusterIp;
    int port = 0, nodePort = 0;
    bool hasClientIpAffinity = false;       ///< sessionAffinity: ClientIP
    std::vector<SliceStatePtr> slices = {}; ///< never null
    int readyEndpoints = 0, leavingEndpoints = 0;
};

struct EventLine {
    std::string uid;
    base::Instant at; ///< last seen
    bool isWarning = false;
    std::string reason, object, message; ///< object: "Pod/web-…"
    std::string ns = {};                 ///< of that object; empty: it has none
    int count = 1;
    friend bool operator==(const EventLine &, const EventLine &) = default;
};

/// One finished request through a Service.
struct RouteEvent {
    base::Instant at;
    std::string service; ///< "default/NAME"
    std::string node, podUid;
    bool isAnswered = false;
};

/// Requests of one Pod since the previous batch: exact even where single RouteEvents had to be left out.
struct RouteCount {
    std::string service, podUid, podName;
    std::uint64_t answered = 0, failed = 0;
};

/// A moment at which the replicas of a Deployment changed.
struct ReplicaSample {
    base::Instant at;
    std::string deploymentUid;
    int desired = 0, existing = 0, ready = 0, available = 0;
};

/// The terminal's tab that is always there.
inline constexpr int kFirstTab = 0;

struct TerminalChunk {
    /// Asking: the command that runs waits for a line. Taken: it got one that had been submitted.
    enum class Kind : std::uint8_t { Entered, Out, Err, Hint, Asking, Taken, Finished };
    Kind kind{};
    std::string text;        ///< Entered: the line as it was typed; Hint: in English
    int exitStatus = 0;      ///< Finished
    base::Instant at;        ///< Entered: when it began to run
    int tab = kFirstTab;     ///< where
    std::string japanese;    ///< Hint
    std::size_t dropped = 0; ///< Out, Err: lines before it that nobody gets to see, for want of room
};

/// A text that a command lays before a person, or takes away again.
struct EditNews {
    enum class Kind : std::uint8_t { Opened, Ended };
    Kind kind{};
    std::uint64_t id = 0;
    int tab = kFirstTab;
    std::string text; ///< Opened
};

/// Something that went wrong without the learner's doing; the window has the words.
struct Problem {
    enum class Kind : std::uint8_t {
        ClusterNotUp,   ///< in five minutes of its time
        ObjectRefused,  ///< one of the starting state; detail: which and why
        NotServed,      ///< to a kubectl outside; detail: why
        StepsNotPlayed, ///< the steps before the one that was opened
        // of a real cluster
        Guarded,          ///< what Minato does not do to it; detail and japanese: the whole sentence
        NamespaceRefused, ///< the lesson's namespace could not be made or removed; detail: the server's words
    };
    Kind kind{};
    std::string detail;
    std::string japanese = {};
    friend bool operator==(const Problem &, const Problem &) = default;
};

/// What runs apart from the speed.
enum class TimeRun : std::uint8_t {
    None,
    Step,  ///< until something changes that the window shows
    Settle ///< until nothing is on its way
};

/// How a run came to its end.
struct RunEnd {
    enum class How : std::uint8_t { Reached, GaveUp, Cancelled };
    TimeRun run = TimeRun::None;
    How how = How::Reached;
    unsigned serial = 0; ///< of the session's runs
    friend bool operator==(const RunEnd &, const RunEnd &) = default;
};

struct ClockState {
    base::Instant start = base::kSimEpoch; ///< what the cluster's clock showed at first
    base::Instant now;
    double speed = 1; ///< virtual seconds a real second; infinity: as fast as it goes
    bool isPaused = false;
    bool isBehind = false; ///< the machine cannot keep that speed
    TimeRun run = TimeRun::None;
    RunEnd lastRun; ///< the last that has ended
    friend bool operator==(const ClockState &, const ClockState &) = default;
};

/// Where the cluster's API is published for a kubectl outside.
struct ServedState {
    std::string url, kubeconfigFile;
    friend bool operator==(const ServedState &, const ServedState &) = default;
};

struct GoalProgress {
    enum class State : std::uint8_t { Unmet, Waiting, Done };
    std::string id;
    State state = State::Unmet;
    friend bool operator==(const GoalProgress &, const GoalProgress &) = default;
};

struct LessonState {
    std::string lessonId;
    std::size_t step = 0;
    bool isReady = false; ///< the starting state has come up
    std::vector<GoalProgress> goals;
    friend bool operator==(const LessonState &, const LessonState &) = default;
};

} // namespace minato::session
