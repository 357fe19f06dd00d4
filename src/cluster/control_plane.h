// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/metrics.h"
#include "apiserver/api_server.h"
#include "cluster/client_limits.h"
#include "components/common/context.h"
#include "components/common/decision.h"

#include <cstdint>
#include <memory>
#include <string>

namespace minato::cluster {

/// kube-controller-manager and kube-scheduler: each with its own informers, each controller with its own
/// client.
class ControlPlane {
public:
    struct AddOns {
        const api::MetricsSource *metrics = nullptr; ///< what the autoscaler goes by; null: no metrics server
        bool hasLoadBalancers = false;               ///< as in a cloud
        std::string host = {};                       ///< the computer that all of it runs on
    };
    ControlPlane(apiserver::ApiServer &server, api::Timers &timers, std::uint64_t seed, ClientLimits limits,
                 components::DecisionSink decide, components::Features features, const AddOns &addOns);
    ~ControlPlane();

    /// By what the controllers know: all workloads complete, no Pod starting or terminating.
    [[nodiscard]] bool isSettled() const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace minato::cluster
