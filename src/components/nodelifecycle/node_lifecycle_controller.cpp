// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/nodelifecycle/node_lifecycle_controller.h"

#include "client/requests.h"
#include "components/common/object_edit.h"
#include "components/common/pod.h"
#include "components/nodelifecycle/node_taints.h"

#include <algorithm>
#include <array>
#include <format>
#include <utility>

namespace minato::components {
namespace {

using namespace kube::resources;
using namespace nodes;

constexpr int kWorkers = 8;
constexpr base::Duration kEvictionPeriod = std::chrono::milliseconds(100);
constexpr std::string_view kLeaseNamespace = "kube-node-lease";
constexpr std::string_view kExcluded = "node.kubernetes.io/exclude-disruption";
constexpr std::array<std::string_view, 4> kConditions{"Ready", "MemoryPressure", "DiskPressure",
                                                      "PIDPressure"};

const kube::Value &readyOf(const kube::Object &node)
{
    return findCondition(node.status()["conditions"], "Ready");
}

/// The conditions of a node that has fallen silent.
kube::Value unknownConditions(const kube::Object &node, std::string_view now)
{
    kube::Value conditions = node.status()["conditions"];
    if (conditions.isNull())
        conditions = kube::Value::emptyArray();
    for (const auto type : kConditions) {
        bool isThere = false;
        for (kube::Value &condition : conditions.editItems()) {
            if (condition["type"].asString() != type)
                continue;
            isThere = true;
            if (condition["status"].asString() == "Unknown")
                continue;
            condition.set("status", "Unknown");
            condition.set("reason", "NodeStatusUnknown");
            condition.set("message", "Kubelet stopped posting node status.");
            condition.set("lastTransitionTime", now);
        }
        if (isThere)
            continue;
        auto condition =
            makeCondition(type, "Unknown", "NodeStatusNeverUpdated", "Kubelet never posted node status.");
        condition.set("lastHeartbeatTime", node.metadata()["creationTimestamp"]);
        condition.set("lastTransitionTime", now);
        conditions.push(std::move(condition));
    }
    return conditions;
}

} // namespace

std::string zoneKey(const kube::Object &node)
{
    const auto label = [&](const char *key) { return node.labels()[key].asString(); };
    const auto zone = label("topology.kubernetes.io/zone"), region = label("topology.kubernetes.io/region");
    return zone.empty() && region.empty() ? std::string() : std::format("{}:{}", region, zone);
}

NodeLifecycleController::NodeLifecycleController(Context context)
    : m_context(std::move(context)),
      m_nodes(m_context.hub.informer(kNodes)),
      m_pods(m_context.hub.informer(kPods)),
      m_leases(m_context.hub.informer(kLeases)),
      m_podsByNode(m_pods.addIndex(client::byNode)),
      m_events(m_context.forEvents(), m_context.timers, {"node-controller", {}}),
      m_tainting(m_context.timers, kWorkers, [this](std::string node) { return taint(std::move(node)); }),
      m_podsToMark(m_context.timers, kWorkers, [this](std::string key) { return markPod(std::move(key)); })
{
    m_nodes.addHandler([this](const auto &before, const auto &now) { onNode(before, now); });
    m_pods.addHandler([this](const auto &before, const auto &now) { onPod(before, now); });
    m_context.hub.whenSynced([this] {
        m_hasStarted = true;
        m_tainting.start();
        m_podsToMark.start();
        monitor();
    });
}

void NodeLifecycleController::nodeEvent(std::string_view node, std::string_view uid, std::string_view reason,
                                        const std::string &message)
{
    const auto reference = kube::Value::map({{"kind", "Node"}, {"name", node}, {"uid", uid}});
    m_events.record(reference, "Normal", reason, message);
}

TaintQueue &NodeLifecycleController::zoneQueue(const std::string &zone)
{
    return m_zoneQueues.try_emplace(zone, m_context.timers.now()).first->second;
}

void NodeLifecycleController::onNode(const kube::ObjectPtr &before, const kube::ObjectPtr &now)
{
    if (!now)
        return;
    const bool isSame = before && before->spec() == now->spec() &&
                        before->status()["conditions"] == now->status()["conditions"];
    if (!isSame)
        m_tainting.add(now->name());
}

/// A Pod that is bound to a node which is not ready is not ready either.
void NodeLifecycleController::onPod(const kube::ObjectPtr &before, const kube::ObjectPtr &now)
{
    if (!now)
        return;
    const auto node = now->spec()["nodeName"].asString();
    if (node.empty() || (before && before->spec()["nodeName"].asString() == node))
        return;
    const auto health = m_health.find(node);
    if (health != m_health.end() && health->second.hadReady && !health->second.wasReady)
        m_podsToMark.add(kube::objectKey(*now));
}

void NodeLifecycleController::monitor()
{
    m_monitorTimer = m_context.timers.after(kMonitorPeriod, [this] { monitor(); });
    forgetRemoved();
    for (const auto &[key, entry] : m_nodes.cache().entries())
        look(*entry.object);
    judgeZones();
    evictionPass();
}

void NodeLifecycleController::forgetRemoved()
{
    for (auto it = m_health.begin(); it != m_health.end();) {
        const auto node = m_nodes.cache().find(it->first);
        if (node && node->uid() == it->second.uid) {
            ++it;
            continue;
        }
        nodeEvent(it->first, it->second.uid, "RemovingNode",
                  std::format("Node {0} event: Removing Node {0} from Controller", it->first));
        zoneQueue(it->second.zone).remove(it->first);
        m_evicting.erase(it->first);
        it = m_health.erase(it);
    }
}

/// When the node last gave a sign of life.
void NodeLifecycleController::observe(Health &health, const kube::Object &node)
{
    const base::Instant now = m_context.timers.now();
    const auto heartbeat = readyOf(node)["lastHeartbeatTime"].asString();
    if (heartbeat != health.heartbeat) {
        health.heartbeat = heartbeat;
        health.seen = now;
    }
    const auto lease = m_leases.cache().find(kLeaseNamespace, node.name());
    if (!lease)
        return;
    const auto renewed = lease->spec()["renewTime"].asString();
    if (renewed > health.renewed) { // one format: text order is time order
        health.renewed = renewed;
        health.seen = now;
    }
}

void NodeLifecycleController::look(const kube::Object &node)
{
    const base::Instant now = m_context.timers.now();
    auto it = m_health.find(node.name());
    if (it == m_health.end()) {
        it = m_health.emplace(std::string(node.name()), Health{.seen = now, .uid = std::string(node.uid())})
                 .first;
        it->second.zone = zoneKey(node);
        nodeEvent(node.name(), node.uid(), "RegisteredNode",
                  std::format("Node {0} event: Registered Node {0} in Controller", node.name()));
    }
    Health &health = it->second;
    if (auto zone = zoneKey(node); zone != health.zone)
        health.zone = std::move(zone);
    observe(health, node);
    const auto &ready = readyOf(node);
    const auto grace = ready.isNull() ? kStartupGracePeriod : kGracePeriod;
    const bool isSilent = now > health.seen + grace;
    const bool isSaid = ready["status"].asString() == "Unknown";
    if (isSilent && !isSaid)
        markUnknown(node, health);
    else if (!ready.isNull())
        judge(node, health, ready["status"].asString());
}

void NodeLifecycleController::markUnknown(const kube::Object &node, Health &health)
{
    const std::string name(node.name());
    const auto stamp = base::toRfc3339(m_context.timers.now());
    const auto patch =
        kube::Value::map({{"metadata", kube::Value::map({{"resourceVersion", node.resourceVersion()}})},
                          {"status", kube::Value::map({{"conditions", unknownConditions(node, stamp)}})}});
    const bool wasReady = readyOf(node)["status"].asString() == "True";
    health.wasReady = false;
    health.hadReady = true;
    m_statusCalls[name] =
        m_context.transport.send(client::patchRequest(kNodes, node, kube::PatchType::Merge, patch, "status"),
                                 [this, name, wasReady](const api::Result<api::Response> &answer) {
                                     const auto call = std::move(m_statusCalls[name]);
                                     m_statusCalls.erase(name);
                                     if (!answer)
                                         return; // the next look tries again
                                     const auto &now = answer->object();
                                     if (const auto its = m_health.find(name); its != m_health.end())
                                         judge(*now, its->second, "Unknown");
                                     evictionPass();
                                     if (!wasReady)
                                         return;
                                     nodeEvent(name, now->uid(), "NodeNotReady",
                                               std::format("Node {} status is now: NodeNotReady", name));
                                     markPodsNotReady(name);
                                 });
}

void NodeLifecycleController::judge(const kube::Object &node, Health &health, std::string_view ready)
{
    const bool isReady = ready == "True";
    health.hadReady = true;
    health.wasReady = isReady;
    if (!isReady) {
        if (!m_evicting.contains(node.name()))
            zoneQueue(health.zone).add(node.name());
        return;
    }
    zoneQueue(health.zone).remove(node.name());
    if (m_evicting.erase(std::string(node.name())) > 0 || hasTaint(node, kNotReadyTaint, "NoExecute") ||
        hasTaint(node, kUnreachableTaint, "NoExecute"))
        m_tainting.add(node.name());
}

void NodeLifecycleController::markPodsNotReady(std::string_view node)
{
    for (const auto &[key, entry] : m_pods.cache().bucket(m_podsByNode, node))
        m_podsToMark.add(key);
}

client::Task<bool> NodeLifecycleController::markPod(std::string key)
{
    const auto pod = m_pods.cache().find(key);
    if (!pod || !isPodReady(*pod))
        co_return true;
    kube::Value conditions = pod->status()["conditions"];
    for (kube::Value &condition : conditions.editItems()) {
        if (condition["type"].asString() != "Ready")
            continue;
        condition.set("status", "False");
        condition.set("lastTransitionTime", base::toRfc3339(m_context.timers.now()));
    }
    const auto patch = kube::Value::map(
        {{"metadata", kube::Value::map({{"uid", pod->uid()}, {"resourceVersion", pod->resourceVersion()}})},
         {"status", kube::Value::map({{"conditions", std::move(conditions)}})}});
    auto request = client::patchRequest(kPods, *pod, kube::PatchType::Merge, patch, "status");
    const auto answer = co_await client::send(m_context.transport, std::move(request));
    if (!answer)
        co_return answer.error().code == 404;
    m_events.warning(*pod, "NodeNotReady", "Node is not ready");
    co_return true;
}

void NodeLifecycleController::judgeZones()
{
    struct Count {
        int ready = 0, notReady = 0;
    };
    std::map<std::string, Count> counts;
    for (const auto &[key, entry] : m_nodes.cache().entries()) {
        if (entry.object->labels().contains(kExcluded))
            continue;
        const auto health = m_health.find(key);
        Count &count = counts[health == m_health.end() ? std::string() : health->second.zone];
        const bool isReady = health != m_health.end() && health->second.hadReady
                                 ? health->second.wasReady
                                 : readyOf(*entry.object)["status"].asString() == "True";
        ++(isReady ? count.ready : count.notReady);
    }
    bool isAllDown = !counts.empty();
    for (const auto &[zone, count] : counts) {
        const auto state = zoneState(count.ready, count.notReady);
        isAllDown = isAllDown && state == ZoneState::FullDisruption;
        m_zones[zone] = state;
        zoneQueue(zone).setRate(evictionRate(state, count.ready + count.notReady), m_context.timers.now());
    }
    if (isAllDown)
        setLimits(true);
}

/// With no node ready at all, it is rather the control plane that has lost its network: nobody is evicted.
void NodeLifecycleController::setLimits(bool isMasterDisrupted)
{
    for (auto &[zone, queue] : m_zoneQueues) {
        if (isMasterDisrupted)
            queue.setRate(0, m_context.timers.now());
    }
    for (const auto &node : std::exchange(m_evicting, {}))
        m_tainting.add(node);
}

void NodeLifecycleController::evictionPass()
{
    const base::Instant now = m_context.timers.now();
    bool isWaiting = false;
    for (auto &[zone, queue] : m_zoneQueues) {
        while (const auto node = queue.take(now)) {
            const auto health = m_health.find(*node);
            if (health == m_health.end() || health->second.wasReady)
                continue;
            m_evicting.insert(*node);
            m_tainting.add(*node);
        }
        isWaiting = isWaiting || queue.isWaiting();
    }
    if (isWaiting && !m_evictionTimer)
        m_evictionTimer = m_context.timers.after(kEvictionPeriod, [this] {
            m_evictionTimer = nullptr;
            evictionPass();
        });
}

client::Task<bool> NodeLifecycleController::taint(std::string name)
{
    const auto node = m_nodes.cache().find(name);
    if (!node)
        co_return true;
    const auto now = base::toRfc3339(m_context.timers.now());
    const auto ready = readyOf(*node)["status"].asString();
    std::string_view key;
    if (m_evicting.contains(name))
        key = ready == "False" ? kNotReadyTaint : ready == "Unknown" ? kUnreachableTaint : std::string_view();
    const auto keys = noScheduleTaints(*node);
    auto taints = withNoScheduleTaints(*node, keys, now);
    kube::ObjectPtr next = node;
    if (taints) {
        kube::Value root = node->root();
        root.edit("spec").set("taints", *taints);
        next = kube::makeObject(std::move(root));
    }
    if (auto both = withNoExecuteTaint(*next, key, now))
        taints = std::move(both);
    if (!taints)
        co_return true;
    const kube::Value list = taints->size() == 0 ? kube::Value() : *taints;
    const auto patch =
        kube::Value::map({{"metadata", kube::Value::map({{"resourceVersion", node->resourceVersion()}})},
                          {"spec", kube::Value::map({{"taints", list}})}});
    auto request = client::patchRequest(kNodes, *node, kube::PatchType::Merge, patch);
    const auto answer = co_await client::send(m_context.transport, std::move(request));
    co_return answer || answer.error().code == 404;
}

} // namespace minato::components
