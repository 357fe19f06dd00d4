// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/clock.h"
#include "api/traffic_target.h"
#include "apiserver/containers.h"
#include "base/random.h"
#include "components/kubelet/node_agents.h"

namespace minato::cluster {

/// `kubectl exec` and `attach`: from the API server to the container's kubelet, where a small shell plays the
/// image's programs.
///
/// Mirrors   kubelet's makeEnvironment (Services that were there when the container started, the Pod's own
/// env);
///           the errors of containerd and runc
/// Differs   Environment from ConfigMaps and Secrets is left out. What a program writes to files goes with
/// it.
class KubeletExec : public apiserver::Containers {
public:
    struct Parts {
        api::Timers &timers;
        components::NodeAgents &agents;
        api::KubeTransport &transport; ///< the kubelets'
        api::TrafficTarget &traffic;   ///< the network inside the cluster
        std::uint64_t seed;
    };
    explicit KubeletExec(Parts parts) : m_parts(parts), m_random(parts.seed, "exec") {}

    [[nodiscard]] api::ConnectionPtr execute(const kube::ObjectPtr &pod, apiserver::ExecOptions options,
                                             api::ConnectionSink sink) override;

private:
    Parts m_parts;
    base::RandomStream m_random;
};

} // namespace minato::cluster
