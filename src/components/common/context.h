// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/clock.h"
#include "api/transport.h"
#include "client/informer.h"
#include "components/common/decision.h"

#include <cstdint>

namespace minato::components {

/// Upstream's feature gates that these components know.
struct Features {
    bool terminatingReplicas = false; ///< DeploymentReplicaSetTerminatingReplicas: alpha, so off by default
};

/// What a controller is given: its way to the API server, its informers (shared by the controllers of one
/// manager), time, luck, and where to explain itself. All of it must outlive the controller.
struct Context {
    api::KubeTransport &transport;
    api::Timers &timers;
    client::InformerHub &hub;
    std::uint64_t seed = 1; ///< components derive their own named streams from it
    DecisionSink decide = {};
    api::KubeTransport *eventTransport = nullptr; ///< for Events; null: `transport`, whose limits they share
    Features features = {};

    [[nodiscard]] api::KubeTransport &forEvents() const
    {
        return eventTransport ? *eventTransport : transport;
    }
};

} // namespace minato::components
