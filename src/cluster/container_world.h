// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/traffic_target.h"
#include "components/apps/app_host.h"
#include "kube/object.h"
#include "shell/container_shell.h"

#include <string>
#include <vector>

namespace minato::cluster {

/// What programs in a container of this Pod find: image, environment, the Services of its namespace.
///
/// Mirrors   pkg/kubelet/envvars and the environment that kubelet makes (kubelet_pods.go)
/// Differs   Files are those that the image's entry names; no mounted volumes.
[[nodiscard]] shell::ContainerWorld containerWorld(const components::App &app, const kube::Object &pod,
                                                   const std::vector<kube::ObjectPtr> &services,
                                                   bool hasTerminal);

/// The network as a container sees it: localhost is its own Pod.
///
/// Mirrors   that the containers of a Pod share one network namespace
/// Differs   Nothing but HTTP goes through it.
class ContainerNetwork : public api::TrafficTarget {
public:
    ContainerNetwork(api::TrafficTarget &outer, std::string podIp, std::string podName)
        : m_outer(outer), m_podIp(std::move(podIp)), m_podName(std::move(podName))
    {
    }
    [[nodiscard]] api::CallPtr request(api::TrafficRequest request,
                                       std::move_only_function<void(api::TrafficResult)> reply) override;

private:
    api::TrafficTarget &m_outer;
    std::string m_podIp, m_podName;
};

} // namespace minato::cluster
