// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/endpointslice/endpoints_controller.h"

#include "client/requests.h"
#include "components/endpointslice/port_order.h"

#include <algorithm>
#include <set>
#include <vector>

namespace minato::components {
namespace {

using kube::resources::kEndpoints;

constexpr int kWorkers = 5;
constexpr std::string_view kOverCapacity = "endpoints.kubernetes.io/over-capacity";

using Members = std::map<std::string, EndpointsMembers::Member, std::less<>>;

kube::Value addressOf(const Endpoint &endpoint)
{
    auto address = kube::Value::map({{"ip", endpoint.ip},
                                     {"nodeName", endpoint.node},
                                     {"targetRef", kube::Value::map({{"kind", "Pod"},
                                                                     {"name", endpoint.pod},
                                                                     {"namespace", endpoint.ns},
                                                                     {"uid", endpoint.uid}})}});
    if (!endpoint.hostName.empty())
        address.set("hostname", endpoint.hostName);
    return address;
}

/// Ports that the same Pods offer. Pods are told by which list of ports they have.
struct PortGroup {
    kube::Value ports;
    std::set<std::size_t> lists;
};

/// The different lists of ports among the Pods, and which of them each Pod has.
struct PortLists {
    explicit PortLists(const Members &members)
    {
        of.reserve(members.size());
        for (const auto &[key, member] : members) {
            const auto it = std::ranges::find(lists, member.endpoint.ports);
            of.push_back(static_cast<std::size_t>(it - lists.begin()));
            if (it == lists.end())
                lists.push_back(member.endpoint.ports);
        }
    }
    [[nodiscard]] std::vector<PortGroup> groups() const;

    std::vector<kube::Value> lists;
    std::vector<std::size_t> of;
};

std::vector<PortGroup> PortLists::groups() const
{
    std::vector<PortGroup> single, groups;
    for (std::size_t i = 0; i < lists.size(); ++i) {
        for (const kube::Value &port : lists[i].items()) {
            const auto it = std::ranges::find_if(single, [&](const auto &g) { return g.ports[0] == port; });
            if (it == single.end())
                single.push_back({kube::Value::array({port}), {i}});
            else
                it->lists.insert(i);
        }
        if (lists[i].isEmpty())
            groups.push_back({kube::Value::emptyArray(), {i}});
    }
    for (PortGroup &one : single) {
        const auto it = std::ranges::find(groups, one.lists, &PortGroup::lists);
        if (it == groups.end())
            groups.push_back(std::move(one));
        else
            it->ports.push(one.ports[0]);
    }
    return groups;
}

/// Addresses and addresses that are not ready; nothing is cut yet.
struct Subset {
    std::vector<kube::Value> ready, notReady;
    kube::Value ports;
};

std::vector<Subset> packed(const Members &members)
{
    const PortLists lists(members);
    std::vector<Subset> subsets;
    for (const PortGroup &group : lists.groups()) {
        Subset subset{{}, {}, inEndpointsOrder(group.ports)};
        std::size_t i = 0;
        for (const auto &[key, member] : members) {
            if (group.lists.contains(lists.of[i++]))
                (member.endpoint.isReady ? subset.ready : subset.notReady).push_back(member.address);
        }
        subsets.push_back(std::move(subset));
    }
    return subsets;
}

/// Cuts down to the limit, each subset by its share, those that are not ready first.
bool truncate(std::vector<Subset> &subsets)
{
    std::size_t ready = 0, notReady = 0;
    for (const Subset &subset : subsets) {
        ready += subset.ready.size();
        notReady += subset.notReady.size();
    }
    constexpr std::size_t kMost = EndpointsController::kMostAddresses;
    if (ready + notReady <= kMost)
        return false;
    const bool cutsReady = ready > kMost;
    const std::size_t most = cutsReady ? kMost : kMost - ready;
    const std::size_t all = cutsReady ? ready : notReady;
    std::size_t left = most;
    for (Subset &subset : subsets) {
        auto &addresses = cutsReady ? subset.ready : subset.notReady;
        const std::size_t share = (addresses.size() * most + all - 1) / all;
        addresses.resize(std::min({share, left, addresses.size()}));
        left -= addresses.size();
        if (cutsReady)
            subset.notReady.clear();
    }
    return true;
}

kube::Value endpointsLabels(const kube::Object &service)
{
    kube::Value labels = service.labels().isNull() ? kube::Value::emptyMap() : service.labels();
    setHeadlessLabel(labels, service);
    labels.set("endpoints.kubernetes.io/managed-by", "endpoint-controller");
    return labels;
}

kube::Value toValue(Subset subset)
{
    kube::Value value = kube::Value::emptyMap();
    if (!subset.ready.empty())
        value.set("addresses", kube::Value(std::move(subset.ready)));
    if (!subset.notReady.empty())
        value.set("notReadyAddresses", kube::Value(std::move(subset.notReady)));
    for (std::size_t i = 0; i < subset.ports.size(); ++i) {
        if (subset.ports[i]["name"].isEmpty())
            subset.ports.edit(i).erase("name");
    }
    if (!subset.ports.isEmpty())
        value.set("ports", std::move(subset.ports));
    return value;
}

} // namespace

void EndpointsMembers::set(const std::string &pod, Endpoint endpoint)
{
    remove(pod);
    if (!m_members.empty()) { // one list of ports for all that have the same
        const kube::Value &ports = m_members.begin()->second.endpoint.ports;
        if (endpoint.ports == ports)
            endpoint.ports = ports;
    }
    // A byte below all others keeps 10.0.0.1 before 10.0.0.10.
    std::string place = endpoint.ip + '\0' + endpoint.uid;
    kube::Value address = addressOf(endpoint);
    m_members.insert_or_assign(place, Member{std::move(endpoint), std::move(address)});
    m_placeOf[pod] = std::move(place);
}

void EndpointsMembers::remove(std::string_view pod)
{
    const auto it = m_placeOf.find(pod);
    if (it == m_placeOf.end())
        return;
    m_members.erase(it->second);
    m_placeOf.erase(it);
}

void EndpointsMembers::clear()
{
    m_members.clear();
    m_placeOf.clear();
}

kube::Value endpointSubsets(const EndpointsMembers &members, bool &isTruncated)
{
    auto subsets = packed(members.inOrder());
    isTruncated = truncate(subsets);
    kube::Value value;
    for (Subset &subset : subsets) {
        if (!subset.ready.empty() || !subset.notReady.empty())
            value.push(toValue(std::move(subset)));
    }
    return value;
}

EndpointsController::EndpointsController(Context context)
    : m_context(std::move(context)),
      m_endpoints(m_context.hub.informer(kEndpoints)),
      m_queue(m_context.timers, kWorkers, [this](std::string key) { return sync(std::move(key)); }),
      m_servicePods(m_context.hub, [this](std::string_view key) { m_queue.add(key); })
{
    m_endpoints.addHandler([this](const auto &before, const auto &now) {
        if (!now) // somebody has deleted them
            m_queue.add(kube::objectKey(*before));
    });
    m_context.hub.whenSynced([this] { m_queue.start(); });
}

void EndpointsController::update(const kube::Object &service, const std::string &key,
                                 const ServicePods::Changes &changes)
{
    EndpointsMembers &members = m_members[key];
    if (changes.isFull)
        members.clear();
    const bool isAll = service.spec()["publishNotReadyAddresses"].asBool();
    const bool isPortless = service.spec()["ports"].isEmpty();
    for (const std::string &podKey : changes.isFull ? m_servicePods.selected(key) : changes.pods) {
        const auto pod = m_servicePods.pod(podKey);
        auto endpoint =
            pod && m_servicePods.selects(key, *pod) ? makeEndpoint(service, *pod, {}) : std::nullopt;
        if (endpoint && (isAll || !endpoint->isTerminating) && (isPortless || !endpoint->ports.isEmpty()))
            members.set(podKey, *std::move(endpoint));
        else
            members.remove(podKey);
    }
}

client::Task<bool> EndpointsController::remove(std::string key)
{
    m_members.erase(key);
    const auto existing = m_endpoints.cache().find(key);
    if (!existing)
        co_return true;
    const auto answer =
        co_await client::send(m_context.transport, client::deleteRequest(kEndpoints, *existing));
    co_return answer || answer.error().code == 404;
}

kube::Value EndpointsController::bodyFor(const kube::Object &service, const kube::ObjectPtr &existing) const
{
    if (existing)
        return existing->root();
    return kube::Value::map(
        {{"apiVersion", "v1"},
         {"kind", "Endpoints"},
         {"metadata", kube::Value::map({{"name", service.name()}, {"namespace", service.ns()}})}});
}

client::Task<bool> EndpointsController::sync(std::string key)
{
    if (!m_servicePods.exists(key))
        co_return co_await remove(key);
    const auto service = m_servicePods.service(key);
    if (!service)
        co_return true; // its Endpoints are somebody else's
    const auto changes = m_servicePods.take(key);
    update(*service, key, changes);
    bool isTruncated = false;
    auto subsets = endpointSubsets(m_members[key], isTruncated);
    const auto existing = m_written.newest(key, m_endpoints.cache().find(key));
    kube::Value labels = endpointsLabels(*service);
    if (existing && existing->labels() == labels && existing->root()["subsets"] == subsets)
        co_return true;
    kube::Value body = bodyFor(*service, existing);
    kube::Value &metadata = body.edit("metadata");
    metadata.set("labels", std::move(labels));
    setTriggerTime(metadata, changes.since);
    if (isTruncated)
        metadata.edit("annotations").set(kOverCapacity, "truncated");
    else if (metadata["annotations"].contains(kOverCapacity))
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
