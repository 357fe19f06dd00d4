// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/scheduler/scheduler.h"

#include <format>

#include "client/requests.h"
#include "components/common/object_edit.h"

namespace minato::components {
namespace {

using namespace std::chrono_literals;
using namespace scheduling;
using kube::resources::kNodes;
using kube::resources::kPods;

constexpr std::string_view kComponent = "default-scheduler";
constexpr base::Duration kFlushPeriod = 30s;

bool isOurs(const kube::Object &pod)
{
    return pod.spec()["nodeName"].isEmpty() && !pod.isTerminating() && !isPodTerminal(pod)
        && pod.spec()["schedulerName"].asString(kComponent) == kComponent
        && pod.spec()["schedulingGates"].isEmpty();
}

bool isAssigned(const kube::ObjectPtr &pod)
{
    return pod && !pod->spec()["nodeName"].isEmpty();
}

} // namespace

Scheduler::Scheduler(Context context)
    : m_context(std::move(context)), m_pods(m_context.hub.informer(kPods)), m_nodes(m_context.hub.informer(kNodes)),
      m_reader(m_context.hub.informer(kube::resources::kServices), m_context.hub.informer(kube::resources::kReplicaSets)),
      m_events(m_context.transport, m_context.timers, {std::string(kComponent), {}}, client::EventRecorder::SpamFilter::Off),
      m_pace(m_context.seed, "scheduler/pace"), m_cycle(base::RandomStream(m_context.seed, "scheduler/tie-break"))
{
    m_nodes.addHandler([this](const auto &before, const auto &now) { onNode(before, now); });
    m_pods.addHandler([this](const auto &before, const auto &now) { onPod(before, now); });
    m_context.hub.whenSynced([this] {
        m_isReady = true;
        wake();
    });
}

void Scheduler::onPod(const kube::ObjectPtr &before, const kube::ObjectPtr &now)
{
    if (isAssigned(now)) {
        m_queue.remove(now->uid());
        m_cache.setPod(*now);
        if (isAssigned(before) && !isPodTerminal(*before) && isPodTerminal(*now))
            onEvent(ClusterEvent::PodGone);
        return;
    }
    if (!now) {
        m_queue.remove(before->uid());
        m_cache.removePod(before->uid());
        if (isAssigned(before))
            onEvent(ClusterEvent::PodGone);
        return;
    }
    const bool wasOurs = before && isOurs(*before);
    if (!isOurs(*now))
        m_queue.remove(now->uid());
    else if (wasOurs)
        m_queue.update(now, m_context.timers.now());
    else
        m_queue.add(now, m_context.timers.now());
    wake();
}

void Scheduler::onNode(const kube::ObjectPtr &before, const kube::ObjectPtr &now)
{
    m_names = nullptr;
    if (!now) {
        m_cache.removeNode(before->name());
        return;
    }
    m_cache.setNode(now);
    if (!before) {
        onEvent(ClusterEvent::NodeAdded);
        return;
    }
    if (before->status()["allocatable"] != now->status()["allocatable"])
        onEvent(ClusterEvent::AllocatableChanged);
    if (before->spec() != now->spec())
        onEvent(ClusterEvent::TaintsChanged);
    if (before->labels() != now->labels())
        onEvent(ClusterEvent::LabelsChanged);
}

void Scheduler::onEvent(ClusterEvent event)
{
    if (!m_queue.hasUnschedulable())
        return;
    m_queue.onEvent(event, m_context.timers.now());
    wake();
}

void Scheduler::wake()
{
    const auto now = m_context.timers.now();
    const auto due = m_isReady ? m_queue.nextDue(now) : std::nullopt;
    if (!due || (m_wakeTimer && m_wakeAt <= *due))
        return;
    const base::Duration work = 600us + base::Duration(m_pace.below(1'000'000));
    m_wakeAt = *due + work;
    m_wakeTimer = m_context.timers.after(m_wakeAt - now, [this] {
        m_wakeTimer = nullptr;
        runCycle();
        wake();
    });
}

void Scheduler::runCycle()
{
    auto item = m_queue.pop(m_context.timers.now());
    if (!item)
        return;
    const PodInfo pod = m_reader.read(item->pod, m_cache);
    CycleResult result = m_cycle.run(pod, m_cache);
    if (result.node) {
        m_cache.assume(pod, *result.node);
        bind(std::move(*item), *result.node);
    } else {
        refuse(std::move(*item), result);
    }
    explain(*pod.object, std::move(result));
}

void Scheduler::explain(const kube::Object &pod, CycleResult result)
{
    if (!m_context.decide)
        return;
    if (!m_names) {
        auto names = std::make_shared<std::vector<std::string>>();
        for (const NodeInfo &node : m_cache.nodes())
            names->push_back(node.name);
        m_names = std::move(names);
    }
    m_context.decide({kComponent, "Schedule", std::format("pods/{}", kube::objectKey(pod)),
                      [result = std::move(result), names = m_names] { return result.toValue(*names); }});
}

void Scheduler::bind(Item item, std::size_t node)
{
    const std::string name = m_cache.nodes()[node].name;
    api::Request request;
    request.verb = api::Verb::Create;
    request.resource = kPods;
    request.subresource = "binding";
    request.ns = item.pod->ns();
    request.name = item.pod->name();
    request.userAgent = "kube-scheduler";
    request.body = kube::Value::map(
        {{"apiVersion", "v1"},
         {"kind", "Binding"},
         {"metadata", kube::Value::map({{"name", item.pod->name()}, {"namespace", item.pod->ns()}, {"uid", item.pod->uid()}})},
         {"target", kube::Value::map({{"kind", "Node"}, {"name", name}})}});
    const auto id = m_nextCall++;
    m_calls[id] = m_context.transport.send(std::move(request), [this, id, name, item = std::move(item)](const auto &answer) mutable {
        const auto call = m_calls.extract(id);
        onBound(std::move(item), name, answer);
    });
}

void Scheduler::onBound(Item item, std::string_view node, const api::Result<api::Response> &answer)
{
    const kube::ObjectPtr pod = item.pod;
    if (answer) {
        m_events.normal(*pod, "Scheduled",
                        std::format("Successfully assigned {}/{} to {}", pod->ns(), pod->name(), node));
        return;
    }
    const auto known = m_pods.cache().find(kube::objectKey(*pod));
    if (!known || known->uid() != pod->uid() || !isOurs(*known)) {
        if (!known || known->uid() != pod->uid())
            m_cache.removePod(pod->uid());
        return;
    }
    m_cache.removePod(pod->uid());
    m_events.warning(*pod, "FailedScheduling", answer.error().message);
    item.isError = true;
    m_queue.putBack(std::move(item), m_context.timers.now());
    wake();
}

void Scheduler::refuse(Item item, const CycleResult &result)
{
    const auto now = m_context.timers.now();
    const std::string message = result.message();
    const kube::ObjectPtr pod = item.pod;
    m_events.warning(*pod, "FailedScheduling", message);
    item.rejectedBy = result.rejectingPlugins();
    m_queue.putBack(std::move(item), now);
    if (!m_flushTimer)
        m_flushTimer = m_context.timers.after(kFlushPeriod, [this] {
            m_flushTimer = nullptr;
            m_queue.flushOld(m_context.timers.now());
            wake();
        });
    const auto &current = findCondition(pod->status()["conditions"], "PodScheduled");
    if (current["status"].asString() == "False" && current["message"].asString() == message)
        return;
    auto condition = makeCondition("PodScheduled", "False", "Unschedulable", message);
    condition.set("lastProbeTime", nullptr);
    condition.set("lastTransitionTime", current["status"].asString() == "False" ? current["lastTransitionTime"]
                                                                               : kube::Value(base::toRfc3339(now)));
    const auto patch = kube::Value::map(
        {{"status", kube::Value::map({{"conditions", kube::Value::array({std::move(condition)})}})}});
    const auto id = m_nextCall++;
    m_calls[id] =
        m_context.transport.send(client::patchRequest(kPods, *pod, kube::PatchType::Strategic, patch, "status"),
                                 [this, id](const auto &) { m_calls.erase(id); });
}

} // namespace minato::components
