// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How containers start and end.
#include "components/common/pod.h"
#include "components/kubelet/pod_worker.h"
#include "kube/duration.h"

#include <algorithm>
#include <format>

namespace minato::components {
namespace {

using namespace std::chrono_literals;
using Kind = ContainerState::Kind;
using Role = ContainerState::Role;

constexpr base::Duration kBackOffPeriod = 10s;
constexpr base::Duration kPullLook = 5s;

base::Duration truncatedToMilliseconds(base::Duration duration)
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(duration);
}

std::string newContainerId(base::RandomStream &random)
{
    return std::format("containerd://{:016x}{:016x}{:016x}{:016x}", random.next(), random.next(),
                       random.next(), random.next());
}

} // namespace

/// By the Pod's policy; sidecars always, init containers as with OnFailure unless it is Never.
bool PodWorker::isRestarted(const ContainerRun &run, int exitCode) const
{
    const auto role = run.isInit ? m_state.initContainers[run.index].role : Role::Main;
    if (role == Role::Sidecar)
        return true;
    const auto policy = m_pod->spec()["restartPolicy"].asString("Always");
    if (role == Role::Init)
        return exitCode != 0 && policy != "Never";
    return policy == "Always" || (policy == "OnFailure" && exitCode != 0);
}

bool PodWorker::needsStart(const ContainerRun &run)
{
    const ContainerState &now = state(run);
    return now.kind == Kind::Waiting || (now.kind == Kind::Terminated && now.isToRestart);
}

/// Not started: why shows from the next pass on, which comes by itself.
void PodWorker::waitFor(ContainerRun &run, std::string_view reason, std::string message)
{
    run.nextReason = reason;
    run.nextMessage = std::move(message);
    constexpr std::uint64_t kSteps = 1000;
    const auto jitter = kBackOffPeriod / 2 / kSteps * static_cast<std::int64_t>(m_node.random.below(kSteps));
    m_retryAfter = kBackOffPeriod + jitter;
}

client::Task<bool> PodWorker::startContainer(ContainerRun &run)
{
    const KubeletStages &stages = m_node.stages();
    const base::Instant now = m_node.timers.now();
    if (const auto &last = state(run).end) {
        if (run.crashes.isWaiting(last->finishedAt, now, stages.crashBackOff)) {
            warning(run, "BackOff",
                    std::format("Back-off restarting failed container {} in pod {}", name(run), fullName()));
            waitFor(run, "CrashLoopBackOff",
                    std::format("back-off {} restarting failed container={} pod={}",
                                kube::goDuration(run.crashes.delay()), name(run), fullName()));
            co_return false;
        }
        run.crashes.next(last->finishedAt, now, stages.crashBackOff);
    }
    if (!co_await ensureImage(run))
        co_return false;
    run.nextReason.clear();
    co_await client::sleep(m_node.timers, stages.create.draw(m_node.random));
    normal(run, "Created", std::format("Created container: {}", name(run)));
    co_await client::sleep(m_node.timers, stages.start.draw(m_node.random));
    launch(run);
    normal(run, "Started", std::format("Started container {}", name(run)));
    co_return true;
}

client::Task<bool> PodWorker::ensureImage(ContainerRun &run)
{
    const std::string image(spec(run)["image"].asString());
    const auto policy = pullPolicy(spec(run));
    const bool isPresent = m_node.images.isPresent(image, m_node.timers.now());
    if (policy == "Never" && !isPresent) {
        const auto message =
            std::format("Container image \"{}\" is not present with pull policy of Never", image);
        warning(run, "ErrImageNeverPull", message);
        warning(run, "Failed", "Error: ErrImageNeverPull");
        waitFor(run, "ErrImageNeverPull", message);
        showWaiting();
        co_return false;
    }
    if (isPresent && policy != "Always") {
        normal(run, "Pulled", std::format("Container image \"{}\" already present on machine", image));
        co_return true;
    }
    co_return co_await pullImage(run);
}

/// One try, or none while the last failure is too fresh.
client::Task<bool> PodWorker::pullImage(ContainerRun &run)
{
    const std::string image(spec(run)["image"].asString());
    const DurationRange &limits = m_node.stages().pullBackOff;
    if (run.pulls.isWaiting(m_node.timers.now(), limits)) {
        normal(run, "BackOff", std::format("Back-off pulling image \"{}\"", image));
        warning(run, "Failed", "Error: ImagePullBackOff");
        waitFor(run, "ImagePullBackOff",
                std::format("Back-off pulling image \"{}\": ErrImagePull: {}", image, run.pullError));
        showWaiting();
        co_return false;
    }
    normal(run, "Pulling", std::format("Pulling image \"{}\"", image));
    const auto pull = m_node.images.pull(image, m_node.timers.now());
    // Meanwhile the sandbox is noticed: the Pod has its address before its image.
    if (m_node.nextRelist() < pull.end && run.pullError.empty())
        noticeAtRelist();
    co_await client::sleep(m_node.timers, pull.end - m_node.timers.now());
    if (pull.result) {
        normal(run, "Pulled",
               std::format(
                   "Successfully pulled image \"{}\" in {} ({} including waiting). Image size: {} bytes.",
                   image, kube::goDuration(truncatedToMilliseconds(pull.duration)),
                   kube::goDuration(truncatedToMilliseconds(pull.withWaiting)), pull.result->bytes));
        m_node.onPulled();
        co_return true;
    }
    run.pullError = pull.result.error();
    warning(run, "Failed", std::format("Failed to pull image \"{}\": {}", image, run.pullError));
    warning(run, "Failed", "Error: ErrImagePull");
    run.pulls.next(m_node.timers.now(), m_node.timers.now(), limits);
    waitFor(run, "ErrImagePull", run.pullError);
    showWaiting();
    m_retryAfter = kPullLook;
    co_return false;
}

void PodWorker::launch(ContainerRun &run)
{
    const base::Instant now = m_node.timers.now();
    const kube::Value &container = spec(run);
    const auto image = m_node.behaviour.images.find(container["image"].asString());
    ContainerState &its = state(run);
    its.restarts += its.end ? 1 : 0;
    its.kind = Kind::Running;
    its.startedAt = now;
    its.isStarted = its.isReady = false;
    its.containerId = newContainerId(m_node.random);
    its.imageId = imageIdOf(container["image"].asString(), *image);
    const auto &model = *image->app;
    const auto declared = container["ports"][0]["containerPort"].asInt(model.port);
    const auto port = model.usesDeclaredPort ? static_cast<std::uint16_t>(declared) : model.port;
    run.previous = std::move(run.app);
    run.app = std::make_shared<App>(App::Identity{std::string(m_pod->ns()), std::string(m_pod->name()),
                                                  std::string(m_pod->uid()),
                                                  std::string(container["name"].asString()), m_node.nodeName},
                                    *image, port, now, model.startup.draw(m_node.random));
    if (model.exit) {
        const auto after = model.exit->after.draw(m_node.random);
        const bool isFailing =
            model.exit->failing > 0 && m_node.random.below(100) < std::uint64_t(model.exit->failing);
        run.app->endAfter(after, isFailing ? model.exit->failCode : model.exit->code);
    }
    auto environment = ownEnvironment(*m_pod, container["name"].asString());
    environment.try_emplace("HOSTNAME", hostnameOf(*m_pod));
    if (auto plan = CommandPlan::parse(commandOf(container, model.port == 0, environment), environment))
        run.app->runInstead(std::move(*plan));
    run.app->limitMemory(quantityValue(container.at("resources", "limits", "memory")));
    run.isNoticed = false;
    run.ended.reset();
    m_node.apps.addApp(m_state.ip, run.app);
    watchEnd(run);
    m_node.onLaunched();
    noticeAtRelist();
}

void PodWorker::watchEnd(ContainerRun &run)
{
    const auto endAt = [this, &run](const App::End &end) {
        run.endTimer =
            m_node.timers.after(end.at - m_node.timers.now(), [this, &run, end] { ended(run, end); });
    };
    run.app->setObservers(endAt, [&run] {
        for (const auto &prober : run.probers)
            prober->wake();
    });
    if (const auto end = run.app->plannedEnd())
        endAt(*end);
}

/// The process is gone; the kubelet notices at its next relist.
void PodWorker::ended(ContainerRun &run, const App::End &end)
{
    if (run.ended || state(run).kind != Kind::Running)
        return;
    run.endTimer = nullptr;
    run.ended = App::End{m_node.timers.now(), end.code, end.isOutOfMemory};
    run.app->setObservers({}, {});
    run.app->stop();
    m_node.apps.removeApp(m_state.ip, *run.app);
    for (const auto &prober : run.probers)
        prober->stop();
    noticeAtRelist();
}

void PodWorker::noticeEnd(ContainerRun &run)
{
    ContainerState &its = state(run);
    const App::End end = *std::exchange(run.ended, std::nullopt);
    its.kind = Kind::Terminated;
    its.formerEnd = std::move(its.end);
    its.end = ContainerEnd{its.containerId,
                           end.isOutOfMemory ? "OOMKilled"
                           : end.code == 0   ? "Completed"
                                             : "Error",
                           {},
                           end.code,
                           its.startedAt,
                           end.at};
    its.isToRestart = isRestarted(run, end.code);
    its.isStarted = false;
    its.isReady = its.role == Role::Init && end.code == 0;
    run.probers.clear();
    run.isBeingKilled = false;
}

} // namespace minato::components
