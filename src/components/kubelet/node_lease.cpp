// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/kubelet/node_lease.h"

#include "client/requests.h"

namespace minato::components {
namespace {

using kube::resources::kLeases;

constexpr std::int64_t kLeaseSeconds = 40;
constexpr std::uint64_t kJitterParts = 25; ///< up to a 25th of the period later

} // namespace

void NodeLease::start(std::string nodeUid)
{
    m_nodeUid = std::move(nodeUid);
    renew();
}

void NodeLease::stop()
{
    m_call = nullptr;
    m_timer = nullptr;
    m_lease = nullptr;
}

void NodeLease::renew()
{
    const auto jitter = m_random.below(static_cast<std::uint64_t>(m_period.count()) / kJitterParts);
    m_timer =
        m_timers.after(m_period + base::Duration(static_cast<std::int64_t>(jitter)), [this] { renew(); });
    api::Request request;
    if (m_lease) {
        kube::Value lease = m_lease->root();
        lease.edit("spec").set("renewTime", base::toRfc3339Micro(m_timers.now()));
        request = client::updateRequest(kLeases, std::move(lease));
    } else {
        request = client::getRequest(kLeases, kNamespace, m_node);
    }
    m_call = m_transport.send(std::move(request), [this](const auto &answer) { onAnswer(answer); });
}

void NodeLease::create()
{
    const auto owner =
        kube::Value::map({{"apiVersion", "v1"}, {"kind", "Node"}, {"name", m_node}, {"uid", m_nodeUid}});
    const auto lease =
        kube::Value::map({{"apiVersion", "coordination.k8s.io/v1"},
                          {"kind", "Lease"},
                          {"metadata", kube::Value::map({{"name", m_node},
                                                         {"namespace", kNamespace},
                                                         {"ownerReferences", kube::Value::array({owner})}})},
                          {"spec", kube::Value::map({{"holderIdentity", m_node},
                                                     {"leaseDurationSeconds", kLeaseSeconds},
                                                     {"renewTime", base::toRfc3339Micro(m_timers.now())}})}});
    m_call = m_transport.send(client::createRequest(kLeases, lease),
                              [this](const api::Result<api::Response> &answer) {
                                  if (answer)
                                      m_lease = answer->object();
                              });
}

void NodeLease::onAnswer(const api::Result<api::Response> &answer)
{
    const auto call = std::move(m_call);
    if (!answer) {
        m_lease = nullptr;
        if (answer.error().code == 404)
            create();
        return;
    }
    const bool isOld = !m_lease;
    m_lease = answer->object();
    if (!isOld)
        return;
    // It was there from before: renew it now.
    m_timer = nullptr;
    renew();
}

} // namespace minato::components
