// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/cluster_feed.h"

#include "session/state_builder.h"

namespace minato::session {
namespace {

/// A handler that keeps a Changes map up to date.
template <class State>
client::Informer::Handler keep(Changes<State> &changes, State (*build)(const kube::Object &))
{
    return [&changes, build](const kube::ObjectPtr &before, const kube::ObjectPtr &now) {
        if (!now)
            changes[std::string(before->uid())] = std::nullopt;
        else if (State state = build(*now); !before || state != build(*before))
            changes.insert_or_assign(std::string(now->uid()), std::move(state));
        // A namesake that was made anew between two lists: the old one is gone.
        if (now && before && before->uid() != now->uid())
            changes[std::string(before->uid())] = std::nullopt;
    };
}

bool livesOn(const kube::Object &pod)
{
    const auto phase = pod.status()["phase"].asString();
    return !pod.isTerminating() && phase != "Succeeded" && phase != "Failed";
}

} // namespace

ClusterFeed::ClusterFeed(client::InformerHub &hub, const api::BackendClock &clock) : m_clock(clock)
{
    hub.informer(kube::resources::kNodes).addHandler(keep<NodeState>(m_batch.nodes, nodeState));
    hub.informer(kube::resources::kPods).addHandler(keep<PodState>(m_batch.pods, podState));
    hub.informer(kube::resources::kPods).addHandler([this](const auto &before, const auto &now) {
        onPod(before, now);
    });
    hub.informer(kube::resources::kEvents).addHandler(keep<EventLine>(m_batch.events, eventLine));
    hub.informer(kube::resources::kReplicaSets)
        .addHandler(keep<ReplicaSetState>(m_batch.replicaSets, replicaSetState));
    auto &deployments = hub.informer(kube::resources::kDeployments);
    deployments.addHandler(keep<DeploymentState>(m_batch.deployments, deploymentState));
    deployments.addHandler([this](const auto &before, const auto &now) { onDeployment(before, now); });
    followServices(hub);
}

void ClusterFeed::followServices(client::InformerHub &hub)
{
    hub.informer(kube::resources::kServices).addHandler([this](const auto &before, const auto &now) {
        const std::string key = kube::objectKey(now ? *now : *before);
        if (before && (!now || before->uid() != now->uid()))
            m_batch.services[std::string(before->uid())] = std::nullopt;
        if (now)
            m_services[key] = now;
        else
            m_services.erase(key);
        m_dirtyServices.insert(key);
        m_stale.insert(key);
        if (!now) {
            m_book.forget(key);
            m_stale.erase(key);
        }
    });
    hub.informer(kube::resources::kEndpointSlices).addHandler([this](const auto &before, const auto &now) {
        const kube::Object &slice = now ? *now : *before;
        const std::string service =
            kube::objectKey(slice.ns(), slice.labels()["kubernetes.io/service-name"].asString());
        auto &slices = m_slices[service];
        slices.erase(std::string(slice.uid()));
        if (now)
            slices.emplace(std::string(slice.uid()), Slice{now, nullptr});
        m_dirtyServices.insert(service);
        m_stale.insert(service);
    });
}

/// A Pod that begins to go, or is gone, is no finding of the statistics any more.
void ClusterFeed::onPod(const kube::ObjectPtr &before, const kube::ObjectPtr &now)
{
    const bool lived = before && m_lives.contains(std::string(before->uid()));
    if (before && (!now || now->uid() != before->uid() || !livesOn(*now)))
        m_lives.erase(std::string(before->uid()));
    if (now && livesOn(*now))
        m_lives.insert(std::string(now->uid()));
    if (!lived || m_lives.contains(std::string(before->uid())))
        return;
    if (const auto behind = m_behind.find(std::string(before->uid())); behind != m_behind.end()) {
        m_stale.insert(behind->second.begin(), behind->second.end());
        m_behind.erase(behind);
    }
}

void ClusterFeed::onDeployment(const kube::ObjectPtr &before, const kube::ObjectPtr &now)
{
    if (!now)
        return;
    const DeploymentState state = deploymentState(*now);
    if (!before || deploymentState(*before) != state)
        m_batch.replicas.push_back(
            {m_clock.now(), state.uid, state.desired, state.existing, state.ready, state.available});
}

void ClusterFeed::recordTraffic(const api::TrafficRecord &record)
{
    const api::Route &route = record.result ? record.result->route : record.result.error().route;
    if (route.service.empty())
        return;
    const bool isAnswered = record.result && record.result->status < 500;
    RouteEvent event{record.at, route.service, route.podNode, route.podUid, isAnswered};
    m_batch.count(event, route.pod.substr(route.pod.find('/') + 1));
    m_batch.routes.push_back(std::move(event));
    if (m_batch.routes.size() > 2 * Batch::kMaxRoutes)
        m_batch.routes.erase(m_batch.routes.begin(), m_batch.routes.end() - Batch::kMaxRoutes);
}

void ClusterFeed::countRequest(const std::string &service, const TrafficBook::Request &request,
                               const api::TrafficResult &result)
{
    if (service.empty())
        return;
    refreshCounts(service);
    m_book.record(service, request, result);
}

void ClusterFeed::setKeptAlive(const std::string &service, bool isKeptAlive)
{
    if (m_services.contains(service))
        m_book.setKeptAlive(service, isKeptAlive, m_clock.now());
}

kube::ObjectPtr ClusterFeed::service(const std::string &key) const
{
    const auto known = m_services.find(key);
    return known == m_services.end() ? nullptr : known->second;
}

/// The book learns of a Service's endpoints when it needs to: each look at them costs as many steps as there
/// are, and thousands come one slice after another.
void ClusterFeed::refreshCounts(const std::string &service)
{
    const kube::ObjectPtr object = this->service(service);
    if (!object || !m_stale.contains(service))
        return;
    std::vector<TrafficBook::Endpoint> endpoints;
    for (const auto &[uid, slice] : m_slices[service])
        for (TrafficBook::Endpoint &each : countedEndpoints(*slice.object))
            endpoints.push_back(std::move(each));
    if (endpoints.size() > kManyEndpoints) {
        const auto [last, isFirst] = m_lastRefresh.try_emplace(service, m_clock.now());
        if (!isFirst && m_clock.now() < last->second + std::chrono::seconds(1))
            return;
        last->second = m_clock.now();
    }
    m_stale.erase(service);
    for (const TrafficBook::Endpoint &endpoint : endpoints)
        m_behind[endpoint.uid].insert(service);
    m_book.setRules(service, trafficRules(*object), m_clock.now());
    m_book.setEndpoints(service, std::move(endpoints), m_lives, m_clock.now());
}

void ClusterFeed::refreshAllCounts()
{
    const std::set<std::string> stale = m_stale;
    for (const std::string &service : stale) {
        std::size_t slices = 0;
        if (const auto known = m_slices.find(service); known != m_slices.end())
            slices = known->second.size();
        constexpr std::size_t kSliceSize = 100;
        if (slices * kSliceSize <= kManyEndpoints || m_book.hasRequests(service))
            refreshCounts(service);
    }
}

void ClusterFeed::flushServices()
{
    for (const std::string &key : m_dirtyServices) {
        const auto service = m_services.find(key);
        if (service == m_services.end())
            continue;
        std::vector<SliceStatePtr> slices;
        for (auto &[uid, slice] : m_slices[key]) {
            if (!slice.state)
                slice.state = sliceState(*slice.object);
            slices.push_back(slice.state);
        }
        m_batch.services.insert_or_assign(std::string(service->second->uid()),
                                          serviceState(*service->second, std::move(slices)));
    }
    m_dirtyServices.clear();
}

Batch ClusterFeed::take()
{
    flushServices();
    refreshAllCounts();
    Batch batch;
    std::swap(batch, m_batch);
    batch.traffic = m_book.take();
    return batch;
}

} // namespace minato::session
