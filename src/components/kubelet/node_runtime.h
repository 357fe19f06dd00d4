// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/event_recorder.h"
#include "components/apps/app_host.h"
#include "components/kubelet/behaviour.h"
#include "components/kubelet/image_store.h"
#include "components/kubelet/ip_pool.h"

#include <functional>
#include <string>

namespace minato::components {

/// What the Pods of one node share.
struct NodeRuntime {
    api::KubeTransport &transport;
    api::Timers &timers;
    AppHost &apps;
    const Behaviour &behaviour;
    std::string nodeName, hostIp;
    IpPool ips;
    ImageStore images;
    client::EventRecorder events;
    base::RandomStream random;
    base::Duration relistPhase; ///< of the node's relists within their period
    std::function<void()> onPulled;
    std::function<void()> onLaunched; ///< a program runs: the node's memory is used differently

    [[nodiscard]] const KubeletStages &stages() const { return behaviour.stages; }
    /// The next moment at which changes of containers are noticed.
    [[nodiscard]] base::Instant nextRelist() const
    {
        const auto since = (timers.now() - base::kSimEpoch - relistPhase).count();
        const auto period = stages().relistPeriod.count();
        return timers.now() + base::Duration(period - since % period);
    }
};

} // namespace minato::components
