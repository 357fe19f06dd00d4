// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/kubelet/pod_worker.h"

#include <algorithm>
#include <format>

#include "client/requests.h"
#include "components/common/pod.h"
#include "kube/duration.h"

namespace minato::components {
namespace {

using namespace std::chrono_literals;
using kube::resources::kPods;
using Kind = ContainerState::Kind;

constexpr base::Duration kFirstPullBackoff = 10s;
constexpr base::Duration kLongestPullBackoff = 300s;
constexpr base::Duration kSyncPeriod = 12s; ///< how often a Pod that waits is looked at
constexpr base::Duration kStatusRetry = 10s;
constexpr base::Duration kOrphanGrace = 2s;
constexpr int kKilled = 137;

base::Duration truncatedToMilliseconds(base::Duration duration)
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(duration);
}

std::string newContainerId(base::RandomStream &random)
{
    return std::format("containerd://{:016x}{:016x}{:016x}{:016x}", random.next(), random.next(), random.next(),
                       random.next());
}

} // namespace

base::Instant NodeRuntime::nextRelist() const
{
    const auto since = (timers.now() - base::kSimEpoch - relistPhase).count();
    const auto period = stages.relistPeriod.count();
    return timers.now() + base::Duration(period - since % period);
}

PodWorker::PodWorker(NodeRuntime &node, kube::ObjectPtr pod, std::function<void()> onGone)
    : m_node(node), m_pod(std::move(pod)), m_onGone(std::move(onGone))
{
    const auto count = m_pod->spec()["containers"].size();
    m_state.hostIp = m_node.hostIp;
    m_state.containers.resize(count);
    m_apps.resize(count);
    if (m_pod->isTerminating())
        update(m_pod);
    else
        begin(start(), [this] { m_task = {}; });
}

PodWorker::~PodWorker()
{
    tearDown();
}

const kube::Value &PodWorker::container(std::size_t index) const
{
    return m_pod->spec()["containers"][index];
}

std::string PodWorker::fieldPath(std::size_t index) const
{
    return std::format("spec.containers{{{}}}", container(index)["name"].asString());
}

std::shared_ptr<App> PodWorker::app(std::string_view name) const
{
    for (std::size_t i = 0; i < m_apps.size(); ++i) {
        if (container(i)["name"].asString() == name)
            return m_apps[i];
    }
    return nullptr;
}

void PodWorker::begin(client::Task<void> task, std::function<void()> onDone)
{
    m_task = std::move(task);
    m_task.start(std::move(onDone));
}

void PodWorker::update(const kube::ObjectPtr &pod)
{
    m_pod = pod;
    if (!pod->isTerminating())
        return;
    const base::Duration grace = std::chrono::seconds(pod->metadata()["deletionGracePeriodSeconds"].asInt(30));
    const base::Instant killAt = m_node.timers.now() + grace;
    if (m_isTerminating && killAt >= m_killAt)
        return;
    m_isTerminating = true;
    m_killAt = killAt;
    begin(terminate(grace), [this] { removeFromApi(); });
}

void PodWorker::orphaned()
{
    m_isOrphaned = true;
    if (m_isTerminating && m_state.containers.front().kind == Kind::Terminated) {
        finish();
        return;
    }
    m_isTerminating = true;
    m_publishCall = nullptr;
    m_retry = nullptr;
    begin(terminate(kOrphanGrace), [this] { finish(); });
}

void PodWorker::finish()
{
    const auto onGone = m_onGone; // a copy: it may destroy this
    onGone();
}

client::Task<void> PodWorker::start()
{
    const KubeletStages &stages = m_node.stages;
    co_await client::sleep(m_node.timers, stages.notice.draw(m_node.random));
    m_state.startTime = m_node.timers.now();
    publish();
    co_await client::sleep(m_node.timers, stages.sandbox.draw(m_node.random));
    m_state.ip = m_node.ips.take();
    m_state.hasSandbox = true;
    m_node.apps.addPod(m_state.ip);
    for (std::size_t i = 0; i < m_state.containers.size(); ++i) {
        if (!co_await startContainer(i))
            co_return;
    }
    co_await client::sleep(m_node.timers, m_node.nextRelist() - m_node.timers.now());
    for (ContainerState &state : m_state.containers)
        state.isReady = true;
    publish();
}

client::Task<bool> PodWorker::startContainer(std::size_t index)
{
    const KubeletStages &stages = m_node.stages;
    const std::string image(container(index)["image"].asString());
    const bool isPresent = m_node.images.isPresent(image, m_node.timers.now());
    if (pullPolicy(container(index)) == "Never" && !isPresent) {
        m_state.containers[index].reason = "ErrImageNeverPull";
        m_state.containers[index].message =
            std::format("Container image \"{}\" is not present with pull policy of Never", image);
        m_node.events.warning(*m_pod, "Failed", "Error: ErrImageNeverPull", fieldPath(index));
        publish();
        co_return false;
    }
    if (isPresent && pullPolicy(container(index)) != "Always")
        m_node.events.normal(*m_pod, "Pulled",
                             std::format("Container image \"{}\" already present on machine", image), fieldPath(index));
    else
        co_await pullImage(index);
    const std::string name(container(index)["name"].asString());
    co_await client::sleep(m_node.timers, stages.create.draw(m_node.random));
    m_node.events.normal(*m_pod, "Created", std::format("Created container: {}", name), fieldPath(index));
    co_await client::sleep(m_node.timers, stages.start.draw(m_node.random));
    launch(index);
    m_node.events.normal(*m_pod, "Started", std::format("Started container {}", name), fieldPath(index));
    co_return true;
}

/// Until it succeeds: with ErrImagePull and ImagePullBackOff by turns.
client::Task<void> PodWorker::pullImage(std::size_t index)
{
    const std::string image(container(index)["image"].asString());
    const std::string path = fieldPath(index);
    ContainerState &state = m_state.containers[index];
    base::Duration backoff = kFirstPullBackoff;
    for (;; backoff = std::min(backoff * 2, kLongestPullBackoff)) {
        m_node.events.normal(*m_pod, "Pulling", std::format("Pulling image \"{}\"", image), path);
        const auto pull = m_node.images.pull(image, m_node.timers.now());
        if (const auto relist = m_node.nextRelist(); relist < pull.end && state.reason == "ContainerCreating") {
            // Meanwhile the sandbox has been noticed: the Pod has its address before its image.
            co_await client::sleep(m_node.timers, relist - m_node.timers.now());
            publish();
        }
        co_await client::sleep(m_node.timers, pull.end - m_node.timers.now());
        if (pull.result) {
            m_node.events.normal(
                *m_pod, "Pulled",
                std::format("Successfully pulled image \"{}\" in {} ({} including waiting). Image size: {} bytes.", image,
                            kube::goDuration(truncatedToMilliseconds(pull.duration)),
                            kube::goDuration(truncatedToMilliseconds(pull.withWaiting)), pull.result->bytes),
                path);
            m_node.onPulled();
            co_return;
        }
        const std::string error = pull.result.error();
        m_node.events.warning(*m_pod, "Failed", std::format("Failed to pull image \"{}\": {}", image, error), path);
        m_node.events.warning(*m_pod, "Failed", "Error: ErrImagePull", path);
        state.reason = "ErrImagePull";
        state.message = error;
        publish();
        for (auto left = backoff; left > 0s; left -= kSyncPeriod) {
            co_await client::sleep(m_node.timers, std::min<base::Duration>(left, kSyncPeriod));
            if (left <= kSyncPeriod)
                break;
            m_node.events.normal(*m_pod, "BackOff", std::format("Back-off pulling image \"{}\"", image), path);
            m_node.events.warning(*m_pod, "Failed", "Error: ImagePullBackOff", path);
            state.reason = "ImagePullBackOff";
            state.message = std::format("Back-off pulling image \"{}\": ErrImagePull: {}", image, error);
            publish();
        }
    }
}

void PodWorker::launch(std::size_t index)
{
    const base::Instant now = m_node.timers.now();
    const kube::Value &spec = container(index);
    const auto image = findImage(spec["image"].asString());
    ContainerState &state = m_state.containers[index];
    state.kind = Kind::Running;
    state.startedAt = now;
    state.containerId = newContainerId(m_node.random);
    state.imageId = imageIdOf(spec["image"].asString(), *image);
    const auto declared = spec["ports"][0]["containerPort"].asInt(image->app->port);
    const auto port = image->app->usesDeclaredPort ? static_cast<std::uint16_t>(declared) : image->app->port;
    m_apps[index] = std::make_shared<App>(
        App::Identity{std::string(m_pod->ns()), std::string(m_pod->name()), std::string(m_pod->uid()),
                      std::string(spec["name"].asString()), m_node.nodeName},
        *image, port, now, image->app->startup.draw(m_node.random));
    m_node.apps.addApp(m_state.ip, m_apps[index]);
}

/// SIGTERM to all, and when each process ends: by itself, or killed at the end of the grace period.
base::Instant PodWorker::signalApps(base::Duration grace)
{
    const base::Instant now = m_node.timers.now();
    base::Instant last = now;
    for (std::size_t i = 0; i < m_apps.size(); ++i) {
        ContainerState &state = m_state.containers[i];
        if (!m_apps[i] || state.kind != Kind::Running)
            continue;
        if (!m_isOrphaned)
            m_node.events.normal(*m_pod, "Killing",
                                 std::format("Stopping container {}", container(i)["name"].asString()), fieldPath(i));
        state.finishedAt = now + grace;
        state.exitCode = kKilled;
        if (m_apps[i]->terminate()) {
            const auto needed = m_apps[i]->model().exitDelay.draw(m_node.random);
            if (needed < grace) {
                state.finishedAt = now + needed;
                state.exitCode = m_apps[i]->model().exitCode;
            }
        }
        last = std::max(last, *state.finishedAt);
    }
    return last;
}

void PodWorker::markStopped(base::Instant now)
{
    for (std::size_t i = 0; i < m_apps.size(); ++i) {
        ContainerState &state = m_state.containers[i];
        if (m_apps[i])
            m_apps[i]->stop();
        if (state.kind == Kind::Terminated)
            continue;
        // A container that never ran counts as killed.
        if (state.kind == Kind::Waiting)
            state.exitCode = kKilled;
        state.kind = Kind::Terminated;
        state.reason = state.exitCode == 0 ? "Completed" : "Error";
        state.message.clear();
        state.finishedAt = state.finishedAt.value_or(now);
        state.isReady = false;
    }
}

client::Task<void> PodWorker::terminate(base::Duration grace)
{
    const KubeletStages &stages = m_node.stages;
    const auto notice = stages.notice.draw(m_node.random);
    co_await client::sleep(m_node.timers, notice);
    const base::Instant end = signalApps(std::max(grace - notice, base::Duration::zero()));
    co_await client::sleep(m_node.timers, end - m_node.timers.now() + stages.kill.draw(m_node.random));
    markStopped(end);
    if (!m_isOrphaned) {
        co_await client::sleep(m_node.timers, std::min(stages.relistPeriod, m_node.nextRelist() - m_node.timers.now()));
        publish();
    }
    co_await client::sleep(m_node.timers, stages.tearDown.draw(m_node.random));
    tearDown();
}

void PodWorker::tearDown()
{
    for (const auto &app : m_apps) {
        if (app && app->isRunning())
            app->stop();
    }
    if (std::exchange(m_state.hasSandbox, false)) {
        m_node.apps.removePod(m_state.ip);
        m_node.ips.release(m_state.ip);
    }
}

/// The last word of a kubelet: the Pod is really gone.
void PodWorker::removeFromApi()
{
    m_task = {};
    m_removeCall = m_node.transport.send(client::deleteRequest(kPods, *m_pod, {.gracePeriodSeconds = 0}),
                                         [this](const api::Result<api::Response> &answer) {
                                             if (answer || answer.error().code == 404 || answer.error().code == 409)
                                                 return; // its event comes, and ends this worker
                                             m_retry = m_node.timers.after(kStatusRetry, [this] { removeFromApi(); });
                                         });
}

void PodWorker::publish()
{
    if (m_isOrphaned)
        return;
    m_isDirty = true;
    if (m_publishCall)
        return;
    m_isDirty = false;
    const kube::Value &before = m_published.isNull() ? m_pod->status() : m_published;
    m_published = makePodStatus(*m_pod, m_state, before, m_node.timers.now());
    const auto patch = kube::Value::map({{"metadata", kube::Value::map({{"uid", m_pod->uid()}})}, {"status", m_published}});
    m_publishCall =
        m_node.transport.send(client::patchRequest(kPods, *m_pod, kube::PatchType::Merge, patch, "status"),
                              [this](const api::Result<api::Response> &answer) { onPublished(answer); });
}

void PodWorker::onPublished(const api::Result<api::Response> &answer)
{
    const auto call = std::move(m_publishCall);
    const bool isLost = !answer && (answer.error().code == 404 || answer.error().code == 409);
    if (!answer && !isLost) {
        m_retry = m_node.timers.after(kStatusRetry, [this] { publish(); });
        return;
    }
    if (m_isDirty && !isLost)
        publish();
}

} // namespace minato::components
