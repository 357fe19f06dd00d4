// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// kubectl attach, and what `kubectl run --attach` does. Mirrors kubectl/pkg/cmd/attach (attach.go) and
// pkg/cmd/run (run.go). Nothing here is a terminal.
#include "shell/kubectl/commands/attach.h"

#include "kube/duration.h"
#include "shell/kubectl/commands/commands.h"
#include "shell/kubectl/commands/logs.h"
#include "shell/kubectl/container_stream.h"
#include "shell/kubectl/pod_spec.h"
#include "shell/kubectl/pods.h"
#include "shell/kubectl/resource_args.h"
#include "shell/kubectl/waiting.h"

#include <algorithm>

namespace minato::shell::kubectl {
namespace {

using kube::Value;

bool hasEnded(const kube::Object &pod)
{
    const auto phase = pod.status()["phase"].asString();
    return phase == "Succeeded" || phase == "Failed";
}

bool isReady(const kube::Object &pod)
{
    return pod.status()["phase"].asString() == "Running" &&
           std::ranges::any_of(pod.status()["conditions"].items(), [](const Value &condition) {
               return condition["type"].asString() == "Ready" && condition["status"].asString() == "True";
           });
}

base::Duration podTimeout(const Session &session)
{
    return kube::parseGoDuration(session.flags().text("pod-running-timeout"))
        .value_or(base::Duration(std::chrono::minutes(1)));
}

/// Watches the Pod until it is as asked for; how it is then.
client::Task<Result<kube::ObjectPtr>> waitForPod(Session &session, kube::ObjectPtr pod,
                                                 bool (*isEnough)(const kube::Object &pod))
{
    const auto type = co_await findType(session, "pods");
    if (!type)
        co_return std::unexpected(type.error());
    kube::ObjectPtr last;
    bool isGone = false;
    const auto met = co_await watchObject(session, *type, std::string(pod->ns()), std::string(pod->name()),
                                          session.services().timers.now() + podTimeout(session),
                                          [&](const kube::ObjectPtr &now) {
                                              isGone = !now;
                                              last = now;
                                              return isGone || isEnough(*now) ? Watched::Stop : Watched::GoOn;
                                          });
    if (!met)
        co_return std::unexpected(met.error());
    if (!*met)
        co_return std::unexpected(Error("timed out waiting for the condition"));
    if (isGone)
        co_return std::unexpected(Error(kube::Status::notFound(kube::resources::kPods, "")));
    co_return last;
}

/// What is told of a container that ended badly, with its exit code as the status.
int failWithPod(const Session &session, const kube::Object &pod)
{
    const std::string name = "pod " + std::string(pod.ns()) + "/" + std::string(pod.name());
    const Value &ended = pod.status()["containerStatuses"][0]["state"]["terminated"];
    const std::int64_t code = ended["exitCode"].asInt();
    if (code == 0)
        return session.fail(name + " failed with unknown exit code");
    const std::string message(ended["message"].asString());
    session.warn(name + " terminated (" + std::string(ended["reason"].asString()) + ")\n" + message +
                 (message.empty() || message.ends_with('\n') ? "" : "\n"));
    return static_cast<int>(code);
}

/// The exit status, once the Pod has ended; 0 at once for a Pod that is always started again.
client::Task<int> statusOf(Session &session, kube::ObjectPtr pod)
{
    const auto policy = pod->spec()["restartPolicy"].asString("Always");
    if (policy == "Always" || session.flags().isTrue("leave-stdin-open"))
        co_return 0;
    const auto ended = co_await waitForPod(
        session, pod, policy == "Never" ? hasEnded : [](const kube::Object &now) {
            return now.status()["phase"].asString() == "Succeeded";
        });
    if (!ended)
        co_return session.fail(ended.error());
    co_return (*ended)->status()["phase"].asString() == "Succeeded" ? 0 : failWithPod(session, **ended);
}

client::Task<int> runAttach(Session &session)
{
    const Flags &flags = session.flags();
    const auto &words = session.arguments();
    if (words.empty())
        co_return session.fail("at least 1 argument is required for attach");
    if (words.size() > 2) {
        std::string all;
        for (const std::string &word : words)
            all += (all.empty() ? "" : " ") + word;
        co_return session.fail("expected POD, TYPE/NAME, or TYPE NAME, (at most 2 arguments) saw " +
                               std::to_string(words.size()) + ": [" + all + "]");
    }
    if (podTimeout(session) <= base::Duration::zero())
        co_return session.fail("--pod-running-timeout must be higher than zero");
    const auto pod = co_await namedPod(session, session.arguments(), podTimeout(session));
    if (!pod)
        co_return session.fail(pod.error());
    if (hasEnded(**pod))
        co_return session.fail("cannot attach a container in a completed pod; current phase is " +
                               std::string((*pod)->status()["phase"].asString()));
    const auto done = co_await attachToPod(session, *pod,
                                           {.container = flags.text("container"),
                                            .hasInput = flags.isTrue("stdin"),
                                            .hasTerminal = flags.isTrue("tty"),
                                            .isQuiet = flags.isTrue("quiet")});
    co_return done ? 0 : session.fail(done.error());
}

constexpr FlagSpec kAttachFlags[]{
    {"container", 'c', FlagType::Text, "", "The container whose output it is."},
    {"stdin", 'i', FlagType::Bool, "false", "Pass what comes in on to the container."},
    {"tty", 't', FlagType::Bool, "false", "As a terminal; not in this window's."},
    {"quiet", 'q', FlagType::Bool, "false", "Print no prompts."},
    {"pod-running-timeout", 0, FlagType::Duration, "1m0s", "How long to wait for a Pod of the object."},
};

} // namespace

client::Task<Result<void>> attachToPod(Session &session, kube::ObjectPtr pod, AttachPlan plan)
{
    const auto containers = pod->spec()["containers"].items();
    const auto isNamed = [&plan](const Value &one) { return one["name"].asString() == plan.container; };
    if (!plan.container.empty() && std::ranges::none_of(containers, isNamed))
        co_return std::unexpected(Error("cannot attach to the container: container " + plan.container +
                                        " not found in pod " + std::string(pod->name())));
    const std::string container = containerToUse(session, *pod, plan.container, plan.isQuiet);
    const auto chosen =
        std::ranges::find(containers, container, [](const Value &one) { return one["name"].asString(); });
    const bool isTerminal = chosen != containers.end() && (*chosen)["tty"].asBool();
    if (plan.hasTerminal && !isTerminal && !plan.isQuiet)
        session.warn("error: Unable to use a TTY - container " + container + " did not allocate one\n");
    if (isTerminal && plan.hasInput && !plan.isQuiet)
        session.warn("Unable to use a TTY - input is not a terminal or the right kind of file\n");
    if (!plan.isQuiet)
        session.warn("If you don't see a command prompt, try pressing enter.\n");
    const StreamInput input = plan.hasInput ? StreamInput::Plain : StreamInput::None;
    const auto end =
        co_await streamContainer(session, streamRequest(*pod, "attach", container, input), input);
    if (!end)
        co_return std::unexpected(Error("this cluster has no streams to containers"));
    if (!end->failure || end->failure->isReason("NonZeroExitCode"))
        co_return Result<void>();
    co_return std::unexpected(Error(*end->failure));
}

client::Task<int> followPod(Session &session, kube::ObjectPtr pod, AttachPlan plan)
{
    const auto found = co_await waitForPod(
        session, pod, [](const kube::Object &now) { return hasEnded(now) || isReady(now); });
    if (!found)
        co_return session.fail(found.error());
    const std::string container = containerToUse(session, **found, plan.container, true);
    const LogSource source{std::string(pod->ns()), std::string(pod->name()), container};
    bool printsLog = hasEnded(**found);
    if (!printsLog) {
        const auto attached = co_await attachToPod(session, *found, plan);
        printsLog = !attached;
        if (!attached)
            session.warn("warning: couldn't attach to pod/" + source.pod +
                         ", falling back to streaming logs: " + attached.error().message() + "\n");
    }
    if (printsLog) {
        LogPlan log{.resource = source.pod, .container = container};
        log.query["container"] = container;
        if (const int status = co_await printLogs(session, {source}, std::move(log)); status != 0)
            co_return status;
    }
    co_return co_await statusOf(session, *found);
}

const Command kAttach{
    .path = "attach",
    .usage = "(POD | TYPE/NAME) -c CONTAINER",
    .brief = "Attach to a running container",
    .text = "Shows what a container prints from now on, until it ends. `kubectl logs` shows what it printed "
            "before.",
    .examples = "# The output of a Pod\n"
                "kubectl attach web-5d8f9c7b6c-abcde",
    .flags = {kAttachFlags},
    .run = runAttach,
};

} // namespace minato::shell::kubectl
