// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/metrics.h"
#include "api/traffic_target.h"
#include "api/transport.h"
#include "apiserver/containers.h"
#include "apiserver/log_source.h"
#include "apiserver/store.h"

#include <cstdint>
#include <memory>
#include <string>

namespace minato::apiserver {

/// The simulated Kubernetes API server, in the process of its clients.
///
/// Mirrors   kube-apiserver with its built-in admission plug-ins, as far as the API shows it
/// Timing    A request reaches the server after a modelled latency, in one event of `timers`, which also
/// delivers its
///           reply; a watcher wakes up a latency after the write. Nothing is ever answered inside send().
/// Cancel    Destroying a Call drops its callback. A write that is under way is done all the same (contract
/// C14).
/// Differs   No authentication and authorisation, no conversion but of Events and autoscalers; Pods get no
///           projected service account token volume; the rows of Tables name no managed fields.
/// Threads   One. Several servers may live in one process. Transports must not outlive their server; Calls
/// may, but not the timers.
class ApiServer {
public:
    /// Virtual time that a request takes. The spread is drawn per request from the server's own random
    /// stream.
    struct Latency {
        base::Duration read = std::chrono::microseconds(400);
        base::Duration write = std::chrono::microseconds(1500);
        base::Duration spread = std::chrono::microseconds(200); ///< up to this much on top
        base::Duration watch = std::chrono::microseconds(300);  ///< from a write to its watchers
    };
    struct Options {
        std::uint64_t seed = 1;
        Latency latency = {};
        std::string serviceCidr = "10.96.0.0/12";
        std::string endpointAddress = "192.168.49.2"; ///< of the `kubernetes` Service
        std::size_t historyLength = 20'000;           ///< changes kept per kind; older watches get 410
        /// What metrics.k8s.io tells; null: the server has no such group. Must outlive the server.
        const api::MetricsSource *metrics = nullptr;
    };

    explicit ApiServer(api::Timers &timers);
    ApiServer(api::Timers &timers, Options options);
    ~ApiServer();
    ApiServer(const ApiServer &) = delete;
    ApiServer &operator=(const ApiServer &) = delete;

    /// A client's way in. Requests that name no user agent get this one, and with it their field manager.
    [[nodiscard]] std::unique_ptr<api::KubeTransport> transport(std::string userAgent);
    /// Who knows the containers' logs; null: `kubectl logs` finds none. Must outlive the server or be reset.
    void setLogSource(LogSource *source);
    /// Who runs the containers; null: nothing can be executed in them. Must outlive the server or be reset.
    void setContainers(Containers *containers);
    /// The cluster's network, for pods/proxy and services/proxy; null: there is none. Must outlive the server
    /// or be reset.
    void setTraffic(api::TrafficTarget *traffic);

    /// Where it stands: objects and their history, counters and random streams.
    class State;
    [[nodiscard]] std::shared_ptr<const State> state() const;
    /// Goes back there. No request may be under way and nobody may watch. What it only remembers to be faster
    /// stays.
    void restore(const State &state);

    /// For tests and measurements.
    [[nodiscard]] const Store &store() const;
    [[nodiscard]] std::size_t watcherCount() const;

    class Impl;

private:
    std::shared_ptr<Impl> m_impl;
};

} // namespace minato::apiserver
