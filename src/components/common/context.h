// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "api/clock.h"
#include "api/transport.h"
#include "client/informer.h"
#include "components/common/decision.h"

namespace minato::components {

/// What a controller is given: its way to the API server, its informers (shared by the controllers of one manager),
/// time, luck, and where to explain itself. All of it must outlive the controller.
struct Context {
    api::KubeTransport &transport;
    api::Timers &timers;
    client::InformerHub &hub;
    std::uint64_t seed = 1; ///< components derive their own named streams from it
    DecisionSink decide = {};
};

} // namespace minato::components
