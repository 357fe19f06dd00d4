// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/clock.h"
#include "apiserver/log_source.h"
#include "components/kubelet/node_agents.h"

namespace minato::cluster {

/// `kubectl logs`: from the API server to the kubelet that runs the container.
class KubeletLogs : public apiserver::LogSource {
public:
    KubeletLogs(api::Timers &timers, components::NodeAgents &agents) : m_timers(timers), m_agents(agents) {}
    [[nodiscard]] api::CallPtr logs(const kube::ObjectPtr &pod, apiserver::LogOptions options,
                                    api::ByteSink sink) override;

private:
    api::Timers &m_timers;
    components::NodeAgents &m_agents;
};

} // namespace minato::cluster
