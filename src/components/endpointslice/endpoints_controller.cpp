// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/endpointslice/endpoints_controller.h"

#include "client/requests.h"

namespace minato::components {
namespace {

using kube::resources::kEndpoints;

constexpr int kWorkers = 5;
constexpr std::string_view kOverCapacity = "endpoints.kubernetes.io/over-capacity";

kube::Value addressOf(const Endpoint &endpoint)
{
    return kube::Value::map({{"ip", endpoint.ip},
                             {"nodeName", endpoint.node},
                             {"targetRef", kube::Value::map({{"kind", "Pod"},
                                                             {"name", endpoint.pod},
                                                             {"namespace", endpoint.ns},
                                                             {"uid", endpoint.uid}})}});
}

} // namespace

EndpointsMember::EndpointsMember(Endpoint of) : endpoint(std::move(of)), address(addressOf(endpoint)) {}

kube::Value endpointSubsets(const EndpointsMembers &members, bool &isTruncated)
{
    kube::Value ready, notReady, ports;
    // Ready ones first, when not all have room.
    for (const bool wanted : {true, false}) {
        for (const auto &[key, member] : members) {
            const Endpoint &endpoint = member.endpoint;
            if (endpoint.isReady != wanted || endpoint.isTerminating)
                continue;
            if (ready.size() + notReady.size() == EndpointsController::kMostAddresses) {
                isTruncated = true;
                break;
            }
            (wanted ? ready : notReady).push(member.address);
            if (ports.isNull())
                ports = endpoint.ports;
        }
    }
    if (ready.isNull() && notReady.isNull())
        return {};
    kube::Value subset = kube::Value::emptyMap();
    if (!ready.isNull())
        subset.set("addresses", std::move(ready));
    if (!notReady.isNull())
        subset.set("notReadyAddresses", std::move(notReady));
    for (kube::Value &port : ports.editItems()) {
        if (port["name"].isEmpty())
            port.erase("name");
    }
    if (!ports.isEmpty())
        subset.set("ports", std::move(ports));
    return kube::Value::array({std::move(subset)});
}

EndpointsController::EndpointsController(Context context)
    : m_context(std::move(context)),
      m_endpoints(m_context.hub.informer(kEndpoints)),
      m_queue(m_context.timers, kWorkers, [this](std::string key) { return sync(std::move(key)); }),
      m_servicePods(m_context.hub, [this](std::string_view key) { m_queue.add(key); })
{
    m_context.hub.whenSynced([this] { m_queue.start(); });
}

void EndpointsController::update(const kube::Object &service, const std::string &key)
{
    const auto changes = m_servicePods.take(key);
    EndpointsMembers &members = m_members[key];
    if (changes.isFull)
        members.clear();
    for (const std::string &podKey : changes.isFull ? m_servicePods.selected(key) : changes.pods) {
        const auto pod = m_servicePods.pod(podKey);
        auto endpoint =
            pod && m_servicePods.selects(key, *pod) ? makeEndpoint(service, *pod, {}) : std::nullopt;
        if (endpoint)
            members.insert_or_assign(podKey, EndpointsMember(*std::move(endpoint)));
        else
            members.erase(podKey);
    }
}

client::Task<bool> EndpointsController::remove(std::string key)
{
    m_members.erase(key);
    const auto existing = m_endpoints.cache().find(key);
    // Those of a Service without a selector are somebody else's.
    if (!existing || !existing->labels().contains("endpoints.kubernetes.io/managed-by"))
        co_return true;
    const auto answer =
        co_await client::send(m_context.transport, client::deleteRequest(kEndpoints, *existing));
    co_return answer || answer.error().code == 404;
}

client::Task<bool> EndpointsController::sync(std::string key)
{
    const auto service = m_servicePods.service(key);
    if (!service)
        co_return co_await remove(key);
    update(*service, key);
    bool isTruncated = false;
    auto subsets = endpointSubsets(m_members[key], isTruncated);
    const auto existing = m_written.newest(key, m_endpoints.cache().find(key));
    kube::Value body =
        existing ? existing->root()
                 : kube::Value::map({{"apiVersion", "v1"},
                                     {"kind", "Endpoints"},
                                     {"metadata", kube::Value::map({{"name", service->name()},
                                                                    {"namespace", service->ns()}})}});
    kube::Value &metadata = body.edit("metadata");
    kube::Value labels = service->labels().isNull() ? kube::Value::emptyMap() : service->labels();
    labels.set("endpoints.kubernetes.io/managed-by", "endpoint-controller");
    const bool isSame = existing && existing->labels() == labels && existing->root()["subsets"] == subsets;
    if (isSame)
        co_return true;
    metadata.set("labels", std::move(labels));
    metadata.edit("annotations")
        .set("endpoints.kubernetes.io/last-change-trigger-time", base::toRfc3339(m_context.timers.now()));
    if (isTruncated)
        metadata.edit("annotations").set(kOverCapacity, "truncated");
    else
        metadata.edit("annotations").erase(kOverCapacity);
    if (subsets.isNull())
        body.erase("subsets");
    else
        body.set("subsets", std::move(subsets));
    auto request = existing ? client::updateRequest(kEndpoints, std::move(body))
                            : client::createRequest(kEndpoints, std::move(body));
    const auto answer = co_await client::send(m_context.transport, std::move(request));
    if (answer && existing)
        m_written.wrote(key, *existing, answer->object());
    co_return answer.has_value();
}

} // namespace minato::components
