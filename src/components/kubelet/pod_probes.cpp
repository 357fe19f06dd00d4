// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Probes against the app models.
//
// Differs   exec probes know cat, ls, test and stat of a file, true, false, exit and sleep; any other command
//           passes unless the program fails on all its paths. gRPC health is the status of all paths.
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

constexpr base::Duration kBusy = 100ms;

std::uint16_t portOf(const kube::Value &port, const kube::Value &container)
{
    if (port.isInt())
        return static_cast<std::uint16_t>(port.asInt());
    for (const kube::Value &one : container["ports"].items()) {
        if (one["name"].asString() == port.asString())
            return static_cast<std::uint16_t>(one["containerPort"].asInt());
    }
    return 0;
}

/// What asking a program that may listen finds.
struct Contact {
    const App *app;
    base::Instant now;
    base::Duration timeout;
    std::string address;

    [[nodiscard]] bool isRefused() const { return !app || !app->isListening(now); }
    [[nodiscard]] ProbeOutcome refused(std::string_view before) const
    {
        ProbeOutcome outcome{false,
                             std::format("{}dial tcp {}: connect: connection refused", before, address)};
        if (app && now < app->listensFrom())
            outcome.changes = app->listensFrom();
        return outcome;
    }
};

ProbeOutcome checkHttp(const Contact &contact, const kube::Value &get)
{
    std::string path(get["path"].asString("/"));
    if (!path.starts_with('/'))
        path.insert(0, "/");
    const std::string url = std::format(
        "{}://{}{}", get["scheme"].asString("HTTP") == "HTTPS" ? "https" : "http", contact.address, path);
    if (contact.isRefused())
        return contact.refused(std::format("Get \"{}\": ", url));
    const int status = contact.app->statusOf(path, contact.now);
    const auto wait = contact.app->queueTime(contact.now);
    ProbeOutcome outcome;
    outcome.changes = contact.app->statusChange(path, contact.now);
    outcome.isBusy = wait > kBusy;
    outcome.isSuccess = false;
    if (status == 0 || wait + contact.app->model().latency.to > contact.timeout)
        outcome.text = std::format("Get \"{}\": context deadline exceeded (Client.Timeout exceeded while "
                                   "awaiting headers)",
                                   url);
    else if (status < 200 || status >= 400)
        outcome.text = std::format("HTTP probe failed with statuscode: {}", status);
    else
        outcome.isSuccess = true;
    return outcome;
}

ProbeOutcome checkGrpc(const Contact &contact)
{
    ProbeOutcome outcome;
    if (contact.isRefused()) {
        outcome = contact.refused({});
        outcome.text =
            std::format("timeout: failed to connect service \"{}\" within {}: context deadline exceeded",
                        contact.address, kube::goDuration(contact.timeout));
        return outcome;
    }
    outcome.changes = contact.app->statusChange("*", contact.now);
    outcome.isSuccess = contact.app->statusOf("*", contact.now) == 200;
    if (!outcome.isSuccess)
        outcome.text = "service unhealthy (responded with \"NOT_SERVING\")";
    return outcome;
}

std::vector<std::string> words(const kube::Value &list)
{
    std::vector<std::string> all;
    for (const kube::Value &word : list.items())
        all.emplace_back(word.asString());
    return all;
}

ProbeOutcome checkExec(const App &app, const kube::Value &exec, base::Instant now, base::Duration timeout)
{
    const auto argv = words(exec["command"]);
    const std::string tool = argv.empty() ? std::string() : argv[0].substr(argv[0].rfind('/') + 1);
    ProbeOutcome outcome;
    if ((tool == "cat" || tool == "ls" || tool == "stat" || tool == "test") && argv.size() > 1) {
        outcome.changes = app.fileChange(argv.back(), now);
        outcome.isSuccess = app.hasFile(argv.back(), now);
        if (!outcome.isSuccess && tool == "cat")
            outcome.text = std::format("cat: can't open '{}': No such file or directory\n", argv.back());
        else if (!outcome.isSuccess && tool != "test")
            outcome.text = std::format("{}: {}: No such file or directory\n", tool, argv.back());
        return outcome;
    }
    if (const auto plan = CommandPlan::parse(argv)) {
        if (!plan->lasts || *plan->lasts > timeout)
            return {false, std::format("command timed out: \"{}\" timed out after {}", argv[0],
                                       kube::goDuration(timeout))};
        for (const auto &output : plan->outputs)
            outcome.text += output.text;
        outcome.isSuccess = plan->exitCode == 0;
        return outcome;
    }
    outcome.changes = app.statusChange("*", now);
    const int status = app.statusOf("*", now);
    outcome.isSuccess = status == 200;
    if (status == 0)
        outcome.text = std::format("command timed out after {}", kube::goDuration(timeout));
    return outcome;
}

} // namespace

ProbeOutcome PodWorker::check(const ContainerRun &run, const kube::Value &probe) const
{
    const base::Instant now = m_node.timers.now();
    const base::Duration timeout = std::chrono::seconds(probe["timeoutSeconds"].asInt(1));
    if (probe.contains("exec"))
        return checkExec(*run.app, probe["exec"], now, timeout);
    const char *how = probe.contains("httpGet") ? "httpGet" : probe.contains("grpc") ? "grpc" : "tcpSocket";
    const kube::Value &action = probe[how];
    const auto port = portOf(action["port"], spec(run));
    const auto host = action["host"].asString(m_state.ip);
    const auto app = m_node.apps.find(host, port);
    const Contact contact{app.get(), now, timeout, std::format("{}:{}", host, port)};
    if (probe.contains("httpGet"))
        return checkHttp(contact, action);
    if (probe.contains("grpc"))
        return checkGrpc(contact);
    return contact.isRefused() ? contact.refused({}) : ProbeOutcome{};
}

/// A container is seen to run for the first time.
void PodWorker::noticeStart(ContainerRun &run)
{
    run.isNoticed = true;
    ContainerState &its = state(run);
    if (its.role == Role::Init)
        return;
    const kube::Value &startup = spec(run)["startupProbe"];
    if (!startup.isNull()) {
        addProber(run, ProbeKind::Startup, startup, m_state.startTime);
        return;
    }
    its.isStarted = true;
    startProbes(run);
}

/// From when the startup probe, if there is one, has passed.
void PodWorker::startProbes(ContainerRun &run)
{
    const kube::Value &container = spec(run);
    state(run).isReady = container["readinessProbe"].isNull();
    if (!container["readinessProbe"].isNull())
        addProber(run, ProbeKind::Readiness, container["readinessProbe"], m_node.timers.now());
    if (!container["livenessProbe"].isNull())
        addProber(run, ProbeKind::Liveness, container["livenessProbe"], m_state.startTime);
}

void PodWorker::addProber(ContainerRun &run, ProbeKind kind, const kube::Value &probe,
                          base::Instant ticksSince)
{
    auto prober = std::make_unique<Prober>(Prober::Parts{
        m_node.timers, kind, probe, [this, &run, probe] { return check(run, probe); },
        [this, &run, kind](const std::string &text) {
            warning(run, "Unhealthy", std::format("{} probe failed: {}", probeName(kind), text));
        },
        [this, &run, kind](bool isSuccess) { onVerdict(run, kind, isSuccess); }});
    prober->start(*state(run).startedAt, ticksSince);
    run.probers.push_back(std::move(prober));
}

void PodWorker::onVerdict(ContainerRun &run, ProbeKind kind, bool isSuccess)
{
    ContainerState &its = state(run);
    if (kind == ProbeKind::Readiness) {
        its.isReady = isSuccess;
        publish();
        return;
    }
    if (m_isTerminating || m_state.isOver)
        return;
    if (isSuccess) {
        its.isStarted = true;
        startProbes(run);
        publish();
        if (run.isInit)
            requestSync({});
        return;
    }
    const auto &probe = spec(run)[kind == ProbeKind::Startup ? "startupProbe" : "livenessProbe"];
    const auto grace = probe["terminationGracePeriodSeconds"].asInt(
        m_pod->spec()["terminationGracePeriodSeconds"].asInt(30));
    const bool isRepeated = isRestarted(run, 1);
    restart(run,
            std::format("Container {} failed {} probe{}", name(run),
                        kind == ProbeKind::Startup ? "startup" : "liveness",
                        isRepeated ? ", will be restarted" : ""),
            std::chrono::seconds(grace));
}

} // namespace minato::components
