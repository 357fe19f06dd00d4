// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/kubelet/pod_worker.h"

#include "client/requests.h"
#include "components/common/pod.h"

#include <algorithm>
#include <format>

namespace minato::components {
namespace {

using namespace std::chrono_literals;
using kube::resources::kPods;
using Kind = ContainerState::Kind;
using Role = ContainerState::Role;

constexpr int kUnknownEnd = 255;

} // namespace

PodWorker::PodWorker(NodeRuntime &node, kube::ObjectPtr pod, Past past, std::function<void()> onGone)
    : m_node(node), m_pod(std::move(pod)), m_onGone(std::move(onGone))
{
    m_state.hostIp = m_node.hostIp;
    const auto inits = m_pod->spec()["initContainers"].items();
    m_state.initContainers.resize(inits.size());
    m_state.containers.resize(m_pod->spec()["containers"].size());
    for (std::size_t i = 0; i < inits.size(); ++i) {
        m_state.initContainers[i].role =
            inits[i]["restartPolicy"].asString() == "Always" ? Role::Sidecar : Role::Init;
        m_state.initContainers[i].reason = "PodInitializing";
        m_runs.push_back({.index = i, .isInit = true});
    }
    for (std::size_t i = 0; i < m_state.containers.size(); ++i) {
        if (!inits.empty())
            m_state.containers[i].reason = "PodInitializing";
        m_runs.push_back({.index = i});
    }
    if (past == Past::Known)
        restore();
    if (m_pod->isTerminating())
        update(m_pod);
    else
        requestSync(m_node.stages().notice.draw(m_node.random));
}

PodWorker::~PodWorker()
{
    tearDown();
}

/// After the node was down: what ran has ended, nobody knows how, and starts anew in a new sandbox.
void PodWorker::restore()
{
    const kube::Value &status = m_pod->status();
    const auto started = base::parseRfc3339(status["startTime"].asString());
    if (!started)
        return;
    m_state.startTime = *started;
    m_hasStarted = true;
    m_published = status;
    for (ContainerRun &run : m_runs) {
        const auto &list = status[run.isInit ? "initContainerStatuses" : "containerStatuses"];
        const kube::Value &before = list[run.index];
        ContainerState &now = state(run);
        now.restarts = static_cast<int>(before["restartCount"].asInt());
        now.imageId = before["imageID"].asString();
        now.containerId = before["containerID"].asString();
        const auto since = base::parseRfc3339(before.at("state", "running", "startedAt").asString());
        if (!since)
            continue;
        now.kind = Kind::Terminated;
        now.end = ContainerEnd{now.containerId, "Unknown", {}, kUnknownEnd, since, m_node.timers.now()};
        now.isToRestart = isRestarted(run, kUnknownEnd);
    }
}

const kube::Value &PodWorker::spec(const ContainerRun &run) const
{
    return m_pod->spec()[run.isInit ? "initContainers" : "containers"][run.index];
}

ContainerState &PodWorker::state(const ContainerRun &run)
{
    return (run.isInit ? m_state.initContainers : m_state.containers)[run.index];
}

std::string_view PodWorker::name(const ContainerRun &run) const
{
    return spec(run)["name"].asString();
}

std::string PodWorker::fieldPath(const ContainerRun &run) const
{
    return std::format("spec.{}{{{}}}", run.isInit ? "initContainers" : "containers", name(run));
}

std::string PodWorker::fullName() const
{
    return std::format("{}_{}({})", m_pod->name(), m_pod->ns(), m_pod->uid());
}

void PodWorker::normal(const ContainerRun &run, std::string_view reason, std::string_view message)
{
    m_node.events.normal(*m_pod, reason, message, fieldPath(run));
}

void PodWorker::warning(const ContainerRun &run, std::string_view reason, std::string_view message)
{
    m_node.events.warning(*m_pod, reason, message, fieldPath(run));
}

std::shared_ptr<App> PodWorker::app(std::string_view container, bool isPrevious) const
{
    for (const ContainerRun &run : m_runs) {
        if (name(run) == container)
            return isPrevious ? run.previous : run.app;
    }
    return nullptr;
}

std::int64_t PodWorker::memory(base::Instant now) const
{
    std::int64_t sum = 0;
    for (const ContainerRun &run : m_runs)
        sum += run.app ? run.app->memory(now) : 0;
    return sum;
}

bool PodWorker::memoryVaries() const
{
    return std::ranges::any_of(m_runs, [](const auto &run) { return run.app && run.app->memoryVaries(); });
}

void PodWorker::update(const kube::ObjectPtr &pod)
{
    const auto before = m_pod;
    m_pod = kube::ObjectPtr(pod); // a copy first: it may be the same one
    if (pod->isTerminating()) {
        const base::Duration grace =
            std::chrono::seconds(pod->metadata()["deletionGracePeriodSeconds"].asInt(30));
        const base::Instant killAt = m_node.timers.now() + grace;
        if (m_isTerminating && killAt >= m_killAt)
            return;
        m_isTerminating = true;
        m_killAt = killAt;
        end(grace, [this] { removeFromApi(); });
        return;
    }
    if (before->spec() != pod->spec()) {
        watchDeadline();
        requestSync(m_node.stages().notice.draw(m_node.random));
    }
    // Others may have opened a readiness gate.
    if (m_hasStarted && !pod->spec()["readinessGates"].isEmpty() &&
        before->status()["conditions"] != pod->status()["conditions"]) {
        const auto now = makePodStatus(*m_pod, m_state, m_published, m_node.timers.now());
        if (now["conditions"] != pod->status()["conditions"])
            publish();
    }
    watchForeignStatus();
}

/// Somebody else has written whether it is ready, as the node's life cycle does when it hears nothing of the node: it
/// is told again.
///
/// Mirrors   pkg/kubelet/status/status_manager.go needsReconcile, looked at each 10 s
void PodWorker::watchForeignStatus()
{
    const auto isForeign = [this] {
        const auto ready = [](const kube::Value &status) {
            return findCondition(status["conditions"], "Ready")["status"].asString();
        };
        return !m_published.isNull() && ready(m_pod->status()) != ready(m_published);
    };
    if (!isForeign())
        m_reconcile = nullptr;
    else if (!m_reconcile)
        m_reconcile = m_node.timers.after(kStatusRetry, [this] { publish(); });
}

void PodWorker::requestSync(base::Duration delay)
{
    if (m_isTerminating || m_state.isOver)
        return;
    if (m_sync.isValid()) {
        m_isSyncWanted = true;
        return;
    }
    const base::Instant at = m_node.timers.now() + delay;
    if (m_syncTimer && m_syncAt <= at)
        return;
    m_syncAt = at;
    m_syncTimer = m_node.timers.after(delay, [this] { startSync(); });
}

void PodWorker::startSync()
{
    m_syncTimer = nullptr;
    m_isSyncWanted = false;
    m_retryAfter = {};
    m_sync = syncPass();
    m_sync.start([this] { finishSync(); });
}

void PodWorker::finishSync()
{
    m_sync = {};
    if (settleIfOver())
        return;
    if (m_isSyncWanted)
        requestSync({});
    else if (m_retryAfter > base::Duration::zero())
        requestSync(m_retryAfter);
}

client::Task<void> PodWorker::syncPass()
{
    showWaiting();
    if (!m_state.hasSandbox)
        co_await makeSandbox();
    if (!co_await syncInit())
        co_return;
    for (ContainerRun &run : m_runs) {
        if (!run.isInit && needsStart(run))
            static_cast<void>(co_await startContainer(run));
    }
}

/// The first pass: the kubelet takes the Pod, and makes its network.
client::Task<void> PodWorker::makeSandbox()
{
    const KubeletStages &stages = m_node.stages();
    if (m_hasStarted) {
        m_node.events.normal(*m_pod, "SandboxChanged",
                             "Pod sandbox changed, it will be killed and re-created.");
    } else {
        m_hasStarted = true;
        m_state.startTime = m_node.timers.now();
    }
    watchDeadline();
    publish();
    co_await client::sleep(m_node.timers, stages.sandbox.draw(m_node.random));
    m_state.ip = m_pod->spec()["hostNetwork"].asBool() ? m_node.hostIp : m_node.ips.take();
    m_state.hasSandbox = true;
    if (m_state.ip != m_node.hostIp)
        m_node.apps.addPod(m_state.ip);
}

/// Init containers one after the other; true: all are done, and sidecars have started.
client::Task<bool> PodWorker::syncInit()
{
    for (ContainerRun &run : m_runs) {
        if (!run.isInit)
            break;
        const bool isSidecar = state(run).role == Role::Sidecar;
        if (needsStart(run)) {
            const bool hasStarted = co_await startContainer(run);
            if (!hasStarted || !isSidecar)
                co_return false;
        }
        const ContainerState &now = state(run);
        const bool isDone =
            isSidecar ? now.isStarted : now.kind == Kind::Terminated && now.end->exitCode == 0;
        if (!isDone)
            co_return false;
    }
    co_return true;
}

/// What the last pass found out becomes visible with this one.
void PodWorker::showWaiting()
{
    bool isNew = false;
    for (ContainerRun &run : m_runs) {
        ContainerState &now = state(run);
        if (run.nextReason.empty() || now.kind == Kind::Running)
            continue;
        isNew = isNew || now.kind != Kind::Waiting || now.message != run.nextMessage;
        now.kind = Kind::Waiting;
        now.reason = run.nextReason;
        now.message = run.nextMessage;
    }
    if (isNew)
        publish();
}

void PodWorker::watchDeadline()
{
    const auto &seconds = m_pod->spec()["activeDeadlineSeconds"];
    if (!m_hasStarted || seconds.isNull() || m_state.isOver)
        return;
    const base::Instant at = m_state.startTime + std::chrono::seconds(seconds.asInt());
    m_deadline = m_node.timers.after(at - m_node.timers.now(), [this] {
        const std::string message = "Pod was active on the node longer than the specified deadline";
        m_node.events.normal(*m_pod, "DeadlineExceeded", message);
        fail("DeadlineExceeded", message, {},
             std::chrono::seconds(m_pod->spec()["terminationGracePeriodSeconds"].asInt(30)));
    });
}

void PodWorker::noticeAtRelist()
{
    if (!m_relistTimer)
        m_relistTimer =
            m_node.timers.after(m_node.nextRelist() - m_node.timers.now(), [this] { onRelist(); });
}

void PodWorker::onRelist()
{
    m_relistTimer = nullptr;
    if (m_isTerminating || m_state.isOver)
        return;
    bool isSyncNeeded = false;
    for (ContainerRun &run : m_runs) {
        if (state(run).kind == Kind::Running && !run.isNoticed && !run.ended)
            noticeStart(run);
        if (run.ended) {
            noticeEnd(run);
            isSyncNeeded = true;
        }
        isSyncNeeded = isSyncNeeded || (run.isInit && run.isNoticed);
    }
    publish();
    if (!settleIfOver() && isSyncNeeded)
        requestSync({});
}

/// When all containers have ended and none is started again, the Pod has succeeded or failed.
bool PodWorker::settleIfOver()
{
    if (m_isTerminating || m_state.isOver)
        return m_state.isOver;
    const auto hasEnded = [](const ContainerState &each) {
        return each.kind == Kind::Terminated && !each.isToRestart;
    };
    const bool hasFailedInit = std::ranges::any_of(m_state.initContainers, [&](const auto &init) {
        return init.role == Role::Init && hasEnded(init) && init.end->exitCode != 0;
    });
    if (m_sync.isValid() || (!hasFailedInit && !std::ranges::all_of(m_state.containers, hasEnded)))
        return false;
    m_state.isOver = true;
    m_task = failPod(std::chrono::seconds(m_pod->spec()["terminationGracePeriodSeconds"].asInt(30)));
    m_task.start([this] { m_task = {}; });
    return true;
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
    const auto patch =
        kube::Value::map({{"metadata", kube::Value::map({{"uid", m_pod->uid()}})}, {"status", m_published}});
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
