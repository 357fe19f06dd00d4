// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/tainteviction/taint_eviction_controller.h"

#include "client/requests.h"
#include "components/common/object_edit.h"
#include "components/common/pod.h"
#include "components/common/pod_disruption.h"
#include "components/common/tolerations.h"

#include <algorithm>
#include <format>

namespace minato::components {
namespace {

using namespace kube::resources;

constexpr int kWorkers = 8;

kube::Value podReference(std::string_view key)
{
    const auto slash = key.find('/');
    return kube::Value::map({{"apiVersion", "v1"},
                             {"kind", "Pod"},
                             {"name", key.substr(slash + 1)},
                             {"namespace", key.substr(0, slash)}});
}

bool isSame(const std::vector<kube::Value> &a, const std::vector<kube::Value> &b)
{
    return std::ranges::equal(a, b);
}

} // namespace

std::optional<base::Duration> tolerationTime(const kube::Value &tolerations,
                                             std::span<const kube::Value> taints)
{
    std::optional<base::Duration> shortest;
    for (const kube::Value &taint : taints) {
        bool hasMatch = false;
        for (const kube::Value &toleration : tolerations.items()) {
            if (!isTolerated(kube::Value::array({toleration}), taint))
                continue;
            hasMatch = true;
            if (toleration["tolerationSeconds"].isNull())
                break;
            const auto seconds =
                std::chrono::seconds(std::max<std::int64_t>(0, toleration["tolerationSeconds"].asInt()));
            if (!shortest || seconds < *shortest)
                shortest = seconds;
            break; // upstream uses the first one that matches
        }
        if (!hasMatch)
            return base::Duration::zero();
    }
    return shortest;
}

std::vector<kube::Value> noExecuteTaints(const kube::Object &node)
{
    std::vector<kube::Value> taints;
    for (const kube::Value &taint : node.spec()["taints"].items()) {
        if (taint["effect"].asString() == "NoExecute")
            taints.push_back(taint);
    }
    return taints;
}

TaintEvictionController::TaintEvictionController(Context context)
    : m_context(std::move(context)),
      m_nodes(m_context.hub.informer(kNodes)),
      m_pods(m_context.hub.informer(kPods)),
      m_podsByNode(m_pods.addIndex(client::byNode)),
      m_events(m_context.forEvents(), m_context.timers, {"taint-eviction-controller", {}}),
      m_queue(m_context.timers, kWorkers, [this](std::string key) { return evict(std::move(key)); })
{
    m_pods.addHandler([this](const auto &before, const auto &now) { onPod(before, now); });
    m_nodes.addHandler([this](const auto &before, const auto &now) { onNode(before, now); });
    m_context.hub.whenSynced([this] { m_queue.start(); });
}

void TaintEvictionController::onPod(const kube::ObjectPtr &before, const kube::ObjectPtr &now)
{
    if (!now) {
        cancel(kube::objectKey(*before));
        return;
    }
    const auto &node = now->spec()["nodeName"];
    if (node.isEmpty() || (before && before->spec()["nodeName"] == node &&
                           before->spec()["tolerations"] == now->spec()["tolerations"]))
        return;
    const auto object = m_nodes.cache().find(node.asString());
    if (!object)
        return;
    if (const auto taints = noExecuteTaints(*object); !taints.empty())
        judge(*now, taints);
}

void TaintEvictionController::onNode(const kube::ObjectPtr &before, const kube::ObjectPtr &now)
{
    if (!now || (before && before->spec()["taints"] == now->spec()["taints"]))
        return;
    const auto taints = noExecuteTaints(*now);
    if (before ? isSame(noExecuteTaints(*before), taints) : taints.empty())
        return;
    for (const auto &[key, entry] : m_pods.cache().bucket(m_podsByNode, now->name())) {
        if (taints.empty())
            cancel(std::string(key));
        else
            judge(*entry->object, taints);
    }
}

void TaintEvictionController::judge(const kube::Object &pod, std::span<const kube::Value> taints)
{
    const std::string key = kube::objectKey(pod);
    const auto time = tolerationTime(pod.spec()["tolerations"], taints);
    if (!time) {
        cancel(key);
        return;
    }
    const base::Instant now = m_context.timers.now();
    base::Instant created = now;
    if (const auto known = m_evictions.find(key); known != m_evictions.end()) {
        if (*time > base::Duration::zero()) {
            created = known->second.created;
            if (created + *time < now + *time)
                return; // the earlier one stays
        }
        cancel(key);
    }
    schedule(key, created, now + *time);
}

void TaintEvictionController::schedule(const std::string &key, base::Instant created, base::Instant due)
{
    auto timer = m_context.timers.after(due - m_context.timers.now(), [this, key] {
        const auto eviction = m_evictions.extract(key);
        m_queue.add(key);
    });
    m_evictions.insert_or_assign(key, Eviction{created, due, std::move(timer)});
}

void TaintEvictionController::cancel(const std::string &key)
{
    const auto it = m_evictions.find(key);
    if (it == m_evictions.end())
        return;
    m_evictions.erase(it);
    m_events.record(podReference(key), "Normal", "TaintManagerEviction",
                    std::format("Cancelling deletion of Pod {}", key));
}

client::Task<bool> TaintEvictionController::evict(std::string key)
{
    const auto pod = m_pods.cache().find(key);
    if (!pod)
        co_return true;
    m_events.record(podReference(key), "Normal", "TaintManagerEviction",
                    std::format("Marking for deletion Pod {}", key));
    const auto condition = makeCondition("DisruptionTarget", "True", "DeletionByTaintManager",
                                         "Taint manager: deleting due to NoExecute taint");
    auto patch = disruptionPatch(*pod, condition, m_context.timers.now());
    auto mark = client::patchRequest(kPods, *pod, kube::PatchType::Merge, std::move(patch), "status");
    const auto marked = co_await client::send(m_context.transport, std::move(mark));
    if (!marked)
        co_return marked.error().code == 404;
    auto request = client::deleteRequest(kPods, *pod);
    const auto answer = co_await client::send(m_context.transport, std::move(request));
    co_return answer || answer.error().code == 404 || answer.error().code == 409;
}

} // namespace minato::components
