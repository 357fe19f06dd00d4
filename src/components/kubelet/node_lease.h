// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/clock.h"
#include "api/transport.h"
#include "base/random.h"

#include <string>

namespace minato::components {

/// The sign of life of one kubelet: its Lease in kube-node-lease.
///
/// Mirrors   component-helpers apimachinery/lease: renewed each period (and up to 4 % later), 40 s long,
///           owned by the Node
class NodeLease {
public:
    static constexpr std::string_view kNamespace = "kube-node-lease";

    NodeLease(api::KubeTransport &transport, api::Timers &timers, std::string node, base::Duration period,
              base::RandomStream random)
        : m_transport(transport),
          m_timers(timers),
          m_node(std::move(node)),
          m_period(period),
          m_random(random)
    {
    }
    void start(std::string nodeUid);
    void stop();

private:
    void renew();
    void create();
    void onAnswer(const api::Result<api::Response> &answer);

    api::KubeTransport &m_transport;
    api::Timers &m_timers;
    std::string m_node, m_nodeUid;
    base::Duration m_period;
    base::RandomStream m_random;
    kube::ObjectPtr m_lease; ///< as last written; null: not known
    api::CallPtr m_call;
    api::TimerPtr m_timer;
};

} // namespace minato::components
