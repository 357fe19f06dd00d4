// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/kubelet/kubelet.h"

#include "client/requests.h"
#include "components/common/pod.h"
#include "kube/names.h"

#include <format>
#include <utility>

namespace minato::components {
namespace {

using kube::resources::kNodes;
using kube::resources::kPods;

constexpr base::Duration kRetry = std::chrono::seconds(5);

NodeRoom roomOf(const kube::Value &node)
{
    const auto &allocatable = node.at("status", "allocatable");
    NodeRoom room;
    room.allocatable.milliCpu = quantityMilli(allocatable["cpu"]);
    room.allocatable.memory = quantityValue(allocatable["memory"]);
    room.pods = static_cast<int>(quantityValue(allocatable["pods"]));
    return room;
}

/// Mirrors the status manager's canBeDeleted; with no grace left the API server has seen to it itself.
bool isRemovalDue(const kube::Object &pod)
{
    return pod.isTerminating() && pod.metadata()["deletionGracePeriodSeconds"].asInt() > 0;
}

} // namespace

Kubelet::Kubelet(const Context &context, Options options)
    : m_context(context),
      m_spec(std::move(options.node)),
      m_random(context.seed, "kubelet/" + m_spec.name),
      m_runtime{
          .transport = m_context.transport,
          .timers = m_context.timers,
          .apps = options.apps,
          .behaviour = options.behaviour,
          .nodeName = m_spec.name,
          .hostIp = m_spec.internalIp,
          .ips = IpPool(m_spec.podCidr),
          .images = ImageStore(options.behaviour, base::RandomStream(context.seed, "images/" + m_spec.name)),
          .events = client::EventRecorder(m_context.transport, m_context.timers, {"kubelet", m_spec.name}),
          .random = base::RandomStream(context.seed, "pods/" + m_spec.name),
          .relistPhase = DurationRange{{}, options.behaviour.stages.relistPeriod}.draw(m_random),
          .onPulled = [this] { noteImages(); },
          .onLaunched = [this] { watchMemory(); }},
      m_lease(m_context.transport, m_context.timers, m_spec.name, options.behaviour.stages.leasePeriod,
              base::RandomStream(context.seed, "lease/" + m_spec.name))
{
}

void Kubelet::start()
{
    m_registration = registerNode(false);
    m_registration.start();
}

void Kubelet::powerOff()
{
    if (!std::exchange(m_isOn, false))
        return;
    m_isReady = m_isUnderPressure = false;
    m_registration = {};
    m_imagesPost = {};
    m_reportPost = {};
    for (auto *timer : {&m_imagesTimer, &m_reportTimer, &m_memoryTimer, &m_schedulableTimer, &m_restoreTimer})
        timer->reset();
    m_lease.stop();
    m_early.clear();
    m_refusals.clear();
    m_removals.clear();
    m_workers.clear();
    m_room.used = {};
    m_room.usedPods = 0;
}

void Kubelet::powerOn(const std::vector<kube::ObjectPtr> &pods)
{
    if (std::exchange(m_isOn, true))
        return;
    for (const auto &pod : pods)
        m_early[std::string(pod->uid())] = pod;
    m_registration = boot();
    m_registration.start();
}

client::Task<void> Kubelet::boot()
{
    co_await client::sleep(m_context.timers, m_runtime.stages().nodeBoot.draw(m_random));
    co_await registerNode(true);
}

void Kubelet::nodeEvent(std::string_view type, std::string_view reason, std::string_view message)
{
    // A kubelet knows no other UID of its node than its name.
    const auto node = kube::Value::map({{"kind", "Node"}, {"name", m_spec.name}, {"uid", m_spec.name}});
    m_runtime.events.record(node, type, reason, message);
}

client::Task<bool> Kubelet::postStatus(kube::Value status)
{
    api::Request request;
    request.verb = api::Verb::Patch;
    request.resource = kNodes;
    request.name = m_spec.name;
    request.subresource = "status";
    request.patchType = kube::PatchType::Merge;
    request.body = kube::Value::map({{"status", std::move(status)}});
    const auto answer = co_await client::send(m_context.transport, std::move(request));
    co_return answer.has_value();
}

client::Task<void> Kubelet::registerNode(bool isReboot)
{
    nodeEvent("Normal", "Starting", "Starting kubelet.");
    if (m_object.isNull()) {
        m_object = makeNode(m_spec, m_random, m_context.timers.now());
        m_room = roomOf(m_object);
    } else {
        m_object.edit("status").edit("nodeInfo").set("bootID", kube::randomUid(m_random));
    }
    m_conditions = m_node ? m_node->status()["conditions"] : m_object.at("status", "conditions");
    for (;;) {
        const auto answer =
            co_await client::send(m_context.transport, client::createRequest(kNodes, m_object));
        if (answer || answer.error().isReason("AlreadyExists")) {
            m_node = answer ? answer->object() : m_node;
            break;
        }
        co_await client::sleep(m_context.timers, kRetry);
    }
    if (!m_node) {
        const auto answer =
            co_await client::send(m_context.transport, client::getRequest(kNodes, {}, m_spec.name));
        m_node = answer ? answer->object() : nullptr;
    }
    m_lease.start(m_node ? std::string(m_node->uid()) : std::string());
    co_await client::sleep(m_context.timers, m_runtime.stages().nodeReady.draw(m_random));
    m_conditions = nodeConditions({.isReady = true}, m_conditions, m_context.timers.now());
    // The rest again, in case the node was there before and was another machine.
    kube::Value status = m_object["status"];
    status.set("conditions", m_conditions);
    while (!co_await postStatus(status))
        co_await client::sleep(m_context.timers, kRetry);
    if (isReboot)
        nodeEvent("Warning", "Rebooted",
                  std::format("Node {} has been rebooted, boot id: {}", m_spec.name,
                              m_object.at("status", "nodeInfo", "bootID").asString()));
    nodeEvent("Normal", "NodeReady", std::format("Node {} status is now: NodeReady", m_spec.name));
    m_isReady = true;
    watchReport();
    for (const auto &[uid, pod] : std::exchange(m_early, {}))
        addWorker(pod, isReboot ? PodWorker::Past::Known : PodWorker::Past::New);
}

/// The whole status again, so that its heartbeat is fresh though nothing has changed.
void Kubelet::watchReport()
{
    m_reportTimer = m_context.timers.after(m_runtime.stages().nodeReportPeriod, [this] { reportStatus(); });
}

void Kubelet::reportStatus()
{
    m_conditions = nodeConditions({.isReady = true, .hasMemoryPressure = m_isUnderPressure}, m_conditions,
                                  m_context.timers.now());
    m_reportPost = postStatus(kube::Value::map({{"conditions", m_conditions}}));
    m_reportPost.start();
    watchReport();
}

void Kubelet::onNode(const kube::ObjectPtr &now)
{
    m_node = now;
    if (!now || !m_isOn || !m_isReady) {
        m_restoreTimer = nullptr;
        return;
    }
    noteSchedulable(now->spec()["unschedulable"].asBool());
    // Somebody who heard nothing of it has written so: it is told when the status is looked at next.
    if (findCondition(now->status()["conditions"], "Ready")["status"].asString() == "True")
        m_restoreTimer = nullptr;
    else if (!m_restoreTimer)
        m_restoreTimer =
            m_context.timers.after(m_runtime.stages().nodeStatusPeriod, [this] { restoreStatus(); });
}

void Kubelet::restoreStatus()
{
    m_conditions = m_node->status()["conditions"];
    reportStatus();
    nodeEvent("Normal", "NodeReady", std::format("Node {} status is now: NodeReady", m_spec.name));
}

/// Cordoning is noticed when the node's status is looked at next.
void Kubelet::noteSchedulable(bool isUnschedulable)
{
    if (isUnschedulable == m_isUnschedulable) {
        m_schedulableTimer = nullptr;
        return;
    }
    if (m_schedulableTimer)
        return;
    const auto delay = DurationRange{{}, m_runtime.stages().nodeStatusPeriod}.draw(m_random);
    m_schedulableTimer = m_context.timers.after(delay, [this] {
        m_schedulableTimer = nullptr;
        m_isUnschedulable = !m_isUnschedulable;
        const auto reason = m_isUnschedulable ? "NodeNotSchedulable" : "NodeSchedulable";
        nodeEvent("Normal", reason, std::format("Node {} status is now: {}", m_spec.name, reason));
    });
}

void Kubelet::release(Worker &worker)
{
    if (!std::exchange(worker.isCounted, false))
        return;
    m_room.used.milliCpu -= worker.requests.milliCpu;
    m_room.used.memory -= worker.requests.memory;
    --m_room.usedPods;
}

void Kubelet::forget(std::string_view uid)
{
    const auto it = m_workers.find(uid);
    if (it == m_workers.end())
        return;
    release(it->second);
    m_workers.erase(it);
}

/// It has ended and is to go, but nobody works on it any more: the power failed in between, or it was refused.
void Kubelet::removeEnded(const kube::ObjectPtr &pod)
{
    const std::string uid(pod->uid());
    if (!isRemovalDue(*pod) || m_removals.contains(uid))
        return;
    auto &task = m_removals[uid] = removal(pod);
    task.start([this, uid] { m_removals.erase(uid); });
}

client::Task<void> Kubelet::removal(kube::ObjectPtr pod)
{
    for (;;) {
        auto request = client::deleteRequest(kPods, *pod, {.gracePeriodSeconds = 0});
        const auto answer = co_await client::send(m_context.transport, std::move(request));
        if (answer || answer.error().code == 404 || answer.error().code == 409)
            co_return;
        co_await client::sleep(m_context.timers, kRetry);
    }
}

void Kubelet::addWorker(const kube::ObjectPtr &pod, PodWorker::Past past)
{
    if (isPodTerminal(*pod))
        return removeEnded(pod);
    const std::string uid(pod->uid());
    const PodRequests requests = podRequests(pod->spec());
    if (!pod->isTerminating()) {
        const auto &labels = m_node ? m_node->labels() : m_object.at("metadata", "labels");
        auto refusal = m_isUnderPressure ? refuseUnderMemoryPressure(*pod) : std::nullopt;
        if (!refusal)
            refusal = refusePod(*pod, requests, m_room, labels);
        if (refusal) {
            refuse(pod, *refusal);
            return;
        }
    }
    m_room.used.milliCpu += requests.milliCpu;
    m_room.used.memory += requests.memory;
    ++m_room.usedPods;
    m_workers[uid] = {std::make_unique<PodWorker>(m_runtime, pod, past, [this, uid] { forget(uid); }),
                      requests, true};
}

void Kubelet::refuse(const kube::ObjectPtr &pod, const PodRefusal &refusal)
{
    m_runtime.events.warning(*pod, refusal.reason, refusal.message);
    const auto status = kube::Value::map({{"phase", "Failed"},
                                          {"reason", refusal.reason},
                                          {"message", "Pod was rejected: " + refusal.message},
                                          {"startTime", base::toRfc3339(m_context.timers.now())}});
    const std::string uid(pod->uid());
    m_refusals[uid] = m_context.transport.send(
        client::patchRequest(
            kPods, *pod, kube::PatchType::Merge,
            kube::Value::map({{"metadata", kube::Value::map({{"uid", uid}})}, {"status", status}}), "status"),
        [this, uid](const auto &) { m_refusals.erase(uid); });
}

void Kubelet::onPod(const kube::ObjectPtr &before, const kube::ObjectPtr &now)
{
    if (!m_isOn)
        return;
    const std::string_view uid = (now ? now : before)->uid();
    const auto worker = m_workers.find(uid);
    if (!m_isReady) {
        if (now)
            m_early[std::string(uid)] = now;
        else if (const auto early = m_early.find(uid); early != m_early.end())
            m_early.erase(early);
    } else if (worker != m_workers.end()) {
        if (!now || isPodTerminal(*now))
            release(worker->second);
        if (now)
            worker->second.pod->update(now);
        else
            worker->second.pod->orphaned();
    } else if (now && !m_refusals.contains(uid)) {
        addWorker(now, PodWorker::Past::New);
    }
}

std::shared_ptr<App> Kubelet::app(std::string_view podUid, std::string_view container, bool isPrevious) const
{
    const auto worker = m_workers.find(podUid);
    return worker == m_workers.end() ? nullptr : worker->second.pod->app(container, isPrevious);
}

/// New images show in the Node's status at one of its next updates.
void Kubelet::noteImages()
{
    if (m_imagesTimer)
        return;
    m_imagesTimer = m_context.timers.after(m_runtime.stages().nodeStatusPeriod, [this] {
        const auto timer = std::move(m_imagesTimer);
        auto images = m_runtime.images.statusImages(m_context.timers.now());
        if (images == m_images)
            return;
        m_images = images;
        m_imagesPost = postStatus(kube::Value::map({{"images", std::move(images)}}));
        m_imagesPost.start();
    });
}

} // namespace minato::components
