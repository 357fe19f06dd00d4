// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/sim_control.h"
#include "cluster/input_gate.h"
#include "cluster/sim_traffic.h"
#include "components/kube_proxy/kube_proxies.h"
#include "components/kubelet/node_agents.h"

#include <expected>
#include <map>
#include <string>
#include <vector>

namespace minato::cluster {

/// Where machines are switched on and off, come and go.
///
/// Differs   A machine that is removed takes its Node object with it, as a cloud's controller would.
class MachineRoom {
public:
    struct Parts {
        api::Timers &timers;
        InputGate &gate;
        components::NodeAgents &agents;
        components::KubeProxies &proxies;
        SimTraffic &traffic;
        api::KubeTransport &transport;
        std::vector<components::NodeSpec> machines;
    };
    explicit MachineRoom(Parts parts) : m_parts(std::move(parts)) {}

    /// Checked now; takes effect in an event of its own, at once.
    [[nodiscard]] std::expected<void, std::string> inject(const api::Fault &fault);

private:
    void apply(const api::Fault &fault);
    void addMachine(const std::string &name);
    void removeMachine(const std::string &name);

    Parts m_parts;
    std::uint64_t m_nextCall = 0;
    std::map<std::uint64_t, api::TimerPtr> m_pending;
    std::map<std::uint64_t, api::CallPtr> m_calls;
};

} // namespace minato::cluster
