// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How Pods and containers are stopped.
//
// Mirrors   kuberuntime_container.go killContainer (preStop within the grace period, never less than 2 s),
//           killContainersWithSyncResult (sidecars after the others)
#include "client/requests.h"
#include "components/common/pod.h"
#include "components/kubelet/pod_worker.h"

#include <algorithm>
#include <format>

namespace minato::components {
namespace {

using namespace std::chrono_literals;
using kube::resources::kPods;
using Kind = ContainerState::Kind;
using Role = ContainerState::Role;

constexpr base::Duration kOrphanGrace = 2s;
constexpr base::Duration kLeastGrace = 2s;
constexpr int kKilled = 137;

/// How long the hook before SIGTERM takes.
base::Duration hookTime(const kube::Value &hook)
{
    if (hook.contains("sleep"))
        return std::chrono::seconds(hook.at("sleep", "seconds").asInt());
    std::vector<std::string> argv;
    for (const kube::Value &word : hook.at("exec", "command").items())
        argv.emplace_back(word.asString());
    const auto plan = CommandPlan::parse(argv);
    return plan ? plan->lasts.value_or(1h) : base::Duration::zero();
}

/// What happens to a container that is stopped, and when.
struct Stop {
    base::Instant at;
    ContainerRun *run;
    bool isSignal; ///< SIGTERM; else its end
    int code = kKilled;
};

} // namespace

std::vector<ContainerRun *> PodWorker::running(bool areSidecars)
{
    std::vector<ContainerRun *> which;
    for (ContainerRun &run : m_runs) {
        if (run.app && !run.ended && state(run).kind == Kind::Running &&
            (state(run).role == Role::Sidecar) == areSidecars)
            which.push_back(&run);
    }
    return which;
}

/// SIGTERM to each after its hook; each ends by itself, or is killed at the end of the grace period.
client::Task<void> PodWorker::stopContainers(std::vector<ContainerRun *> which, base::Duration grace,
                                             std::string message)
{
    const base::Instant now = m_node.timers.now();
    std::vector<Stop> stops;
    for (ContainerRun *run : which) {
        if (!m_isOrphaned)
            normal(*run, "Killing",
                   message.empty() ? std::format("Stopping container {}", name(*run)) : message);
        const auto &hook = spec(*run).at("lifecycle", "preStop");
        const auto before = hook.isNull() ? base::Duration::zero() : std::min(hookTime(hook), grace);
        const auto left = std::max(grace - before, kLeastGrace);
        const auto &model = run->app->model();
        stops.push_back({now + before, run, true});
        stops.push_back({now + before + left, run, false});
        const auto needed = model.exitDelay.draw(m_node.random);
        if (needed < left && run->app->hearsTerm())
            stops.push_back({now + before + needed, run, false, model.exitCode});
    }
    std::ranges::stable_sort(stops, {}, &Stop::at);
    for (const Stop &stop : stops) {
        if (std::ranges::none_of(which, [](const auto *run) { return run->app->isRunning(); }))
            break;
        co_await client::sleep(m_node.timers, stop.at - m_node.timers.now());
        if (!stop.run->app->isRunning())
            continue;
        if (stop.isSignal)
            stop.run->app->terminate(); // or it goes on until it is killed
        else
            ended(*stop.run, {m_node.timers.now(), stop.code, false});
    }
    co_await client::sleep(m_node.timers, m_node.stages().kill.draw(m_node.random));
}

/// One container is stopped, and started again when its end has been noticed.
void PodWorker::restart(ContainerRun &run, std::string message, base::Duration grace)
{
    if (run.isBeingKilled || state(run).kind != Kind::Running)
        return;
    run.isBeingKilled = true;
    run.kill = stopContainers({&run}, grace, std::move(message));
    run.kill.start();
}

void PodWorker::stopPasses()
{
    for (auto *timer : {&m_syncTimer, &m_relistTimer, &m_deadline})
        timer->reset();
    m_sync = {};
}

/// Everything else stops; then this.
void PodWorker::end(base::Duration grace, std::function<void()> then)
{
    stopPasses();
    for (ContainerRun &run : m_runs) {
        run.kill = {};
        std::erase_if(run.probers, [](const auto &prober) { return prober->kind() != ProbeKind::Readiness; });
    }
    m_task = terminate(grace);
    m_task.start(std::move(then));
}

client::Task<void> PodWorker::terminate(base::Duration grace)
{
    const KubeletStages &stages = m_node.stages();
    const base::Instant killAt = m_node.timers.now() + grace;
    co_await client::sleep(m_node.timers, stages.notice.draw(m_node.random));
    for (const bool areSidecars : {false, true}) {
        auto which = running(areSidecars);
        if (which.empty())
            continue;
        const auto left = std::max(killAt - m_node.timers.now(), base::Duration::zero());
        co_await stopContainers(std::move(which), left, {});
    }
    m_relistTimer = nullptr;
    markStopped();
    if (!m_isOrphaned) {
        const auto relist = std::min(stages.relistPeriod, m_node.nextRelist() - m_node.timers.now());
        co_await client::sleep(m_node.timers, relist);
        publish();
    }
    co_await client::sleep(m_node.timers, stages.tearDown.draw(m_node.random));
    tearDown();
}

void PodWorker::markStopped()
{
    m_state.isOver = true;
    for (ContainerRun &run : m_runs) {
        ContainerState &its = state(run);
        run.probers.clear();
        if (run.ended)
            noticeEnd(run);
        its.isReady = its.role == Role::Init && its.isReady;
        its.isToRestart = its.isStarted = false;
        // A container that never ran counts as killed.
        if (its.kind == Kind::Waiting && !its.end)
            its.end = ContainerEnd{{},
                                   "ContainerStatusUnknown",
                                   "The container could not be located when the pod was terminated",
                                   kKilled,
                                   std::nullopt,
                                   m_node.timers.now()};
        if (its.kind == Kind::Waiting && its.role != Role::Init)
            its.kind = Kind::Terminated;
    }
}

void PodWorker::fail(std::string reason, std::string message, kube::Value disruption, base::Duration grace)
{
    if (m_isTerminating || m_state.hasFailed)
        return;
    m_state.hasFailed = m_state.isOver = true;
    m_state.reason = std::move(reason);
    m_state.message = std::move(message);
    m_state.disruption = std::move(disruption);
    stopPasses();
    m_task = failPod(grace);
    m_task.start([this] { m_task = {}; });
}

/// The Pod has ended, or is to: what still runs of it stops, and it stays in the API.
client::Task<void> PodWorker::failPod(base::Duration grace)
{
    for (ContainerRun &run : m_runs)
        run.kill = {};
    for (const bool areSidecars : {false, true}) {
        auto which = running(areSidecars);
        if (!which.empty())
            co_await stopContainers(std::move(which), grace, {});
    }
    stopPasses();
    markStopped();
    publish();
    co_await client::sleep(m_node.timers, m_node.stages().tearDown.draw(m_node.random));
    tearDown();
    publish();
}

void PodWorker::orphaned()
{
    m_publishCall = nullptr;
    m_retry = nullptr;
    const bool isQuiet = running(false).empty() && running(true).empty();
    m_isOrphaned = m_isTerminating = true;
    if (isQuiet) {
        finish();
        return;
    }
    end(kOrphanGrace, [this] { finish(); });
}

void PodWorker::finish()
{
    const auto onGone = m_onGone; // a copy: it may destroy this
    onGone();
}

void PodWorker::tearDown()
{
    for (const ContainerRun &run : m_runs) {
        if (run.app && run.app->isRunning()) {
            run.app->setObservers({}, {});
            run.app->stop();
            m_node.apps.removeApp(m_state.ip, *run.app);
        }
    }
    if (std::exchange(m_state.hasSandbox, false) && m_state.ip != m_node.hostIp) {
        m_node.apps.removePod(m_state.ip);
        m_node.ips.release(m_state.ip);
    }
}

/// The last word of a kubelet: the Pod is really gone.
void PodWorker::removeFromApi()
{
    m_task = {};
    m_removeCall =
        m_node.transport.send(client::deleteRequest(kPods, *m_pod, {.gracePeriodSeconds = 0}),
                              [this](const api::Result<api::Response> &answer) {
                                  if (answer || answer.error().code == 404 || answer.error().code == 409)
                                      return; // its event comes, and ends this worker
                                  m_retry = m_node.timers.after(kStatusRetry, [this] { removeFromApi(); });
                              });
}

} // namespace minato::components
