// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/clock.h"
#include "api/traffic_target.h"
#include "client/informer.h"
#include "session/batch.h"
#include "session/traffic_book.h"

#include <map>
#include <set>
#include <string>

namespace minato::session {

/// Follows a cluster's objects and requests and writes down what the window should learn.
///
/// Lifetime  The hub's handlers keep a pointer to this: it must not move and must outlive the hub.
/// Threads   One: the backend's.
class ClusterFeed {
public:
    ClusterFeed(client::InformerHub &hub, const api::BackendClock &clock);
    ClusterFeed(const ClusterFeed &) = delete;
    ClusterFeed &operator=(const ClusterFeed &) = delete;

    /// A finished request of whoever asked, for the picture of the cluster.
    void recordTraffic(const api::TrafficRecord &record);
    /// The same for the statistics; `service`: where it was meant to go. Call it once for each request.
    void countRequest(const std::string &service, const TrafficBook::Request &request,
                      const api::TrafficResult &result);
    void setKeptAlive(const std::string &service, bool isKeptAlive);
    void restartCounts(std::uint64_t count) { m_book.restart(count, m_clock.now()); }
    /// By "ns/name"; null when there is none.
    [[nodiscard]] kube::ObjectPtr service(const std::string &key) const;
    /// What has come together since the last time.
    [[nodiscard]] Batch take();
    [[nodiscard]] bool isEmpty() const
    {
        return m_batch.isEmpty() && m_dirtyServices.empty() && m_book.isEmpty();
    }

private:
    void followServices(client::InformerHub &hub);
    void onDeployment(const kube::ObjectPtr &before, const kube::ObjectPtr &now);
    void onPod(const kube::ObjectPtr &before, const kube::ObjectPtr &now);
    void flushServices();
    void refreshCounts(const std::string &service);
    void refreshAllCounts();

    struct Slice {
        kube::ObjectPtr object;
        SliceStatePtr state; ///< made when it is told; null: it has changed since
    };
    /// With more endpoints than that, one that changes is counted with the next request, or a second later.
    static constexpr std::size_t kManyEndpoints = 2000;

    const api::BackendClock &m_clock;
    Batch m_batch;
    std::map<std::string, kube::ObjectPtr> m_services;            ///< by "ns/name"
    std::map<std::string, std::map<std::string, Slice>> m_slices; ///< by Service, then by UID
    std::set<std::string> m_dirtyServices;
    TrafficBook m_book;
    std::set<std::string> m_stale; ///< Services whose endpoints the book does not know yet
    std::map<std::string, base::Instant> m_lastRefresh;    ///< of Services with many endpoints
    std::set<std::string> m_lives;                         ///< UIDs of Pods that are not being deleted
    std::map<std::string, std::set<std::string>> m_behind; ///< Services by their endpoints' UIDs
};

} // namespace minato::session
