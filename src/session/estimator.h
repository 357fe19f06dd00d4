// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/clock.h"
#include "api/transport.h"
#include "client/informer.h"
#include "client/task.h"
#include "estimates/measured_pods.h"
#include "estimates/observed.h"
#include "session/ask.h"

#include <vector>

namespace minato::session {

/// Recomputes, from what anybody may read, what a cluster's controllers would decide about an object.
///
/// Bounds    What is not there after kPatience is done without, and named in the answer: a user may not be allowed to
///           list all of it.
/// Lifetime  Transport, clock and hub outlive it, and it outlives its tasks.
/// Threads   One: the backend's.
class Estimator {
public:
    static constexpr base::Duration kPatience = std::chrono::seconds(3);

    Estimator(api::KubeTransport &transport, api::Timers &timers, client::InformerHub &hub)
        : m_transport(transport), m_timers(timers), m_hub(hub)
    {
    }

    [[nodiscard]] client::Task<EstimateAnswer> estimate(ObjectName name);

private:
    [[nodiscard]] std::vector<std::string> missing();
    [[nodiscard]] estimates::Observed observed();
    [[nodiscard]] client::Task<std::optional<estimates::MeasuredPods>> measuredPods(std::string ns);

    api::KubeTransport &m_transport;
    api::Timers &m_timers;
    client::InformerHub &m_hub;
};

} // namespace minato::session
