// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "traffic/sample.h"

#include <cstdint>
#include <list>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace minato::traffic {

/// Watches whether Pods take turns.
///
/// Cost      O(log Pods) a draw.
/// Threads   One.
class TurnWatch {
public:
    TurnWatch() = default;
    TurnWatch(TurnWatch &&) noexcept = default;
    TurnWatch &operator=(TurnWatch &&) noexcept = default;
    TurnWatch(const TurnWatch &) = delete; // its places point into its own list
    TurnWatch &operator=(const TurnWatch &) = delete;
    ~TurnWatch() = default;

    /// Begins anew, with so many candidates.
    void restart(std::size_t candidates);
    void add(std::string_view uid);
    [[nodiscard]] TurnEvidence evidence() const { return m_evidence; }

private:
    std::size_t m_candidates = 0;
    std::list<std::string> m_byLastDraw; ///< the one that waits longest first
    std::map<std::string, std::list<std::string>::iterator, std::less<>> m_places;
    TurnEvidence m_evidence;
};

/// Counts requests, one after another, into the Sample of one Service.
///
/// Scope     A change of the set of candidates, or of the mode, begins the sample anew.
/// Memory    An entry a Pod; with affinity or kept connections also one a client.
/// Threads   One.
/// Tests     tests/traffic/tst_share_tally.cpp
class ShareTally {
public:
    struct Pod {
        std::string uid;
        PodSample::State state = PodSample::State::Candidate;
    };
    struct Request {
        std::string_view podUid; ///< empty: none was reached, it tells nothing about the choice
        std::string_view client;
        bool isNewConnection = true;
        bool isFailed = false;
    };

    /// Those that the Service could have, in the order in which the Sample has them; counts of others are
    /// dropped. Leave out Pods that are being deleted: that these get nothing is no finding.
    void setPods(const std::vector<Pod> &pods);
    void setMode(ConnectionMode mode);
    void add(const Request &request);
    /// Forgets all requests, but not which client belongs to which Pod.
    void restart();

    [[nodiscard]] const Sample &sample() const { return m_sample; }
    /// The Pod's row of the sample; null when it has none. Valid until the next change.
    [[nodiscard]] const PodSample *find(std::string_view uid) const;
    /// Changes with each new beginning of the sample.
    [[nodiscard]] std::uint64_t epoch() const { return m_epoch; }

private:
    /// Where a client's latest draw led, and in which sample.
    struct Home {
        std::string podUid;
        std::uint64_t epoch = 0;
    };

    void begin();
    [[nodiscard]] std::size_t place(std::string_view uid);
    /// Whether kube-proxy chose for this request.
    [[nodiscard]] bool noteDraw(const Request &request);

    Sample m_sample;
    std::map<std::string, std::size_t, std::less<>> m_places; ///< by UID, in the Sample
    std::map<std::string, Home, std::less<>> m_homes;         ///< by client
    std::uint64_t m_epoch = 0;                                ///< counts the samples begun
    TurnWatch m_turns;
};

} // namespace minato::traffic
