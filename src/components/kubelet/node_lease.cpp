// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/kubelet/node_lease.h"

#include "client/requests.h"

#include <format>

namespace minato::components {
namespace {

using kube::Value;
using kube::resources::kLeases;
using kube::resources::kNodes;

constexpr std::string_view kNamespace = "kube-node-lease";
constexpr int kDurationSeconds = 40;
constexpr base::Duration kRenewal = std::chrono::seconds(10);
constexpr base::Duration kRetry = std::chrono::seconds(1);

/// "2026-01-05T00:00:10.400000Z": a MicroTime.
std::string microTime(base::Instant now)
{
    const std::string seconds = base::toRfc3339(now);
    const std::int64_t micro = now.ns % 1'000'000'000 / 1000;
    return std::format("{}.{:06}Z", std::string_view(seconds).substr(0, seconds.size() - 1), micro);
}

} // namespace

NodeLease::NodeLease(api::KubeTransport &transport, api::Timers &timers, std::string node)
    : m_transport(transport), m_timers(timers), m_node(std::move(node))
{
}

void NodeLease::start()
{
    m_task = keep();
    m_task.start();
}

/// A new one, owned by the node.
client::Task<Value> NodeLease::fresh()
{
    Value metadata = Value::map({{"name", m_node}, {"namespace", kNamespace}});
    const auto node = co_await client::send(m_transport, client::getRequest(kNodes, {}, m_node));
    if (node) {
        const Value owner = Value::map(
            {{"apiVersion", "v1"}, {"kind", "Node"}, {"name", m_node}, {"uid", node->object()->uid()}});
        metadata.set("ownerReferences", Value::array({owner}));
    }
    const Value spec = Value::map({{"holderIdentity", m_node}, {"leaseDurationSeconds", kDurationSeconds}});
    co_return Value::map({{"apiVersion", "coordination.k8s.io/v1"},
                          {"kind", "Lease"},
                          {"metadata", std::move(metadata)},
                          {"spec", spec}});
}

client::Task<bool> NodeLease::renew()
{
    const bool isNew = !m_lease;
    Value lease;
    if (isNew)
        lease = co_await fresh();
    else
        lease = m_lease->root();
    lease.edit("spec").set("renewTime", microTime(m_timers.now()));
    auto request = isNew ? client::createRequest(kLeases, std::move(lease))
                         : client::updateRequest(kLeases, std::move(lease));
    const auto answer = co_await client::send(m_transport, std::move(request));
    if (answer) {
        m_lease = answer->object();
        co_return true;
    }
    // Somebody else wrote, made or took it away: look at what there is.
    m_lease = nullptr;
    const auto present = co_await client::send(m_transport, client::getRequest(kLeases, kNamespace, m_node));
    if (present)
        m_lease = present->object();
    co_return false;
}

client::Task<void> NodeLease::keep()
{
    for (;;) {
        const bool isRenewed = co_await renew();
        const base::Duration pause = isRenewed ? kRenewal : kRetry;
        co_await client::sleep(m_timers, pause);
    }
}

} // namespace minato::components
