// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/clock.h"
#include "api/transport.h"
#include "client/task.h"
#include "kube/object.h"

#include <string>

namespace minato::components {

/// The sign of life of a node: a Lease in kube-node-lease that its kubelet renews every ten seconds.
///
/// Mirrors   component-helpers/apimachinery/lease (controller.go), pkg/kubelet/util (SetNodeOwnerFunc)
/// Differs   Renewed in exactly ten seconds, where upstream adds up to 4 % by chance.
class NodeLease {
public:
    NodeLease(api::KubeTransport &transport, api::Timers &timers, std::string node);

    void start();
    /// Until start() is called again: the node is silent.
    void stop() { m_task.cancel(); }

private:
    [[nodiscard]] client::Task<void> keep();
    [[nodiscard]] client::Task<bool> renew();
    [[nodiscard]] client::Task<kube::Value> fresh();

    api::KubeTransport &m_transport;
    api::Timers &m_timers;
    std::string m_node;
    kube::ObjectPtr m_lease; ///< as it was written last
    client::Task<void> m_task;
};

} // namespace minato::components
