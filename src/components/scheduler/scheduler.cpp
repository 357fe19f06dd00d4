// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/scheduler/scheduler.h"

#include "client/requests.h"
#include "components/common/object_edit.h"

#include <format>

namespace minato::components {
namespace {

using namespace std::chrono_literals;
using namespace scheduling;
using kube::resources::kNodes;
using kube::resources::kPods;

constexpr std::string_view kComponent = "default-scheduler";
constexpr client::EventSeriesRecorder::What kFailed{"Warning", "FailedScheduling", "Scheduling"};
constexpr base::Duration kFlushPeriod = 30s;

bool isOurs(const kube::Object &pod)
{
    return pod.spec()["nodeName"].isEmpty() && !pod.isTerminating() && !isPodTerminal(pod) &&
           pod.spec()["schedulerName"].asString(kComponent) == kComponent &&
           pod.spec()["schedulingGates"].isEmpty();
}

bool isAssigned(const kube::ObjectPtr &pod)
{
    return pod && !pod->spec()["nodeName"].isEmpty();
}

std::string_view nominatedNode(const kube::ObjectPtr &pod)
{
    return pod->status()["nominatedNodeName"].asString();
}

/// What an Event may say at most.
std::string truncated(const std::string &message)
{
    constexpr std::size_t kMost = 1024;
    constexpr std::string_view kMore = " ...";
    return message.size() <= kMost ? message : message.substr(0, kMost - kMore.size()).append(kMore);
}

} // namespace

Scheduler::Scheduler(Context context, std::string host)
    : m_context(std::move(context)),
      m_pods(m_context.hub.informer(kPods)),
      m_nodes(m_context.hub.informer(kNodes)),
      m_reader({m_context.hub.informer(kube::resources::kServices),
                m_context.hub.informer(kube::resources::kReplicaSets),
                m_context.hub.informer(kube::resources::kStatefulSets)}),
      m_events(m_context.forEvents(), m_context.timers, {std::string(kComponent), std::move(host)}),
      m_pace(m_context.seed, "scheduler/pace"),
      m_evictions(m_context, m_events),
      m_cycle(base::RandomStream(m_context.seed, "scheduler/tie-break"),
              base::RandomStream(m_context.seed, "scheduler/preemption"))
{
    m_nodes.addHandler([this](const auto &before, const auto &now) { onNode(before, now); });
    m_pods.addHandler([this](const auto &before, const auto &now) { onPod(before, now); });
    followRest();
    m_context.hub.whenSynced([this] {
        m_isReady = true;
        wake();
    });
}

void Scheduler::followRest()
{
    m_context.hub.informer(kube::resources::kNamespaces)
        .addHandler([this](const auto &before, const auto &now) {
            now ? m_cache.setNamespace(now) : m_cache.removeNamespace(before->name());
        });
    m_context.hub.informer(kube::resources::kPodDisruptionBudgets)
        .addHandler([this](const auto &before, const auto &now) {
            now ? m_cache.setBudget(now) : m_cache.removeBudget(kube::objectKey(*before));
        });
}

void Scheduler::onPod(const kube::ObjectPtr &before, const kube::ObjectPtr &now)
{
    if (isAssigned(now) || (!now && isAssigned(before)))
        onPlacedPod(before, now);
    else
        onWaitingPod(before, now);
}

void Scheduler::onPlacedPod(const kube::ObjectPtr &before, const kube::ObjectPtr &now)
{
    const auto uid = (now ? now : before)->uid();
    m_nominated.remove(uid);
    if (!now) {
        m_cache.removePod(uid);
        if (!isPodTerminal(*before))
            onEvent({ClusterEvent::Kind::PodGone, before, nullptr});
        return;
    }
    m_queue.remove(uid);
    m_cache.setPod(now);
    if (isPodTerminal(*now)) {
        if (isAssigned(before) && !isPodTerminal(*before))
            onEvent({ClusterEvent::Kind::PodGone, before, nullptr});
    } else if (!isAssigned(before)) {
        onEvent({ClusterEvent::Kind::PodAdded, nullptr, now});
    } else if (m_queue.hasUnschedulable()) {
        for (const ClusterEvent &event : podEvents(before, now))
            onEvent(event);
    }
}

void Scheduler::onWaitingPod(const kube::ObjectPtr &before, const kube::ObjectPtr &now)
{
    if (!now || !isOurs(*now)) {
        const kube::ObjectPtr &gone = now ? now : before;
        m_queue.remove(gone->uid());
        m_nominated.remove(gone->uid());
        if (!now)
            m_cache.removePod(gone->uid());
        // Room that was promised to it is free again.
        if (!now && !nominatedNode(before).empty())
            onEvent({ClusterEvent::Kind::PodGone, before, nullptr}, before->spec()["priority"].asInt());
        return;
    }
    if (before && isOurs(*before)) {
        m_queue.update(now, m_context.timers.now());
        m_nominated.update(now);
        if (!nominatedNode(before).empty() && nominatedNode(before) != nominatedNode(now)) {
            if (nominatedNode(now).empty())
                m_nominated.remove(now->uid());
            onEvent({ClusterEvent::Kind::PodGone, before, nullptr}, before->spec()["priority"].asInt());
        }
    } else if (!m_cache.isPlaced(now->uid())) {
        m_queue.add(now, m_context.timers.now());
    }
    if (!nominatedNode(now).empty() && m_nominated.nodeOf(now->uid()).empty() &&
        !m_cache.isPlaced(now->uid()))
        m_nominated.set(std::make_shared<PodInfo>(readPlacedPod(now)), nominatedNode(now));
    wake();
}

void Scheduler::onNode(const kube::ObjectPtr &before, const kube::ObjectPtr &now)
{
    m_names = nullptr;
    if (!now) {
        m_cache.removeNode(before->name());
        onEvent({ClusterEvent::Kind::NodeGone, before, nullptr});
        return;
    }
    m_cache.setNode(now);
    if (!before) {
        onEvent({ClusterEvent::Kind::NodeAdded, nullptr, now});
        return;
    }
    for (const ClusterEvent &event : nodeEvents(before, now))
        onEvent(event);
}

void Scheduler::onEvent(const ClusterEvent &event, std::optional<std::int64_t> highestPriority)
{
    if (!m_queue.hasUnschedulable())
        return;
    m_queue.onEvent(event, m_context.timers.now(), highestPriority);
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
    const auto pod = std::make_shared<const PodInfo>(m_reader.read(item->pod, m_cache));
    item->info = pod;
    CycleResult result = m_cycle.run(*pod, m_cache, m_nominated, m_context.timers.now());
    if (result.node) {
        m_cache.assume(pod, *result.node);
        m_nominated.remove(pod->object->uid());
        bind(std::move(*item), *result.node);
    } else {
        refuse(std::move(*item), result);
    }
    explain(*pod->object, std::move(result));
}

void Scheduler::explain(const kube::Object &pod, CycleResult result)
{
    if (!m_context.decide)
        return;
    if (result.preemption) { // what it points at may go; the record has it in words
        result.preemption->candidates.clear();
        result.preemption->chosen.reset();
    }
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
    request.body = kube::Value::map({{"apiVersion", "v1"},
                                     {"kind", "Binding"},
                                     {"metadata", kube::Value::map({{"name", item.pod->name()},
                                                                    {"namespace", item.pod->ns()},
                                                                    {"uid", item.pod->uid()}})},
                                     {"target", kube::Value::map({{"kind", "Node"}, {"name", name}})}});
    const auto id = m_nextCall++;
    m_calls[id] = m_context.transport.send(
        std::move(request), [this, id, name, item = std::move(item)](const auto &answer) mutable {
            const auto call = m_calls.extract(id);
            onBound(std::move(item), name, answer);
        });
}

void Scheduler::onBound(Item item, std::string_view node, const api::Result<api::Response> &answer)
{
    const kube::ObjectPtr pod = item.pod;
    if (answer) {
        m_events.record(*pod, {"Normal", "Scheduled", "Binding"},
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
    m_events.record(*pod, kFailed, truncated(answer.error().message));
    item.pod = known;
    item.rejectedBy.clear();
    m_queue.putBack(std::move(item), m_context.timers.now());
    onEvent({ClusterEvent::Kind::PodGone, known, nullptr});
    wake();
}

void Scheduler::refuse(Item item, const CycleResult &result)
{
    const std::string message = result.message();
    const kube::ObjectPtr pod = item.pod;
    item.rejectedBy = result.rejectingPlugins();
    std::optional<std::string> nominated;
    if (result.preemption && result.preemption->chosen) {
        nominated = m_cache.nodes()[result.preemption->chosen->node].name;
        makeRoom(item, *result.preemption->chosen);
    } else if (!result.preemption || result.preemption->endsNomination) {
        nominated = "";
        m_nominated.remove(pod->uid());
    }
    m_queue.putBack(std::move(item), m_context.timers.now());
    flushLater();
    m_events.record(*pod, kFailed, truncated(message));
    noteUnschedulable(*pod, message, nominated);
}

void Scheduler::makeRoom(const Item &item, const PreemptionCandidate &candidate)
{
    Evictions::Order order;
    order.preemptor = item.pod;
    order.node = m_cache.nodes()[candidate.node].name;
    for (const PlacedPod *victim : candidate.victims)
        order.victims.push_back(victim->object);
    for (const PlacedPod &other : m_nominated.on(order.node)) {
        if (other.info->priority < item.priority)
            order.lesserNominated.push_back(other.object);
    }
    const std::string uid(item.pod->uid());
    order.onNearlyDone = [this, uid](bool isGood) {
        m_queue.release(uid, !isGood, m_context.timers.now());
        wake();
    };
    m_nominated.set(item.info, order.node);
    m_queue.hold(uid);
    m_evictions.start(std::move(order));
}

void Scheduler::flushLater()
{
    if (m_flushTimer)
        return;
    m_flushTimer = m_context.timers.after(kFlushPeriod, [this] {
        m_flushTimer = nullptr;
        m_queue.flushOld(m_context.timers.now());
        if (m_queue.hasUnschedulable())
            flushLater();
        wake();
    });
}

void Scheduler::noteUnschedulable(const kube::Object &pod, const std::string &message,
                                  const std::optional<std::string> &nominated)
{
    auto status = kube::Value::emptyMap();
    const auto &current = findCondition(pod.status()["conditions"], "PodScheduled");
    const bool isFalse = current["status"].asString() == "False";
    if (!isFalse || current["message"].asString() != message ||
        current["reason"].asString() != "Unschedulable") {
        auto condition = makeCondition("PodScheduled", "False", "Unschedulable", message);
        condition.set("lastProbeTime", nullptr);
        if (pod.generation() > 0)
            condition.set("observedGeneration", pod.generation());
        condition.set("lastTransitionTime", isFalse ? current["lastTransitionTime"]
                                                    : kube::Value(base::toRfc3339(m_context.timers.now())));
        status.set("conditions", kube::Value::array({std::move(condition)}));
    }
    if (nominated && *nominated != pod.status()["nominatedNodeName"].asString())
        status.set("nominatedNodeName", nominated->empty() ? kube::Value() : kube::Value(*nominated));
    if (status.isEmpty())
        return;
    const auto patch = kube::Value::map({{"status", std::move(status)}});
    const auto id = m_nextCall++;
    m_calls[id] = m_context.transport.send(
        client::patchRequest(kPods, pod, kube::PatchType::Strategic, patch, "status"),
        [this, id](const auto &) { m_calls.erase(id); });
}

} // namespace minato::components
