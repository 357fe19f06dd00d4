// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/kubelet/kubelet.h"

#include "client/requests.h"

#include <format>

namespace minato::components {
namespace {

using kube::resources::kNodes;

constexpr base::Duration kRetry = std::chrono::seconds(5);

} // namespace

Kubelet::Kubelet(const Context &context, Options options)
    : m_context(context),
      m_spec(std::move(options.node)),
      m_random(context.seed, "kubelet/" + m_spec.name),
      m_runtime{
          .transport = m_context.transport,
          .timers = m_context.timers,
          .apps = options.apps,
          .stages = options.stages,
          .nodeName = m_spec.name,
          .hostIp = m_spec.internalIp,
          .ips = IpPool(m_spec.podCidr),
          .images = ImageStore(options.stages, base::RandomStream(context.seed, "images/" + m_spec.name)),
          .events = client::EventRecorder(m_context.transport, m_context.timers, {"kubelet", m_spec.name}),
          .random = base::RandomStream(context.seed, "pods/" + m_spec.name),
          .relistPhase = DurationRange{{}, options.stages.relistPeriod}.draw(m_random),
          .onPulled = [this] { noteImages(); }},
      m_lease(m_context.transport, m_context.timers, m_spec.name)
{
}

void Kubelet::start()
{
    m_registration = registerNode();
    m_registration.start();
}

void Kubelet::nodeEvent(std::string_view reason, std::string_view message)
{
    // A kubelet knows no other UID of its node than its name.
    const auto node = kube::Value::map({{"kind", "Node"}, {"name", m_spec.name}, {"uid", m_spec.name}});
    m_runtime.events.record(node, "Normal", reason, message);
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

client::Task<void> Kubelet::registerNode()
{
    nodeEvent("Starting", "Starting kubelet.");
    const auto node = makeNode(m_spec, m_random, m_context.timers.now());
    m_conditions = node.at("status", "conditions");
    for (;;) {
        const auto answer = co_await client::send(m_context.transport, client::createRequest(kNodes, node));
        if (answer || answer.error().isReason("AlreadyExists"))
            break;
        co_await client::sleep(m_context.timers, kRetry);
    }
    m_lease.start();
    co_await client::sleep(m_context.timers, m_runtime.stages.nodeReady.draw(m_random));
    m_conditions = nodeConditions(true, m_conditions, m_context.timers.now());
    // The rest again, in case the node was there before and was another machine.
    kube::Value status = node["status"];
    status.set("conditions", m_conditions);
    while (!co_await postStatus(status))
        co_await client::sleep(m_context.timers, kRetry);
    nodeEvent("NodeReady", std::format("Node {} status is now: NodeReady", m_spec.name));
    m_isReady = true;
    for (const auto &[uid, pod] : std::exchange(m_early, {}))
        addWorker(pod);
}

void Kubelet::addWorker(const kube::ObjectPtr &pod)
{
    const std::string uid(pod->uid());
    m_workers[uid] = std::make_unique<PodWorker>(m_runtime, pod, [this, uid] { m_workers.erase(uid); });
}

void Kubelet::onPod(const kube::ObjectPtr &before, const kube::ObjectPtr &now)
{
    const std::string_view uid = (now ? now : before)->uid();
    const auto worker = m_workers.find(uid);
    if (!m_isReady) {
        if (now)
            m_early[std::string(uid)] = now;
        else if (const auto early = m_early.find(uid); early != m_early.end())
            m_early.erase(early);
    } else if (worker != m_workers.end()) {
        if (now)
            worker->second->update(now);
        else
            worker->second->orphaned();
    } else if (now) {
        const auto phase = now->status()["phase"].asString();
        if (phase != "Succeeded" && phase != "Failed")
            addWorker(now);
    }
}

std::shared_ptr<App> Kubelet::app(std::string_view podUid, std::string_view container) const
{
    const auto worker = m_workers.find(podUid);
    return worker == m_workers.end() ? nullptr : worker->second->app(container);
}

/// New images show in the Node's status at one of its next updates.
void Kubelet::noteImages()
{
    if (m_imagesTimer)
        return;
    m_imagesTimer = m_context.timers.after(m_runtime.stages.nodeStatusPeriod, [this] {
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
