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

} // namespace

ClusterFeed::ClusterFeed(client::InformerHub &hub, const api::BackendClock &clock) : m_clock(clock)
{
    hub.informer(kube::resources::kNodes).addHandler(keep<NodeState>(m_batch.nodes, nodeState));
    hub.informer(kube::resources::kPods).addHandler(keep<PodState>(m_batch.pods, podState));
    hub.informer(kube::resources::kEvents).addHandler(keep<EventLine>(m_batch.events, eventLine));
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
    });
    hub.informer(kube::resources::kEndpointSlices).addHandler([this](const auto &before, const auto &now) {
        const kube::Object &slice = now ? *now : *before;
        const std::string service =
            kube::objectKey(slice.ns(), slice.labels()["kubernetes.io/service-name"].asString());
        auto &slices = m_slices[service];
        slices.erase(std::string(slice.uid()));
        if (now)
            slices.emplace(std::string(slice.uid()), now);
        m_dirtyServices.insert(service);
    });
}

void ClusterFeed::onDeployment(const kube::ObjectPtr &before, const kube::ObjectPtr &now)
{
    if (!now)
        return;
    const DeploymentState state = deploymentState(*now);
    if (!before || deploymentState(*before) != state)
        m_batch.replicas.push_back({m_clock.now(), state.uid, state.desired, state.existing, state.ready});
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

void ClusterFeed::flushServices()
{
    for (const std::string &key : m_dirtyServices) {
        const auto service = m_services.find(key);
        if (service == m_services.end())
            continue;
        std::vector<kube::ObjectPtr> slices;
        for (const auto &[uid, slice] : m_slices[key])
            slices.push_back(slice);
        m_batch.services.insert_or_assign(std::string(service->second->uid()),
                                          serviceState(*service->second, slices));
    }
    m_dirtyServices.clear();
}

Batch ClusterFeed::take()
{
    flushServices();
    Batch batch;
    std::swap(batch, m_batch);
    return batch;
}

} // namespace minato::session
