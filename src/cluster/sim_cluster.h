// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/clock.h"
#include "api/metrics.h"
#include "api/sim_control.h"
#include "api/traffic_target.h"
#include "api/transport.h"
#include "base/diagnostic.h"
#include "cluster/client_limits.h"
#include "cluster/input_gate.h"
#include "cluster/topology.h"
#include "components/common/context.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace minato::cluster {

/// A whole simulated cluster in one thread: API server, controllers, scheduler, kubelets, kube-proxies, app
/// models.
///
/// Promise   Same seed, topology and inputs ⇒ byte-identical behaviour.
/// Start     The constructor builds the machines; nothing runs until control() is told to. The topology's
/// manifests are
///           applied as soon as all nodes are Ready. settle() brings the starting state up (nodes Ready, Pods
///           Running).
/// Inputs    What comes in by transport() and traffic() passes one gate; setInputRecorder() listens there.
/// Threads   One; several clusters may live in one process.
class SimCluster {
public:
    struct Options {
        std::uint64_t seed = 1;
        Topology topology = Topology::chapter();
        ClientLimits limits = {};
        components::Features features = {};
        base::Instant start = base::kSimEpoch; ///< what the cluster's clock shows at first
    };
    explicit SimCluster(Options options);
    ~SimCluster();

    [[nodiscard]] api::KubeTransport &transport(); ///< an administrator's view of the API server
    [[nodiscard]] api::TrafficTarget &traffic();
    /// What the metrics server has measured.
    [[nodiscard]] const api::MetricsSource &metrics() const;
    [[nodiscard]] api::Timers &timers();
    [[nodiscard]] api::SimControl &control();
    /// Every finished request, of whoever asked.
    void setTrafficObserver(api::TrafficObserver observer);
    void setInputRecorder(std::function<void(const Input &)> recorder);

    /// Runs virtual time until the starting objects are there, all Deployments are complete, no Pod is
    /// starting or terminating, and all nodes route accordingly. False: not within that time, or `mayGoOn`,
    /// which is asked now and then, said no.
    bool settle(base::Duration within = std::chrono::minutes(5), const std::function<bool()> &mayGoOn = {});
    /// Whether that is so right now, by what the components know: a write a moment ago may not have reached
    /// them.
    [[nodiscard]] bool isSettled() const;
    /// Manifests of the topology that the API server refused, once settled.
    [[nodiscard]] const base::Diagnostics &startErrors() const;
    /// Events run so far: a fingerprint of the run.
    [[nodiscard]] std::uint64_t executedEvents() const;

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace minato::cluster
