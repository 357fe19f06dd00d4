// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/daemonset/daemonset_controller.h"

#include "components/common/pod.h"
#include "components/scheduler/plugins/plugins.h"

#include <algorithm>
#include <format>

namespace minato::components {
namespace {

using kube::resources::kControllerRevisions;
using kube::resources::kDaemonSets;
using kube::resources::kNodes;
using kube::resources::kPods;

constexpr int kWorkers = 2;
constexpr base::Duration kAvailabilityMargin = std::chrono::seconds(1);

bool selects(const kube::Object &daemonSet, const kube::Value &labels)
{
    const auto selector = kube::LabelSelector::fromValue(daemonSet.spec()["selector"]);
    return selector && !selector->matchesEverything() && selector->matches(labels);
}

} // namespace

DaemonSetController::DaemonSetController(Context context)
    : m_context(std::move(context)),
      m_daemonSets(m_context.hub.informer(kDaemonSets)),
      m_pods(m_context.hub.informer(kPods)),
      m_nodes(m_context.hub.informer(kNodes)),
      m_setsByNamespace(m_daemonSets.addIndex(client::byNamespace)),
      m_podsByOwner(m_pods.addIndex(client::byControllerUid)),
      m_orphans(m_pods.addIndex(client::byOrphanNamespace)),
      m_podsByNode(m_pods.addIndex(client::byNode)),
      m_history(m_context.transport, m_context.timers, m_context.hub),
      m_events(m_context.transport, m_context.timers, {"daemonset-controller", {}}),
      m_queue(m_context.timers, kWorkers, [this](std::string key) { return sync(std::move(key)); }),
      m_nodeQueue(m_context.timers, kWorkers, [this](std::string name) { return syncNode(std::move(name)); })
{
    m_daemonSets.addHandler([this](const auto &before, const auto &now) { onDaemonSet(before, now); });
    m_pods.addHandler([this](const auto &before, const auto &now) { onPod(before, now); });
    m_nodes.addHandler([this](const auto &before, const auto &now) { onNode(before, now); });
    m_context.hub.informer(kControllerRevisions).addHandler([this](const auto &before, const auto &now) {
        onRevision(before, now);
    });
    m_context.hub.whenSynced([this] {
        m_queue.start();
        m_nodeQueue.start();
    });
}

void DaemonSetController::onDaemonSet(const kube::ObjectPtr &before, const kube::ObjectPtr &now)
{
    if (before && (!now || before->uid() != now->uid())) {
        m_expectations.forget(kube::objectKey(*before));
        const std::string first = std::format("{}/", before->uid());
        std::erase_if(m_failures, [&](const auto &item) { return item.first.starts_with(first); });
    }
    m_queue.add(kube::objectKey(now ? *now : *before));
}

void DaemonSetController::enqueueOwner(const kube::Object &object)
{
    if (const auto daemonSet = controllerOf(object, "DaemonSet", m_daemonSets.cache()))
        m_queue.add(kube::objectKey(*daemonSet));
}

void DaemonSetController::enqueueMatching(const kube::Object &orphan)
{
    for (const auto &[key, daemonSet] : m_daemonSets.cache().bucket(m_setsByNamespace, orphan.ns())) {
        if (selects(*daemonSet->object, orphan.labels()))
            m_queue.add(key);
    }
}

void DaemonSetController::onPodGoing(const kube::Object &pod)
{
    if (const auto daemonSet = controllerOf(pod, "DaemonSet", m_daemonSets.cache())) {
        m_expectations.deletionObserved(kube::objectKey(*daemonSet));
        m_queue.add(kube::objectKey(*daemonSet));
    }
}

void DaemonSetController::onPod(const kube::ObjectPtr &before, const kube::ObjectPtr &now)
{
    if (!now || now->isTerminating())
        return onPodGoing(now ? *now : *before);
    const bool isRefChanged = before && before->controllerRef() != now->controllerRef();
    if (isRefChanged)
        enqueueOwner(*before);
    if (now->controllerRef().isNull()) {
        if (!before || isRefChanged || before->labels() != now->labels())
            enqueueMatching(*now);
        return;
    }
    const auto daemonSet = controllerOf(*now, "DaemonSet", m_daemonSets.cache());
    if (!daemonSet)
        return;
    const std::string key = kube::objectKey(*daemonSet);
    if (!before)
        m_expectations.creationObserved(key);
    m_queue.add(key);
    const auto minReady = daemonSet->spec()["minReadySeconds"].asInt();
    if (minReady > 0 && before && !isPodReady(*before) && isPodReady(*now))
        m_queue.addAfter(key, std::chrono::seconds(minReady) + kAvailabilityMargin);
}

void DaemonSetController::onRevision(const kube::ObjectPtr &before, const kube::ObjectPtr &now)
{
    if (!now || (!before && now->isTerminating()))
        return enqueueOwner(now ? *now : *before);
    const bool isRefChanged = before && before->controllerRef() != now->controllerRef();
    if (isRefChanged)
        enqueueOwner(*before);
    if (!now->controllerRef().isNull()) {
        if (before) // a new one is of our own making
            enqueueOwner(*now);
    } else if (!before || isRefChanged || before->labels() != now->labels()) {
        enqueueMatching(*now);
    }
}

/// Only labels and taints decide who belongs on a node. Its Pods are told of by their own events when it goes.
void DaemonSetController::onNode(const kube::ObjectPtr &before, const kube::ObjectPtr &now)
{
    const bool isSame = before && now && before->labels() == now->labels() &&
                        before->spec()["taints"] == now->spec()["taints"];
    // At the start every DaemonSet is looked at, with all nodes.
    if (now && !isSame && m_context.hub.hasSynced())
        m_nodeQueue.add(now->name());
}

DaemonSetController::Step DaemonSetController::syncNode(std::string name)
{
    const auto node = m_nodes.cache().find(name);
    if (!node)
        co_return true;
    std::map<std::string, int, std::less<>> scheduled; // Pods on it, by the key of their DaemonSet
    for (const auto &[key, pod] : m_pods.cache().bucket(m_podsByNode, name)) {
        const auto &reference = pod->object->controllerRef();
        if (reference["kind"].asString() == "DaemonSet")
            ++scheduled[kube::objectKey(pod->object->ns(), reference["name"].asString())];
    }
    for (const auto &[key, entry] : m_daemonSets.cache().entries()) {
        const NodeFit fit = Placement(*entry.object).fit(*node);
        const bool isScheduled = scheduled.contains(key);
        const bool wasMisscheduled = entry.object->status()["numberMisscheduled"].asInt() > 0;
        if (isScheduled ? !fit.mayStay || wasMisscheduled : fit.mayStart)
            m_queue.add(key);
    }
    co_return true;
}

std::string DaemonSetController::Pass::hash() const
{
    return std::string(current->labels()[kTemplateHash].asString());
}

std::vector<kube::ObjectPtr> DaemonSetController::podsOf(const Pass &pass) const
{
    return components::podsOf(*pass.daemonSet, {m_pods, m_podsByOwner, m_orphans},
                              [&](const kube::Object &pod) { return pass.selector.matches(pod.labels()); });
}

PodsByNode DaemonSetController::livePods(const Pass &pass) const
{
    auto pods = podsOf(pass);
    std::erase_if(pods, [](const auto &pod) { return isAlreadyLeaving(*pod); });
    return podsByNode(pods);
}

/// Who belongs where is found out once in a pass.
const DaemonView &DaemonSetController::view(Pass &pass) const
{
    const auto now = m_context.timers.now();
    if (!pass.view)
        pass.view.emplace(*pass.daemonSet, pass.nodes, pass.hash(), now);
    pass.view->now = now;
    return *pass.view;
}

DaemonSetController::Step DaemonSetController::sync(std::string key)
{
    Pass pass;
    pass.daemonSet = m_written.newest(key, m_daemonSets.cache().find(key));
    if (!pass.daemonSet) {
        m_expectations.forget(key);
        co_return true;
    }
    const auto selector = kube::LabelSelector::fromValue(pass.daemonSet->spec()["selector"]);
    if (selector && selector->matchesEverything()) {
        m_events.warning(*pass.daemonSet, "SelectingAll",
                         "This daemon set is selecting all pods. A non-empty selector is required.");
        co_return true;
    }
    // Its revisions may be gone already: nothing can be said of its Pods.
    if (pass.daemonSet->isTerminating())
        co_return true;
    if (!selector)
        co_return false;
    pass.selector = *selector;
    for (const auto &[name, node] : m_nodes.cache().entries())
        pass.nodes.push_back(node.object);
    if (!co_await findRevisions(pass) || !co_await claim(pass))
        co_return false;
    // Until the last orders are seen nothing new is ordered, and the generation does not count as looked at.
    const bool mayAct = m_expectations.areSatisfied(key, m_context.timers.now());
    bool isGood = true;
    if (mayAct)
        isGood = co_await work(pass);
    const bool isTold = co_await writeStatus(pass, mayAct);
    co_return isGood &&isTold;
}

DaemonSetController::Step DaemonSetController::work(Pass &pass)
{
    if (!co_await manage(pass))
        co_return false;
    if (m_expectations.areSatisfied(pass.key(), m_context.timers.now())) {
        const bool isGood = co_await rollingUpdate(pass);
        if (!isGood)
            co_return false;
    }
    co_return co_await forgetRevisions(pass);
}

} // namespace minato::components
