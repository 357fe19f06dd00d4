// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/common/pod.h"
#include "properties/invariants.h"

#include <algorithm>
#include <format>

namespace minato::tests {

using namespace kube::resources;

namespace {

std::string controllerUid(const kube::ObjectPtr &pod)
{
    return pod ? std::string(pod->controllerRef()["uid"].asString()) : std::string();
}

std::string nodeOf(const kube::ObjectPtr &pod)
{
    return pod ? std::string(pod->spec()["nodeName"].asString()) : std::string();
}

std::string namespaceOf(const kube::ObjectPtr &pod)
{
    return pod ? std::string(pod->ns()) : std::string();
}

void move(std::map<std::string, std::set<std::string>, std::less<>> &index, const std::string &from,
          const std::string &to, const std::string &key)
{
    if (from == to)
        return;
    if (!from.empty())
        index[from].erase(key);
    if (!to.empty())
        index[to].insert(key);
}

} // namespace

void Invariants::onPod(const kube::ObjectPtr &now, const kube::ObjectPtr &before)
{
    const std::string key = kube::objectKey(now ? *now : *before);
    move(m_podsOfSet, controllerUid(before), controllerUid(now), key);
    move(m_podsOfNode, nodeOf(before), nodeOf(now), key);
    move(m_podsOfNamespace, namespaceOf(before), namespaceOf(now), key);
    checkQuotas(now ? *now : *before, now && !before);
    if (now && !nodeOf(now).empty()) {
        checkNode(nodeOf(now));
        checkDaemons(nodeOf(now));
    }
    const kube::ObjectPtr &pod = now ? now : before;
    const auto &owner = pod->controllerRef();
    const auto set = m_view.find(kReplicaSets, kube::objectKey(pod->ns(), owner["name"].asString()));
    if (!set || set->uid() != owner["uid"].asString())
        return;
    // What a ReplicaSet adopts comes on top.
    if (now && before && controllerUid(before) != controllerUid(now))
        ++m_sets[std::string(set->uid())].mostAllowed;
    checkPods(*set);
    const auto &top = set->controllerRef();
    if (const auto deployment = m_view.find(kDeployments, kube::objectKey(set->ns(), top["name"].asString()));
        deployment && deployment->uid() == top["uid"].asString())
        checkAvailability(*deployment);
}

/// A ReplicaSet never has more Pods than it was ever told to have since it last was at rest.
void Invariants::checkPods(const kube::Object &replicaSet)
{
    auto &known = m_sets[std::string(replicaSet.uid())];
    const auto wanted = replicaSet.spec()["replicas"].asInt(1);
    known.mostAllowed = std::max(known.mostAllowed, wanted);
    std::int64_t active = 0;
    for (const std::string &key : m_podsOfSet[std::string(replicaSet.uid())]) {
        const auto pod = m_view.find(kPods, key);
        active += pod && components::isPodActive(*pod);
    }
    if (active > known.mostAllowed)
        m_complain(std::format("{} has {} Pods, {} allowed", kube::objectKey(replicaSet), active,
                               known.mostAllowed));
    const bool hasObserved = replicaSet.status()["observedGeneration"].asInt() == replicaSet.generation();
    if (hasObserved && active <= wanted)
        known.mostAllowed = wanted;
}

std::int64_t Invariants::available(const kube::Object &deployment) const
{
    std::int64_t count = 0;
    for (const auto &set : setsOf(deployment)) {
        const auto keys = m_podsOfSet.find(set->uid());
        if (keys == m_podsOfSet.end())
            continue;
        for (const std::string &key : keys->second) {
            const auto pod = m_view.find(kPods, key);
            count += pod && components::isPodActive(*pod) && components::isPodReady(*pod);
        }
    }
    return count;
}

/// A rollout that began with all Pods available keeps desired − unavailable of them.
void Invariants::checkAvailability(const kube::Object &deployment)
{
    const auto known = m_deployments.find(deployment.uid());
    if (known == m_deployments.end() || !known->second.isCalm || isDisturbed() ||
        deployment.isTerminating() || deployment.spec().at("strategy", "type").asString() != "RollingUpdate")
        return;
    const auto desired = deployment.spec()["replicas"].asInt(1);
    const auto &value = deployment.spec().at("strategy", "rollingUpdate", "maxUnavailable");
    std::int64_t unavailable = value.asInt();
    if (value.isString())
        unavailable = desired * std::atoll(std::string(value.asString()).c_str()) / 100;
    const auto &surge = deployment.spec().at("strategy", "rollingUpdate", "maxSurge");
    const bool isWithoutSurge = surge.isString() ? surge.asString() == "0%" : surge.asInt() == 0;
    if (unavailable == 0 && isWithoutSurge)
        unavailable = 1;
    const auto count = available(deployment);
    if (count < desired - unavailable)
        m_complain(std::format("a rollout of {} left {} of {} Pods available, {} may be unavailable",
                               kube::objectKey(deployment), count, desired, unavailable));
}

void Invariants::checkNode(std::string_view name) const
{
    const auto node = m_view.find(kNodes, name);
    if (!node)
        return;
    std::int64_t cpu = 0, memory = 0, count = 0;
    for (const std::string &key : m_podsOfNode.find(name)->second) {
        const auto pod = m_view.find(kPods, key);
        if (!pod || components::isPodTerminal(*pod))
            continue;
        const auto requests = components::podRequests(pod->spec());
        cpu += requests.milliCpu;
        memory += requests.memory;
        ++count;
    }
    const auto &allocatable = node->status()["allocatable"];
    if (cpu > components::quantityMilli(allocatable["cpu"]) ||
        memory > components::quantityValue(allocatable["memory"]) ||
        count > components::quantityValue(allocatable["pods"]))
        m_complain(std::format("{} has {} Pods with {}m CPU and {} bytes: more than fits", name, count, cpu,
                               memory));
}

/// A DaemonSet that does not surge has one Pod on a node, however many it is told to replace.
void Invariants::checkDaemons(std::string_view node) const
{
    const auto found = m_podsOfNode.find(node);
    if (found == m_podsOfNode.end())
        return;
    std::set<std::string_view> seen;
    for (const std::string &key : found->second) {
        const auto pod = m_view.find(kPods, key);
        const auto &owner = pod ? pod->controllerRef() : kube::Value();
        if (owner["kind"].asString() != "DaemonSet" || !components::isPodActive(*pod))
            continue;
        const auto set = m_view.find(kDaemonSets, kube::objectKey(pod->ns(), owner["name"].asString()));
        const bool surges =
            !set || set->at("spec", "updateStrategy", "rollingUpdate", "maxSurge").asInt() > 0;
        if (!surges && !seen.insert(owner["uid"].asString()).second)
            m_complain(std::format("node {} has two Pods of daemonset {}", node, kube::objectKey(*set)));
    }
}

void Invariants::checkOwners() const
{
    std::set<std::string, std::less<>> uids;
    for (const auto &resource : m_view.resources()) {
        for (const auto &[key, object] : m_view.objects(resource))
            uids.emplace(object->uid());
    }
    for (const auto &resource : m_view.resources()) {
        for (const auto &[key, object] : m_view.objects(resource)) {
            const auto owners = object->metadata()["ownerReferences"].items();
            const bool isLost =
                !owners.empty() && std::ranges::none_of(owners, [&uids](const kube::Value &owner) {
                    return uids.contains(owner["uid"].asString());
                });
            if (isLost)
                m_complain(std::format("{} {} has lost its owners and is still there",
                                       resource.groupResource(), key));
        }
    }
}

} // namespace minato::tests
