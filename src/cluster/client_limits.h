// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/throttled_transport.h"

namespace minato::cluster {

/// How fast controllers may talk to the API server: what bounds the speed of scaling in a real cluster.
struct ClientLimits {
    using Limits = client::ThrottledTransport::Limits;
    Limits controller{.qps = 20, .burst = 30}; ///< each controller of kube-controller-manager
    Limits scheduler{.qps = 50, .burst = 100}; ///< its Events have as much again

    [[nodiscard]] static ClientLimits unlimited() { return {{0, 0}, {0, 0}}; }
};

} // namespace minato::cluster
