// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// kubectl logs. Mirrors kubectl/pkg/cmd/logs (logs.go) and pkg/polymorphichelpers (logsforobject.go).
#include "shell/kubectl/commands/logs.h"

#include "kube/duration.h"
#include "shell/kubectl/commands/commands.h"
#include "shell/kubectl/pod_spec.h"
#include "shell/kubectl/pods.h"
#include "shell/kubectl/resource_args.h"

#include <algorithm>
#include <array>

namespace minato::shell::kubectl {
namespace {

using kube::Value;

constexpr std::string_view kUsage = "expected 'logs [-f] [-p] (POD | TYPE/NAME) [-c CONTAINER]'.\nPOD or "
                                    "TYPE/NAME is a required argument for the "
                                    "logs command";

/// What one log is called: the list of a Pod's containers that has it.
struct ContainerPlace {
    std::string_view list, suffix;
};
constexpr std::array<ContainerPlace, 3> kPlaces{
    {{"containers", ""}, {"ephemeralContainers", " (ephem)"}, {"initContainers", " (init)"}}};

bool hasContainer(const kube::Object &pod, std::string_view name)
{
    return std::ranges::any_of(kPlaces, [&](const ContainerPlace &place) {
        return std::ranges::any_of(pod.spec()[place.list].items(), [&](const Value &container) {
            return container["name"].asString() == name;
        });
    });
}

std::string allContainerNames(const kube::Object &pod)
{
    std::string names;
    for (const ContainerPlace &place : kPlaces)
        for (const Value &container : pod.spec()[place.list].items())
            names += (names.empty() ? "" : ", ") + std::string(container["name"].asString()) +
                     std::string(place.suffix);
    return names;
}

/// The container whose log is meant when none is named; says so when there was a choice.
std::string defaultContainer(const Session &session, const kube::Object &pod, bool isQuiet)
{
    const std::string annotated(pod.annotations()["kubectl.kubernetes.io/default-container"].asString());
    if (!annotated.empty() && hasContainer(pod, annotated))
        return annotated;
    if (!annotated.empty())
        session.warn("Default container name \"" + annotated + "\" not found in pod " +
                     std::string(pod.name()) + "\n");
    const std::string first(pod.spec()["containers"][0]["name"].asString());
    const bool hasChoice = pod.spec()["containers"].size() > 1 || pod.spec()["initContainers"].size() > 0 ||
                           pod.spec()["ephemeralContainers"].size() > 0;
    if (hasChoice && !isQuiet)
        session.warn("Defaulted container \"" + first + "\" out of: " + allContainerNames(pod) + "\n");
    return first;
}

Result<std::vector<LogSource>> sourcesOf(const Session &session, const kube::Object &pod, const LogPlan &plan)
{
    std::vector<LogSource> sources;
    const auto add = [&](std::string container) {
        sources.push_back({std::string(pod.ns()), std::string(pod.name()), std::move(container)});
    };
    if (plan.ofAllContainers) {
        for (const char *list : {"initContainers", "containers", "ephemeralContainers"})
            for (const Value &container : pod.spec()[list].items())
                add(std::string(container["name"].asString()));
        return sources;
    }
    const std::string name =
        plan.container.empty() ? defaultContainer(session, pod, plan.ofAllPods) : plan.container;
    if (!hasContainer(pod, name))
        return std::unexpected(
            Error("container " + name + " is not valid for pod " + std::string(pod.name())));
    add(name);
    return sources;
}

/// The Pods of what was named: the Pod itself, or those that the object selects.
client::Task<Result<std::vector<kube::ObjectPtr>>> podsOf(Session &session, kube::ObjectPtr object,
                                                          LogPlan plan)
{
    if (object->kind() == "Pod")
        co_return std::vector{object};
    const auto selector = podSelector(*object);
    if (!selector)
        co_return std::unexpected(
            Error("cannot get the logs from *" + goTypeOf(*object) + ": " + selector.error().text));
    auto pods = co_await podsForLogs(session, std::string(object->ns()), *selector, plan.podTimeout);
    if (!pods || pods->size() == 1 || plan.ofAllPods)
        co_return pods;
    session.warn("Found " + std::to_string(pods->size()) + " pods, using pod/" +
                 std::string(pods->front()->name()) + "\n");
    pods->resize(1);
    co_return pods;
}

Error inNamespace(const Session &session, Error error)
{
    if (!error.isNotFound())
        return error;
    return Error("error from server (NotFound): " + error.message() + " in namespace \"" + session.ns() +
                 "\"");
}

/// TYPE/NAME or the name of a Pod, or all that -l selects.
client::Task<Result<std::vector<kube::ObjectPtr>>> findPods(Session &session, LogPlan plan)
{
    SelectOptions options{.hasOneType = true};
    options.labelSelector = session.flags().text("selector");
    options.hasLabelSelector = !options.labelSelector.empty();
    std::vector<std::string> arguments{"pods"};
    if (!plan.resource.empty()) {
        if (plan.resource.contains('/'))
            arguments = {plan.resource};
        else
            arguments.push_back(plan.resource);
    }
    auto selection = co_await select(session, arguments, options);
    if (!selection)
        co_return std::unexpected(selection.error());
    const FetchedObjects fetched = co_await fetch(session, std::move(*selection));
    if (!fetched.errors.empty())
        co_return std::unexpected(inNamespace(session, fetched.errors.front()));
    if (options.hasLabelSelector) {
        std::vector<kube::ObjectPtr> pods;
        for (const Fetched &item : fetched.objects)
            pods.push_back(item.object);
        if (pods.empty())
            session.warn("No resources found in " + session.ns() + " namespace.\n");
        co_return pods;
    }
    auto pods = co_await podsOf(session, fetched.objects.front().object, std::move(plan));
    co_return pods;
}

Result<LogPlan> readPlan(const Session &session)
{
    const Flags &flags = session.flags();
    const auto &arguments = session.arguments();
    const bool hasSelector = !flags.text("selector").empty();
    const auto usage = [&](std::string_view text) {
        return std::unexpected(Error(std::string(text) + "\nSee 'kubectl logs -h' for help and examples"));
    };
    if ((arguments.empty() && !hasSelector) || arguments.size() > 2)
        return usage(kUsage);
    if (arguments.size() == 1 && hasSelector)
        return usage("only a selector (-l) or a POD name is allowed");
    LogPlan plan{
        .resource = arguments.empty() ? "" : arguments[0],
        .container = arguments.size() == 2 ? arguments[1] : flags.text("container"),
        .ofAllContainers = flags.isTrue("all-containers"),
        .ofAllPods = flags.isTrue("all-pods"),
        .follows = flags.isTrue("follow"),
        .isPrefixed = flags.isTrue("prefix") || flags.isTrue("all-pods"),
        .ignoresErrors = flags.isTrue("ignore-errors"),
        .mostFollowed = static_cast<std::size_t>(std::max<std::int64_t>(flags.number("max-log-requests"), 0)),
        .podTimeout =
            kube::parseGoDuration(flags.text("pod-running-timeout")).value_or(base::Duration::zero())};
    if (plan.podTimeout <= base::Duration::zero())
        return std::unexpected(Error("--pod-running-timeout must be higher than zero"));
    if (const std::string &since = flags.text("since-time"); !since.empty() && !base::parseRfc3339(since))
        return std::unexpected(Error("parsing time \"" + since +
                                     "\" as \"2006-01-02T15:04:05Z07:00\": cannot parse \"" + since +
                                     "\" as \"2006\""));
    return plan;
}

/// The query of the log, and what contradicts itself in the flags.
Result<void> completePlan(const Session &session, LogPlan &plan)
{
    const Flags &flags = session.flags();
    const base::Duration since = kube::parseGoDuration(flags.text("since")).value_or(base::Duration::zero());
    if (!flags.text("since-time").empty() && since != base::Duration::zero())
        return std::unexpected(Error("at most one of `sinceTime` or `sinceSeconds` may be specified"));
    if (plan.ofAllContainers && !plan.container.empty())
        return std::unexpected(
            Error("--all-containers=true should not be specified with container name " + plan.container));
    if (flags.isGiven("container") && session.arguments().size() == 2)
        return std::unexpected(Error("only one of -c or an inline [CONTAINER] arg is allowed"));
    if (flags.number("limit-bytes") < 0)
        return std::unexpected(Error("--limit-bytes must be greater than 0"));
    const auto seconds = std::chrono::round<std::chrono::seconds>(std::chrono::nanoseconds(since)).count();
    if (since != base::Duration::zero() && seconds < 0)
        return std::unexpected(Error("--since must be greater than 0"));
    const std::int64_t tail = flags.number("tail");
    if (tail < -1)
        return std::unexpected(Error("--tail must be greater than or equal to -1"));
    const bool tailsBySelector = !flags.text("selector").empty() && tail == -1 && !flags.isGiven("tail");
    if (tailsBySelector || tail != -1)
        plan.query["tailLines"] = tailsBySelector ? "10" : std::to_string(tail);
    if (since != base::Duration::zero())
        plan.query["sinceSeconds"] = std::to_string(seconds);
    if (!flags.text("since-time").empty())
        plan.query["sinceTime"] = flags.text("since-time");
    if (flags.number("limit-bytes") != 0)
        plan.query["limitBytes"] = std::to_string(flags.number("limit-bytes"));
    for (const char *name : {"follow", "previous", "timestamps"})
        if (flags.isTrue(name))
            plan.query[name] = "true";
    return {};
}

client::Task<int> runLogs(Session &session)
{
    auto plan = readPlan(session);
    if (!plan)
        co_return session.fail(plan.error());
    const auto pods = co_await findPods(session, *plan);
    if (!pods)
        co_return session.fail(pods.error());
    if (const auto done = completePlan(session, *plan); !done)
        co_return session.fail(done.error());
    std::vector<LogSource> sources;
    for (const kube::ObjectPtr &pod : *pods) {
        const auto found = sourcesOf(session, *pod, *plan);
        if (!found)
            co_return session.fail(found.error());
        sources.insert(sources.end(), found->begin(), found->end());
    }
    if (plan->follows && sources.size() > 1 && sources.size() > plan->mostFollowed)
        co_return session.fail(
            std::format("you are attempting to follow {} log streams, but maximum allowed concurrency "
                        "is {}, use --max-log-requests to increase the limit",
                        sources.size(), plan->mostFollowed));
    const int status = co_await printLogs(session, std::move(sources), *plan);
    co_return status;
}

constexpr FlagSpec kLogsFlags[]{
    {"follow", 'f', FlagType::Bool, "false", "Go on printing as the log grows."},
    {"previous", 'p', FlagType::Bool, "false", "The log of the container before its last restart."},
    {"container", 'c', FlagType::Text, "", "The container whose log it is."},
    {"all-containers", 0, FlagType::Bool, "false", "The logs of all containers."},
    {"all-pods", 0, FlagType::Bool, "false", "The logs of all Pods; each line begins with its Pod."},
    {"selector", 'l', FlagType::Text, "", "The logs of the Pods with these labels."},
    {"tail", 0, FlagType::Int, "-1", "Only the last lines; -1: all, or 10 with a selector."},
    {"since", 0, FlagType::Duration, "0s", "Only lines younger than this: 5s, 2m, 3h."},
    {"since-time", 0, FlagType::Text, "", "Only lines after this moment (RFC 3339)."},
    {"timestamps", 0, FlagType::Bool, "false", "Begin each line with its time."},
    {"limit-bytes", 0, FlagType::Int, "0", "Not more than this; 0: no limit."},
    {"prefix", 0, FlagType::Bool, "false", "Begin each line with its Pod and container."},
    {"ignore-errors", 0, FlagType::Bool, "false", "Go on with the other logs when one fails."},
    {"max-log-requests", 0, FlagType::Int, "5", "How many logs may be followed at once."},
    {"pod-running-timeout", 0, FlagType::Duration, "20s", "How long to wait for a Pod of the object."},
    {"insecure-skip-tls-verify-backend", 0, FlagType::Bool, "false",
     "Do not check the kubelet's certificate."},
};

} // namespace

const Command kLogs{
    .path = "logs",
    .usage = "[-f] [-p] (POD | TYPE/NAME) [-c CONTAINER]",
    .brief = "Print the logs for a container in a pod",
    .text = "Prints what a container has written. With one container its name may be left out.",
    .examples = "# A Pod\n"
                "kubectl logs web-5d8f9c7b6c-abcde\n\n"
                "# One of a Deployment's Pods, as it goes on\n"
                "kubectl logs -f deployment/web\n\n"
                "# All Pods with a label, each line with its Pod\n"
                "kubectl logs -l app=web --prefix",
    .flags = {kLogsFlags},
    .run = runLogs,
};

} // namespace minato::shell::kubectl
