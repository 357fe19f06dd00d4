// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/traffic_state.h"
#include "traffic/latency.h"
#include "traffic/share_tally.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace minato::session {

/// Keeps the count of each Service's requests, one request after another.
///
/// Draws     A request of a load tells itself whether its connection was new. All others, of the terminal and
///           of programs in Pods, are curl's, and each curl is a new connection.
/// Pods      Whatever the Service could choose: its ready endpoints; those that are not ready; Pods that were
///           its endpoints and still run, but are selected no more. Pods that are being deleted are left out.
/// Memory    An entry a Pod that was asked or could have been; see ShareTally for clients.
/// Threads   One: the backend's.
/// Tests     tests/session/tst_traffic_book.cpp
class TrafficBook {
public:
    struct Endpoint {
        std::string uid, node;
        bool isReady = true;
    };
    /// What a Service says of where its requests may go.
    struct Rules {
        bool hasClientIpAffinity = false;
        bool staysOnNode = false; ///< externalTrafficPolicy: Local
    };
    struct Request {
        base::Instant at;
        std::string_view client;
        bool isNewConnection = true;
        base::Duration latency{};
    };

    /// `lives`: which Pods are there and not being deleted.
    void setEndpoints(const std::string &service, std::vector<Endpoint> endpoints,
                      const std::set<std::string> &lives, base::Instant now);
    void setRules(const std::string &service, const Rules &rules, base::Instant now);
    /// Whether clients of this Service keep their connections from now on.
    void setKeptAlive(const std::string &service, bool isKeptAlive, base::Instant now);
    void record(const std::string &service, const Request &request, const api::TrafficResult &result);
    void forget(const std::string &service) { m_accounts.erase(service); }
    /// Counts from 0; `count` names the new count.
    void restart(std::uint64_t count, base::Instant now);

    [[nodiscard]] bool hasRequests(const std::string &service) const;
    [[nodiscard]] bool isEmpty() const { return m_dirty.empty(); }
    /// What has changed since the last time, by Service: a Service's first state is whole, those after it are
    /// parts until its count begins anew.
    [[nodiscard]] std::map<std::string, TrafficState> take();

private:
    struct Account {
        TrafficState state; ///< the figures, and what of the Pods the next batch has; these are below
        std::map<std::string, PodTraffic> pods; ///< by UID
        std::set<std::string> touched;          ///< UIDs of those with a request since the last batch
        traffic::ShareTally tally;
        traffic::LatencyQuantiles latency;
        std::vector<Endpoint> endpoints;
        std::set<std::string> former; ///< UIDs of endpoints that are none any more
        Rules rules;
        std::string viaNode; ///< the node whose port was asked last
        bool isKeptAlive = false;
        std::uint64_t epoch = 0; ///< the tally's, that `since` belongs to
    };
    [[nodiscard]] Account &account(const std::string &service);
    void listPods(Account &account, base::Instant now);
    static void noteEpoch(Account &account, base::Instant now);
    static void addPods(TrafficState &state, const Account &account);

    std::map<std::string, Account> m_accounts; ///< by "ns/name"
    std::set<std::string> m_dirty;
    std::uint64_t m_count = 0;
};

} // namespace minato::session
