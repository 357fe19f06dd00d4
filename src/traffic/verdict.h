// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "traffic/binomial.h"
#include "traffic/goodness_of_fit.h"
#include "traffic/sample.h"

#include <cstdint>
#include <vector>

namespace minato::traffic {

/// What a sample says about how requests are spread: a kind and its figures; whoever shows it has the words.
///
/// Claims    Statistics claim nothing from fewer than 5 draws. Of fair random traffic about 5 % is called
///           something other than FitsRandomChoice, and about 1 % as long as draws < drawsToTell: there a claim
///           needs strong evidence. Four tests share the level, so that looking at all of them does not
///           raise it: chi-squared has most, and three that see what chi-squared is blind to have 2 % of it
///           each: Pods that get nothing among many, counts that are too even, draws that take their turns.
///           What is known without statistics (one kept connection; a Pod that is not ready) needs no level.
/// Differs   Figures of draws, not of requests: see sample.h.
/// Cost      At most some ten milliseconds, with 500 Pods; mostly far below one.
/// Threads   Pure.
/// Tests     tests/traffic/tst_verdict.cpp
enum class Finding : std::uint8_t {
    TooFewToTell,     ///< also a Pod that is cut off would not stand out yet
    OneCandidate,     ///< there is nothing to choose
    FitsRandomChoice, ///< chance explains all of it
    PinnedToOne,      ///< see pin
    SomeGetNothing,   ///< see silent
    RoundRobinLike,   ///< too regular for chance, as with ipvs' rr
    Uneven,
};

/// Why everything goes to one Pod.
enum class PinCause : std::uint8_t {
    None,
    KeptConnection,
    ClientIpAffinity,
    KeptConnectionAndAffinity,
    Unknown
};

/// Why a Pod answers nothing.
enum class SilenceCause : std::uint8_t {
    Failing, ///< it is chosen, but each of its requests failed: the choice is not to blame
    NotReady,
    NotAnEndpoint,
    OutOfReach,
    JoinedLater,     ///< the connections were opened (the clients came) before it was a candidate
    PinnedElsewhere, ///< the connections (clients) that there are belong to others
    Chance,          ///< nothing to wonder about at this number of draws
    Unknown
};

struct SilentPod {
    std::size_t pod = 0; ///< in Sample::pods
    SilenceCause cause = SilenceCause::Unknown;
    bool isNew = false;
    friend bool operator==(const SilentPod &, const SilentPod &) = default;
};

struct Verdict {
    Finding finding = Finding::TooFewToTell;
    Finding amongCandidates = Finding::TooFewToTell; ///< leaving aside Pods that cannot be chosen
    PinCause pin = PinCause::None;
    std::size_t pinnedTo = 0; ///< in Sample::pods, where pin is not None
    std::vector<SilentPod> silent;

    std::uint64_t requests = 0, draws = 0, candidates = 0, seen = 0; ///< seen: candidates with a request
    double pValue = 1; ///< of all tests together, that is at the level of 5 %
    Fit fit;
    double expectedShare = 0;                         ///< of each candidate
    Band band;                                        ///< of one candidate's draws
    double chanceOneMissed = 1, chanceSomeMissed = 1; ///< with that many draws, when they are fair
    std::uint64_t drawsToTell = 0;
    /// Draws until one would expect to have seen every candidate. Requests on kept connections are none.
    double expectedFurtherDraws = 0;
};

[[nodiscard]] Verdict judge(const Sample &sample);

} // namespace minato::traffic
