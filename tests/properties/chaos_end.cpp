// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What must be true when people have repaired what they broke and all is at rest.
#include "client/requests.h"
#include "properties/chaos.h"

#include <format>
#include <optional>
#include <string>
#include <vector>

namespace minato::tests {

using namespace std::chrono_literals;
using namespace kube::resources;
using kube::Value;

/// Takes away what may keep the cluster from coming to rest for good reasons.
void Chaos::repair()
{
    note("repair");
    m_invariants.disturb();
    for (const auto &[key, node] : m_view.objects(kNodes)) {
        if (node->spec()["unschedulable"].asBool())
            patch("uncordon " + key, kNodes, *node, specPatch("unschedulable", Value()));
    }
    for (const auto &[key, deployment] : m_view.objects(kDeployments)) {
        Value containers = deployment->spec().at("template", "spec", "containers");
        containers.edit(0).set("image", "jocatalin/kubernetes-bootcamp:v1");
        containers.edit(0).erase("resources");
        Value body = specPatch("template", Value::map({{"spec", Value::map({{"containers", containers}})}}));
        body.edit("spec").set("replicas", 1);
        body.edit("spec").set("paused", false);
        // With Recreate, one that has adopted two busy ReplicaSets made for another size takes every look for a
        // scaling and never goes on: so does upstream's (deployment/sync.go isScalingEvent, scale).
        body.edit("spec").edit("strategy").set("type", "RollingUpdate");
        patch("repair " + key, kDeployments, *deployment, body);
    }
    repairSets();
    repairJobs();
    repairFaults();
    // What a person has taken away from its owner does not go by itself.
    for (const auto &[key, pod] : m_view.objects(kPods)) {
        if (pod->ns() != "kube-system" && pod->controllerRef().isNull() && !pod->isTerminating())
            send("tidy pod " + key, client::deleteRequest(kPods, *pod, {.gracePeriodSeconds = 0}));
    }
    for (const auto &[key, set] : m_view.objects(kReplicaSets)) {
        if (set->controllerRef().isNull())
            send("tidy replicaset " + key, client::deleteRequest(kReplicaSets, *set));
    }
}

void Chaos::checkReplay(const kube::GroupVersionResource &resource)
{
    std::optional<api::Result<api::Response>> answer;
    const auto call = m_cluster.transport().send(client::listRequest(resource),
                                                 [&](auto result) { answer = std::move(result); });
    m_cluster.control().runUntil([&] { return answer.has_value(); }, 10s);
    if (!answer || !*answer) {
        m_outcome.complaints.push_back("no list of " + resource.groupResource());
        return;
    }
    m_view.catchUp(0s);
    const auto &known = m_view.objects(resource);
    const auto &items = (*answer)->list().items;
    if (items.size() != known.size())
        m_outcome.complaints.push_back(std::format("the watch of {} leads to {} objects, the list has {}",
                                                   resource.groupResource(), known.size(), items.size()));
    for (const auto &item : items) {
        const auto found = known.find(kube::objectKey(*item));
        if (found == known.end() || found->second->root() != item->root())
            m_outcome.complaints.push_back(
                std::format("the watch of {} tells something else of {} than the list",
                            resource.groupResource(), kube::objectKey(*item)));
    }
}

void Chaos::checkEnd()
{
    m_cluster.control().runUntil(m_cluster.control().now() + 2s);
    m_view.catchUp();
    repair();
    m_cluster.control().runUntil(m_cluster.control().now() + 3s);
    m_view.catchUp();
    deleteStuckPods();
    if (!m_cluster.settle(20min)) {
        tellWhatIsLeft();
        m_outcome.complaints.emplace_back("the cluster does not settle");
        return;
    }
    comeToRest();
    m_invariants.checkOwners();
    for (const auto &resource : m_view.resources())
        checkReplay(resource);
}

/// Namespaces end, the garbage collector does what is left, Jobs go on after failures; who was refused by a quota
/// asks again up to a quarter of an hour later.
void Chaos::comeToRest()
{
    nudgeDaemonSets();
    const auto latest = m_cluster.control().now() + (m_hasQuotas || m_hasFaults ? 20min : 5min);
    Complaints left;
    do {
        m_cluster.control().runUntil(m_cluster.control().now() + 60s);
        m_view.catchUp();
        left = unrest();
    } while (!left.empty() && m_cluster.control().now() < latest);
    m_outcome.complaints.insert(m_outcome.complaints.end(), left.begin(), left.end());
}

/// What a cluster at rest does not have.
Chaos::Complaints Chaos::unrest() const
{
    Complaints unrest;
    for (const auto &[key, ns] : m_view.objects(kNamespaces)) {
        if (ns->isTerminating())
            unrest.push_back("namespace " + key + " does not end");
    }
    for (const auto &[key, deployment] : m_view.objects(kDeployments)) {
        if (deployment->status()["readyReplicas"].asInt() != 1)
            unrest.push_back("deployment " + key + " has not come to rest");
    }
    checkSets(unrest);
    checkJobs(unrest);
    return unrest;
}

} // namespace minato::tests
