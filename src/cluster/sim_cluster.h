// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/clock.h"
#include "api/sim_control.h"
#include "api/traffic_target.h"
#include "api/transport.h"
#include "cluster/topology.h"

#include <cstdint>
#include <memory>
#include <string>

namespace minato::cluster {

/// A whole simulated cluster in one thread: API server, controllers, scheduler, kubelets, kube-proxies, app
/// models.
///
/// Promise   Same seed, topology and inputs ⇒ byte-identical behaviour.
/// Start     The constructor builds the machines and applies the topology's manifests; nothing runs until
///           control() is told to. settle() brings the starting state up (nodes Ready, Pods Running).
/// Threads   One; several clusters may live in one process.
class SimCluster {
public:
    struct Options {
        std::uint64_t seed = 1;
        Topology topology = Topology::chapter();
    };
    explicit SimCluster(Options options);
    ~SimCluster();

    [[nodiscard]] api::KubeTransport &transport(); ///< an administrator's view of the API server
    [[nodiscard]] api::TrafficTarget &traffic();
    [[nodiscard]] api::Timers &timers();
    [[nodiscard]] api::SimControl &control();
    /// Every finished request, of whoever asked.
    void setTrafficObserver(api::TrafficObserver observer);

    /// Runs virtual time until all Deployments are complete and no Pod is starting or terminating.
    bool settle(base::Duration within = std::chrono::minutes(5));

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace minato::cluster
