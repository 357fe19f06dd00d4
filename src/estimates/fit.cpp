// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "estimates/fit.h"

#include "components/common/pod.h"
#include "components/common/pod_template.h"
#include "components/deployment/owned_sets.h"
#include "components/scheduler/pod_reader.h"
#include "components/scheduler/scheduling_cycle.h"

#include <algorithm>

namespace minato::estimates {
namespace {

using namespace components::scheduling;
using kube::ObjectPtr;

/// As it was before it had a node.
ObjectPtr unbound(const kube::Object &pod)
{
    kube::Value root = pod.root();
    root.edit("spec").erase("nodeName");
    return kube::makeObject(std::move(root));
}

/// The ReplicaSet that would make a Deployment's next Pod; the Deployment itself while it has none.
ObjectPtr makerOf(const ObjectPtr &workload, const Observed &observed)
{
    if (workload->kind() != "Deployment")
        return workload;
    Observed::Objects owned;
    std::ranges::copy_if(observed.replicaSets, std::back_inserter(owned), [&](const ObjectPtr &set) {
        return set->controllerRef()["uid"].asString() == workload->uid();
    });
    const components::Rollout rollout(workload, std::move(owned));
    const auto *newest = rollout.newSet();
    return newest ? newest->object : workload;
}

/// Null: the object has no Pod to place.
ObjectPtr podToPlace(const ObjectPtr &object, const Observed &observed)
{
    const auto kind = object->kind();
    if (kind == "Pod")
        return components::isPodTerminal(*object) ? nullptr : unbound(*object);
    if (kind != "Deployment" && kind != "ReplicaSet" && kind != "StatefulSet")
        return nullptr;
    const ObjectPtr maker = makerOf(object, observed);
    return kube::makeObject(components::podFromTemplate(*maker, maker->spec()["template"]));
}

void fill(SchedulerCache &cache, const Observed &observed, std::string_view except)
{
    for (const ObjectPtr &node : observed.nodes)
        cache.setNode(node);
    for (const ObjectPtr &pod : observed.pods) {
        if (!pod->spec()["nodeName"].isEmpty() && pod->uid() != except)
            cache.setPod(pod);
    }
    for (const ObjectPtr &ns : observed.namespaces)
        cache.setNamespace(ns);
    for (const ObjectPtr &budget : observed.budgets)
        cache.setBudget(budget);
}

NominatedPods nominatedPods(const Observed &observed, std::string_view except)
{
    NominatedPods nominated;
    for (const ObjectPtr &pod : observed.pods) {
        const auto node = pod->status()["nominatedNodeName"].asString();
        if (!node.empty() && pod->spec()["nodeName"].isEmpty() && pod->uid() != except &&
            components::isPodActive(*pod))
            nominated.set(std::make_shared<PodInfo>(readPlacedPod(pod)), node);
    }
    return nominated;
}

PodInfo readPod(const ObjectPtr &pod, const Observed &observed, SchedulerCache &cache)
{
    PodInfo info = readWaitingPod(pod, cache);
    if (!info.usesDefaultSpread)
        return info;
    Observed::Objects services;
    std::ranges::copy_if(observed.services, std::back_inserter(services),
                         [&](const ObjectPtr &service) { return service->ns() == pod->ns(); });
    const kube::Value &reference = pod->controllerRef();
    const auto kind = reference["kind"].asString();
    const auto &owners = kind == "StatefulSet" ? observed.statefulSets : observed.replicaSets;
    const auto owner = std::ranges::find_if(owners, [&](const ObjectPtr &each) {
        return each->uid() == reference["uid"].asString() && each->kind() == kind;
    });
    setDefaultSpread(info, defaultSelector(*pod, services, owner == owners.end() ? nullptr : *owner));
    return info;
}

Room leftOn(const NodeInfo &node)
{
    return {node.allocatable.milliCpu - node.requested.milliCpu,
            node.allocatable.memory - node.requested.memory};
}

std::vector<NodeFit> nodeFits(const CycleResult &result, std::span<const NodeInfo> nodes)
{
    std::vector<NodeFit> fits;
    for (const CycleResult::Scored &each : result.scored)
        fits.push_back({nodes[each.node].name, true, each.total, {}, leftOn(nodes[each.node])});
    for (const RejectedNode &each : result.rejected)
        fits.push_back({nodes[each.node].name, false, 0, each.why.reasons, leftOn(nodes[each.node])});
    std::ranges::sort(fits, [](const NodeFit &a, const NodeFit &b) {
        return std::tuple(!a.fits, -a.score, std::string_view(a.node)) <
               std::tuple(!b.fits, -b.score, std::string_view(b.node));
    });
    return fits;
}

void notePreemption(Fit &fit, const PreemptionResult &preemption, std::span<const NodeInfo> nodes)
{
    if (!preemption.chosen)
        return;
    fit.preempts = nodes[preemption.chosen->node].name;
    for (const PlacedPod *victim : preemption.chosen->victims)
        fit.preempted.push_back(kube::objectKey(*victim->object));
}

} // namespace

std::optional<Fit> fitOf(const ObjectPtr &object, const Observed &observed)
{
    const ObjectPtr pod = podToPlace(object, observed);
    if (!pod)
        return std::nullopt;
    SchedulerCache cache;
    fill(cache, observed, pod->uid());
    const NominatedPods nominated = nominatedPods(observed, pod->uid());
    const PodInfo info = readPod(pod, observed, cache);
    const CycleResult result =
        SchedulingCycle(base::RandomStream(0, "estimate"), base::RandomStream(0, "estimate/preemption"))
            .run(info, cache, nominated, observed.now);
    Fit fit{.isOneMore = object->kind() != "Pod",
            .wanted = {info.requests.milliCpu, info.requests.memory},
            .nodes = nodeFits(result, cache.nodes()),
            .ties = result.ties,
            .message = {},
            .preempts = {},
            .preempted = {}};
    fit.leftOut = cache.nodeCount() - static_cast<int>(fit.nodes.size());
    if (!fit.fitsSomewhere())
        fit.message = result.message();
    if (!fit.isOneMore && result.preemption)
        notePreemption(fit, *result.preemption, cache.nodes());
    return fit;
}

} // namespace minato::estimates
