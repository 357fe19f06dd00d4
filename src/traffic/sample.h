// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace minato::traffic {

/// What is known of how a Service's requests spread over its Pods: the input of a verdict.
///
/// Units     kube-proxy does not choose a Pod a request but a Pod a connection (and with affinity a Pod a
///           client). A `draw` is one such choice. Ten thousand requests on eight kept connections are eight
///           draws, and no more can be concluded from them.
/// Scope     All of it since the set of candidates last changed: Pods that joined later had fewer chances, and
///           to hold them to the same share would be wrong. ShareTally keeps it so.
/// Threads   Values.
struct PodSample {
    enum class State : std::uint8_t {
        Candidate,     ///< a ready endpoint: kube-proxy may choose it
        NotReady,      ///< selected by the Service, but it does not (or no longer) count as ready
        NotAnEndpoint, ///< the Service does not select it
        OutOfReach,    ///< a ready endpoint, but not for these clients: externalTrafficPolicy, hints of zones
    };
    std::string uid;
    State state = State::Candidate;
    bool isNew = false;         ///< a candidate since the set last changed only
    std::uint64_t requests = 0; ///< answered or not
    std::uint64_t failed = 0;   ///< of these: no answer, or a status of 500 and more
    std::uint64_t draws = 0;
    friend bool operator==(const PodSample &, const PodSample &) = default;
};

/// What makes connections come together at one Pod.
struct ConnectionMode {
    bool isKeptAlive = false;
    bool hasClientIpAffinity = false; ///< the Service's sessionAffinity
    friend bool operator==(const ConnectionMode &, const ConnectionMode &) = default;
};

/// Whether draws take their turns: of those made after every candidate had been chosen once, how many chose
/// the one that had waited longest. A fair choice hits it with the chance 1 / candidates, whatever was before.
struct TurnEvidence {
    std::uint64_t trials = 0, hits = 0;
    friend bool operator==(const TurnEvidence &, const TurnEvidence &) = default;
};

struct Sample {
    std::vector<PodSample> pods;
    ConnectionMode mode;
    TurnEvidence turns;
    std::uint64_t carried = 0; ///< requests that rest on draws from before the sample began
    friend bool operator==(const Sample &, const Sample &) = default;
};

} // namespace minato::traffic
