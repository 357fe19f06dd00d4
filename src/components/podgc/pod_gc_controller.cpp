// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/podgc/pod_gc_controller.h"

#include "client/requests.h"
#include "components/common/object_edit.h"
#include "components/common/pod.h"
#include "components/common/pod_disruption.h"
#include "components/nodelifecycle/node_taints.h"

#include <algorithm>
#include <tuple>

namespace minato::components {
namespace {

using namespace kube::resources;

constexpr int kWorkers = 8;

bool isEvicted(const kube::Object &pod)
{
    return podPhase(pod) == "Failed" && pod.status()["reason"].asString() == "Evicted";
}

bool isOutOfService(const kube::Object &node)
{
    return findCondition(node.status()["conditions"], "Ready")["status"].asString() != "True" &&
           nodes::hasTaint(node, nodes::kOutOfServiceTaint, {});
}

} // namespace

std::vector<kube::ObjectPtr> inCollectionOrder(std::vector<kube::ObjectPtr> pods)
{
    std::ranges::stable_sort(pods, {}, [](const kube::ObjectPtr &pod) {
        return std::tuple(!isEvicted(*pod), creationTime(*pod), pod->name());
    });
    return pods;
}

PodGcController::PodGcController(Context context, std::size_t terminatedThreshold)
    : m_context(std::move(context)),
      m_threshold(terminatedThreshold),
      m_nodes(m_context.hub.informer(kNodes)),
      m_pods(m_context.hub.informer(kPods)),
      m_queue(m_context.timers, kWorkers, [this](std::string key) { return remove(std::move(key)); })
{
    m_context.hub.whenSynced([this] {
        m_queue.start();
        collect();
    });
}

void PodGcController::order(const kube::Object &pod, Why why)
{
    const std::string key = kube::objectKey(pod);
    m_ordered.insert_or_assign(key, why);
    m_queue.add(key);
}

void PodGcController::look(const kube::ObjectPtr &pod, std::vector<kube::ObjectPtr> &ended)
{
    const auto name = pod->spec()["nodeName"].asString();
    if (isPodTerminal(*pod))
        ended.push_back(pod);
    if (name.empty()) {
        if (pod->isTerminating())
            order(*pod, Why::Other);
        return;
    }
    if (!pod->isTerminating() && m_quarantine.empty() && m_nodes.cache().find(name))
        return;
    const auto node = m_nodes.cache().find(name);
    if (!node) {
        const base::Instant now = m_context.timers.now();
        const auto since = m_quarantine.emplace(std::string(name), now).first->second;
        if (now - since >= kQuarantine)
            order(*pod, Why::Orphaned);
    } else if (pod->isTerminating() && isOutOfService(*node)) {
        order(*pod, Why::Other);
    }
}

void PodGcController::collect()
{
    m_timer = m_context.timers.after(kPeriod, [this] { collect(); });
    std::erase_if(m_quarantine,
                  [this](const auto &entry) { return m_nodes.cache().find(entry.first) != nullptr; });
    std::vector<kube::ObjectPtr> ended;
    for (const auto &[key, entry] : m_pods.cache().entries())
        look(entry.object, ended);
    if (ended.size() <= m_threshold)
        return;
    const auto surplus = ended.size() - m_threshold;
    ended = inCollectionOrder(std::move(ended));
    for (std::size_t i = 0; i < surplus; ++i)
        order(*ended[i], Why::Other);
}

/// The cache may be behind: the server is asked before anything of a missing node is removed.
client::Task<bool> PodGcController::isGone(std::string node)
{
    const auto answer = co_await client::send(m_context.transport, client::getRequest(kNodes, {}, node));
    co_return !answer && answer.error().code == 404;
}

client::Task<bool> PodGcController::remove(std::string key)
{
    const auto ordered = m_ordered.extract(key);
    const auto pod = m_pods.cache().find(key);
    if (!pod || ordered.empty())
        co_return true;
    const bool isOrphan = ordered.mapped() == Why::Orphaned;
    if (isOrphan) {
        const bool isReallyGone = co_await isGone(std::string(pod->spec()["nodeName"].asString()));
        if (!isReallyGone)
            co_return true;
    }
    if (!isPodTerminal(*pod)) {
        kube::Value status = kube::Value::map({{"phase", "Failed"}});
        if (isOrphan) {
            auto condition =
                makeCondition("DisruptionTarget", "True", "DeletionByPodGC", "PodGC: node no longer exists");
            status = disruptionPatch(*pod, std::move(condition), m_context.timers.now())["status"];
            status.set("phase", "Failed");
        }
        const auto patch = kube::Value::map(
            {{"metadata", kube::Value::map({{"uid", pod->uid()}})}, {"status", std::move(status)}});
        auto mark = client::patchRequest(kPods, *pod, kube::PatchType::Merge, patch, "status");
        const auto marked = co_await client::send(m_context.transport, std::move(mark));
        if (!marked)
            co_return true; // the next round finds it again
    }
    auto request = client::deleteRequest(kPods, *pod, {.gracePeriodSeconds = 0});
    const auto answer = co_await client::send(m_context.transport, std::move(request));
    co_return answer.has_value() || answer.error().code == 404 || answer.error().code == 409;
}

} // namespace minato::components
