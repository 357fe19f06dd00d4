// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/clock.h"
#include "api/traffic_target.h"
#include "client/informer.h"
#include "session/batch.h"

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

    void recordTraffic(const api::TrafficRecord &record);
    /// What has come together since the last time.
    [[nodiscard]] Batch take();
    [[nodiscard]] bool isEmpty() const { return m_batch.isEmpty() && m_dirtyServices.empty(); }

private:
    void followServices(client::InformerHub &hub);
    void onDeployment(const kube::ObjectPtr &before, const kube::ObjectPtr &now);
    void onSlice(const kube::ObjectPtr &slice);
    void flushServices();

    const api::BackendClock &m_clock;
    Batch m_batch;
    std::map<std::string, kube::ObjectPtr> m_services;                      ///< by "ns/name"
    std::map<std::string, std::map<std::string, kube::ObjectPtr>> m_slices; ///< by Service, then by UID
    std::set<std::string> m_dirtyServices;
};

} // namespace minato::session
