// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/traffic_target.h"
#include "apiserver/api_server.h"
#include "apiserver/compaction.h"
#include "apiserver/dispatcher.h"
#include "apiserver/event_expiry.h"
#include "apiserver/machinery.h"
#include "apiserver/request_metrics.h"
#include "apiserver/watch_hub.h"

#include <map>
#include <memory>
#include <optional>

namespace minato::apiserver {

/// The server behind its transports: takes requests in, runs each in an event of its own, keeps those under
/// way.
class ApiServer::Impl : public std::enable_shared_from_this<ApiServer::Impl> {
public:
    Impl(api::Timers &timers, Options options);

    [[nodiscard]] api::CallPtr send(api::Request request, api::Reply reply);
    [[nodiscard]] api::CallPtr watch(api::Request request, api::EventSink sink);
    [[nodiscard]] api::CallPtr stream(api::Request request, api::ByteSink sink);

    [[nodiscard]] api::ConnectionPtr connect(api::Request request, api::ConnectionSink sink);

    void start();
    [[nodiscard]] State state() const;
    void restore(const State &state);
    /// The client of a request has gone.
    void abandon(std::uint64_t id);
    [[nodiscard]] WatchHub &hub() { return m_hub; }
    [[nodiscard]] Machinery &machinery() { return m_machinery; }
    [[nodiscard]] LogSource *logSource() const { return m_logSource; }
    void setLogSource(LogSource *source) { m_logSource = source; }
    [[nodiscard]] Containers *containers() const { return m_containers; }
    void setContainers(Containers *containers) { m_containers = containers; }
    [[nodiscard]] api::TrafficTarget *traffic() const { return m_traffic; }
    void setTraffic(api::TrafficTarget *traffic) { m_traffic = traffic; }
    [[nodiscard]] base::Duration latencyOf(const api::Request &request);

private:
    struct Pending {
        api::Request request;
        api::Reply reply;
        api::TimerPtr timer;
    };

    void run(std::uint64_t id);
    [[nodiscard]] kube::Result<api::Response> answer(const api::Request &request);
    void createStartingObjects();

    Options m_options;
    Machinery m_machinery;
    WatchHub m_hub;
    EventExpiry m_events;
    Compaction m_compaction;
    Dispatcher m_dispatcher;
    RequestMetrics m_metrics{m_machinery.registry};
    base::RandomStream m_jitter;
    LogSource *m_logSource = nullptr;
    Containers *m_containers = nullptr;
    api::TrafficTarget *m_traffic = nullptr;
    std::uint64_t m_nextId = 1;
    std::map<std::uint64_t, Pending> m_pending;
};

class ApiServer::State {
public:
    Store::State store;
    ServiceAllocator services;
    EventExpiry::State events;
    Compaction::State compaction;
    base::RandomStream names, uids, jitter;
    RequestMetrics metrics;
    std::uint64_t nextId = 1;
};

/// The objects that every cluster starts with: four Namespaces, the Service `kubernetes` and its endpoints.
[[nodiscard]] std::vector<kube::Value> startingObjects(AddressBlock serviceBlock,
                                                       std::string_view endpointAddress);

} // namespace minato::apiserver
