// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/control_plane.h"

#include <algorithm>

#include "client/informer.h"
#include "components/common/pod.h"
#include "components/deployment/deployment_controller.h"
#include "components/deployment/deployment_status.h"
#include "components/endpointslice/endpoints_controller.h"
#include "components/endpointslice/endpointslice_controller.h"
#include "components/garbage_collector/garbage_collector.h"
#include "components/namespaces/namespace_controller.h"
#include "components/replicaset/replicaset_controller.h"
#include "components/scheduler/scheduler.h"

namespace minato::cluster {
namespace {

using namespace kube::resources;

/// What the garbage collector and the namespace controller know of.
std::vector<kube::GroupVersionResource> collectedResources()
{
    return {kPods, kReplicaSets, kDeployments, kServices, kEndpointSlices};
}

std::vector<kube::GroupVersionResource> namespacedResources()
{
    return {kDeployments, kReplicaSets, kPods, kServices, kEndpointSlices, kEndpoints, kEvents};
}

bool isWaitingForRoom(const kube::Object &pod)
{
    const auto &scheduled = components::findCondition(pod.status()["conditions"], "PodScheduled");
    return scheduled["status"].asString() == "False";
}

bool isAtRest(const kube::Object &pod)
{
    return !pod.isTerminating() && (components::isPodReady(pod) || components::isPodTerminal(pod) || isWaitingForRoom(pod));
}

} // namespace

struct ControlPlane::Impl {
    using TransportPtr = std::unique_ptr<api::KubeTransport>;

    Impl(apiserver::ApiServer &server, api::Timers &clock, std::uint64_t number, components::DecisionSink sink)
        : timers(clock), seed(number), decide(std::move(sink)), manager(server.transport("kube-controller-manager")),
          forScheduler(server.transport("kube-scheduler")), managerHub(*manager, timers),
          schedulerHub(*forScheduler, timers), deployments(context(*manager)), replicaSets(context(*manager)),
          endpointSlices(context(*manager)), endpoints(context(*manager)),
          garbage(context(*manager), collectedResources()), namespaces(context(*manager), namespacedResources()),
          scheduler({*forScheduler, timers, schedulerHub, seed, decide})
    {
        managerHub.start();
        schedulerHub.start();
    }
    [[nodiscard]] components::Context context(api::KubeTransport &transport)
    {
        return {transport, timers, managerHub, seed, decide};
    }

    api::Timers &timers;
    std::uint64_t seed;
    components::DecisionSink decide;
    TransportPtr manager, forScheduler;
    client::InformerHub managerHub, schedulerHub;
    components::DeploymentController deployments;
    components::ReplicaSetController replicaSets;
    components::EndpointSliceController endpointSlices;
    components::EndpointsController endpoints;
    components::GarbageCollector garbage;
    components::NamespaceController namespaces;
    components::Scheduler scheduler;
};

ControlPlane::ControlPlane(apiserver::ApiServer &server, api::Timers &timers, std::uint64_t seed,
                           components::DecisionSink decide)
    : m_impl(std::make_unique<Impl>(server, timers, seed, std::move(decide)))
{
}

ControlPlane::~ControlPlane() = default;

bool ControlPlane::isSettled() const
{
    if (!m_impl->managerHub.hasSynced())
        return false;
    const auto &deployments = m_impl->managerHub.informer(kDeployments).cache().entries();
    const auto &pods = m_impl->managerHub.informer(kPods).cache().entries();
    return std::ranges::all_of(deployments, [](const auto &item) {
        return components::isComplete(*item.second.object, item.second.object->status());
    }) && std::ranges::all_of(pods, [](const auto &item) { return isAtRest(*item.second.object); });
}

} // namespace minato::cluster
