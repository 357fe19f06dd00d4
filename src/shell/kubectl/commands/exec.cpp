// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// kubectl exec. Mirrors kubectl/pkg/cmd/exec (exec.go) and cmd/util/podcmd.
#include "shell/kubectl/commands/commands.h"
#include "shell/kubectl/container_stream.h"
#include "shell/kubectl/pod_spec.h"
#include "shell/kubectl/pods.h"
#include "shell/kubectl/resource_args.h"
#include "shell/kubectl/session.h"

#include <chrono>

namespace minato::shell::kubectl {
namespace {

using namespace std::chrono_literals;
/// What the call asks for.
struct ExecPlan {
    std::string resource;
    std::vector<std::string> command;
};

Result<ExecPlan> readPlan(const Session &session)
{
    const auto &arguments = session.arguments();
    const auto dashes = session.flags().argumentsBeforeDashes();
    const auto usage = [](std::string_view text) {
        return std::unexpected(Error(std::string(text) + "\nSee 'kubectl exec -h' for help and examples"));
    };
    if (arguments.size() > 1 && dashes == std::string::npos)
        return usage("exec [POD] [COMMAND] is not supported anymore. Use exec [POD] -- [COMMAND] instead");
    if (arguments.empty() || dashes == 0)
        return std::unexpected(Error("pod, type/name or --filename must be specified"));
    if (arguments.size() == 1)
        return std::unexpected(Error("you must specify at least one command for the container"));
    // Words between the Pod and the dashes are not looked at.
    return ExecPlan{arguments.front(),
                    {arguments.begin() + static_cast<std::ptrdiff_t>(dashes), arguments.end()}};
}

client::Task<int> runExec(Session &session)
{
    const auto plan = readPlan(session);
    if (!plan)
        co_return session.fail(plan.error());
    const auto pod = co_await namedPod(session, {plan->resource}, 60s);
    if (!pod)
        co_return session.fail(pod.error());
    const auto phase = (*pod)->status()["phase"].asString();
    if (phase == "Succeeded" || phase == "Failed")
        co_return session.fail(
            Error("cannot exec into a container in a completed pod; current phase is " + std::string(phase)));
    const std::string container =
        containerToUse(session, **pod, session.flags().text("container"), session.flags().isTrue("quiet"));
    const bool hasInput = session.flags().isTrue("stdin"), isTyped = session.process().in->isTerminal();
    const bool asksTerminal = hasInput && session.flags().isTrue("tty");
    if (asksTerminal && !isTyped)
        session.warn("Unable to use a TTY - input is not a terminal or the right kind of file\n");
    const StreamInput input = !hasInput                 ? StreamInput::None
                              : asksTerminal && isTyped ? StreamInput::Terminal
                                                        : StreamInput::Plain;
    api::Request request = streamRequest(**pod, "exec", container, input);
    for (const std::string &word : plan->command)
        request.body.edit("command").push(word);
    const auto end = co_await streamContainer(session, std::move(request), input);
    if (!end)
        co_return session.fail(Error("this cluster executes nothing in containers"));
    co_return end->failure ? failStream(session, *end->failure, end->wasOpen) : 0;
}

constexpr FlagSpec kExecFlags[]{
    {"container", 'c', FlagType::Text, "", "The container in which the command runs."},
    {"stdin", 'i', FlagType::Bool, "false", "Pass what comes in on to the command."},
    {"tty", 't', FlagType::Bool, "false", "Give the command a terminal, when there is one here."},
    {"quiet", 'q', FlagType::Bool, "false", "Print only what the command prints."},
    {"pod-running-timeout", 0, FlagType::Duration, "1m0s", "How long to wait for a Pod of the object."},
};

} // namespace

const Command kExec{
    .path = "exec",
    .usage = "(POD | TYPE/NAME) [-c CONTAINER] [flags] -- COMMAND [args...]",
    .brief = "Execute a command in a container",
    .text = "Runs a command in a container that runs already.",
    .examples = "# In a Pod\n"
                "kubectl exec web-5d8f9c7b6c-abcde -- env\n\n"
                "# In one of a Deployment's Pods\n"
                "kubectl exec deployment/web -- curl -s localhost:8080\n\n"
                "# A shell to type into, until `exit`\n"
                "kubectl exec -ti web-5d8f9c7b6c-abcde -- bash\n\n"
                "# With a shell, for pipes and variables\n"
                "kubectl exec web-5d8f9c7b6c-abcde -- sh -c 'env | grep HOST'",
    .flags = {kExecFlags},
    .run = runExec,
};

} // namespace minato::shell::kubectl
