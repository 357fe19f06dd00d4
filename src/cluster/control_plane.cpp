// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/control_plane.h"

#include "client/informer.h"
#include "components/common/pod.h"
#include "components/daemonset/daemonset_controller.h"
#include "components/deployment/deployment_controller.h"
#include "components/deployment/deployment_status.h"
#include "components/disruption/disruption_controller.h"
#include "components/endpointslice/endpoints_controller.h"
#include "components/endpointslice/endpointslice_controller.h"
#include "components/garbage_collector/garbage_collector.h"
#include "components/job/job_controller.h"
#include "components/load_balancer/load_balancer_controller.h"
#include "components/namespaces/namespace_controller.h"
#include "components/nodelifecycle/node_lifecycle_controller.h"
#include "components/podautoscaler/horizontal_controller.h"
#include "components/podgc/pod_gc_controller.h"
#include "components/replicaset/replicaset_controller.h"
#include "components/resource_quota/resource_quota_controller.h"
#include "components/root_ca/root_ca_publisher.h"
#include "components/scheduler/scheduler.h"
#include "components/service_accounts/service_accounts_controller.h"
#include "components/statefulset/statefulset_controller.h"
#include "components/tainteviction/taint_eviction_controller.h"
#include "components/ttlafterfinished/ttl_after_finished_controller.h"

#include <algorithm>
#include <array>
#include <optional>

namespace minato::cluster {
namespace {

using namespace kube::resources;

/// What the garbage collector, the namespace controller and quotas know of beside the rest.
constexpr std::array kKept{&kStatefulSets,
                           &kDaemonSets,
                           &kJobs,
                           &kControllerRevisions,
                           &kPodTemplates,
                           &kHorizontalPodAutoscalers,
                           &kPodDisruptionBudgets,
                           &kResourceQuotas,
                           &kLimitRanges,
                           &kConfigMaps,
                           &kSecrets,
                           &kServiceAccounts,
                           &kLeases};

/// What the garbage collector and the namespace controller know of.
std::vector<kube::GroupVersionResource> collectedResources()
{
    std::vector<kube::GroupVersionResource> all{kPods,           kReplicaSets,     kDeployments, kServices,
                                                kEndpointSlices, kPriorityClasses, kNodes};
    for (const auto *kept : kKept)
        all.push_back(*kept);
    return all;
}

std::vector<kube::GroupVersionResource> namespacedResources()
{
    std::vector<kube::GroupVersionResource> all{kDeployments,    kReplicaSets, kPods,  kServices,
                                                kEndpointSlices, kEndpoints,   kEvents};
    for (const auto *kept : kKept)
        all.push_back(*kept);
    return all;
}

/// What a ResourceQuota may count: all that is not an event.
std::vector<kube::GroupVersionResource> countedResources()
{
    auto all = namespacedResources();
    std::erase_if(all, [](const auto &resource) { return resource == kEvents; });
    return all;
}

bool isWaitingForRoom(const kube::Object &pod)
{
    const auto &scheduled = components::findCondition(pod.status()["conditions"], "PodScheduled");
    return scheduled["status"].asString() == "False";
}

bool isAtRest(const kube::Object &pod)
{
    return !pod.isTerminating() &&
           (components::isPodReady(pod) || components::isPodTerminal(pod) || isWaitingForRoom(pod));
}

} // namespace

struct ControlPlane::Impl {
    using TransportPtr = std::unique_ptr<api::KubeTransport>;
    using Client = client::ThrottledTransport;

    Impl(apiserver::ApiServer &server, api::Timers &clock, std::uint64_t number, ClientLimits clientLimits,
         components::DecisionSink sink, components::Features gates, const ControlPlane::AddOns &addOns)
        : timers(clock),
          seed(number),
          limits(clientLimits),
          decide(std::move(sink)),
          features(gates),
          manager(server.transport("kube-controller-manager")),
          forScheduler(server.transport("kube-scheduler")),
          schedulerClient(*forScheduler, timers, limits.scheduler),
          schedulerEvents(*forScheduler, timers, limits.scheduler),
          managerHub(*manager, timers),
          schedulerHub(*forScheduler, timers),
          deployments(context()),
          replicaSets(context()),
          endpointSlices(context()),
          endpoints(context()),
          garbage(context(), collectedResources()),
          namespaces(context(), namespacedResources()),
          serviceAccounts(context()),
          disruption(context()),
          quotas(context(), countedResources()),
          rootCa(context()),
          nodeLifecycle(context()),
          taintEviction(context()),
          podGc(context()),
          jobs(context()),
          ttlAfterFinished(context()),
          autoscalers(context(), addOns.metrics),
          statefulSets(context()),
          daemonSets(context()),
          scheduler({schedulerClient, timers, schedulerHub, seed, decide, &schedulerEvents}, addOns.host)
    {
        if (addOns.hasLoadBalancers)
            loadBalancers.emplace(context());
        managerHub.start();
        schedulerHub.start();
    }
    /// Controllers share the informers of their manager; each has a client, that is, limits, of its own.
    [[nodiscard]] components::Context context()
    {
        clients.push_back(std::make_unique<Client>(*manager, timers, limits.controller));
        return {*clients.back(), timers, managerHub, seed, decide, nullptr, features};
    }

    api::Timers &timers;
    std::uint64_t seed;
    ClientLimits limits;
    components::DecisionSink decide;
    components::Features features;
    TransportPtr manager, forScheduler;
    std::vector<std::unique_ptr<Client>> clients;
    Client schedulerClient, schedulerEvents;
    client::InformerHub managerHub, schedulerHub;
    components::DeploymentController deployments;
    components::ReplicaSetController replicaSets;
    components::EndpointSliceController endpointSlices;
    components::EndpointsController endpoints;
    components::GarbageCollector garbage;
    components::NamespaceController namespaces;
    components::ServiceAccountsController serviceAccounts;
    components::DisruptionController disruption;
    components::ResourceQuotaController quotas;
    components::RootCaPublisher rootCa;
    components::NodeLifecycleController nodeLifecycle;
    components::TaintEvictionController taintEviction;
    components::PodGcController podGc;
    components::JobController jobs;
    components::TtlAfterFinishedController ttlAfterFinished;
    components::HorizontalController autoscalers;
    std::optional<components::LoadBalancerController> loadBalancers;
    components::StatefulSetController statefulSets;
    components::DaemonSetController daemonSets;
    components::Scheduler scheduler;
};

ControlPlane::ControlPlane(apiserver::ApiServer &server, api::Timers &timers, std::uint64_t seed,
                           ClientLimits limits, components::DecisionSink decide,
                           components::Features features, const AddOns &addOns)
    : m_impl(std::make_unique<Impl>(server, timers, seed, limits, std::move(decide), features, addOns))
{
}

ControlPlane::~ControlPlane() = default;

bool ControlPlane::isSettled() const
{
    if (!m_impl->managerHub.hasSynced())
        return false;
    const auto areAll = [this](const auto &resource, auto isDone) {
        const auto &entries = m_impl->managerHub.informer(resource).cache().entries();
        return std::ranges::all_of(entries, [&](const auto &item) { return isDone(*item.second.object); });
    };
    const auto isComplete = [](const kube::Object &deployment) {
        return components::isComplete(deployment, deployment.status());
    };
    return areAll(kDeployments, isComplete) && areAll(kStatefulSets, components::isRolledOut) &&
           areAll(kDaemonSets, components::isDaemonSetRolledOut) && areAll(kPods, isAtRest);
}

} // namespace minato::cluster
