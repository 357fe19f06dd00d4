// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/kubectl/pods.h"

#include "shell/kubectl/pod_spec.h"
#include "shell/kubectl/resource_args.h"
#include "shell/kubectl/watching.h"

#include <algorithm>
#include <tuple>

namespace minato::shell::kubectl {
namespace {

using kube::Value;

std::string_view readySince(const kube::Object &pod)
{
    for (const Value &condition : pod.status()["conditions"].items())
        if (condition["type"].asString() == "Ready" && condition["status"].asString() == "True")
            return condition["lastTransitionTime"].asString();
    return {};
}

std::int64_t mostRestarts(const kube::Object &pod)
{
    std::int64_t most = 0;
    for (const Value &status : pod.status()["containerStatuses"].items())
        most = std::max(most, status["restartCount"].asInt());
    return most;
}

/// Assigned before not, running before pending, ready (the longest first) before not, then restarts and age.
auto logOrder(const kube::ObjectPtr &pod)
{
    const std::string_view phase = pod->status()["phase"].asString();
    const std::string_view ready = readySince(*pod);
    const int phaseRank = phase == "Pending" ? 2 : phase == "Unknown" ? 1 : 0;
    return std::tuple(pod->spec()["nodeName"].asString().empty(), phaseRank, ready.empty(), ready,
                      -mostRestarts(*pod), pod->metadata()["creationTimestamp"].asString());
}

} // namespace

client::Task<Result<std::vector<kube::ObjectPtr>>> podsForLogs(Session &session, std::string ns,
                                                               std::string selector, base::Duration timeout)
{
    api::Request request{.verb = api::Verb::List,
                         .resource = kube::resources::kPods,
                         .ns = std::move(ns),
                         .query = {{"labelSelector", std::move(selector)}}};
    const auto listed = co_await session.send(request);
    if (!listed)
        co_return std::unexpected(listed.error());
    std::vector<kube::ObjectPtr> pods = listed->list().items;
    if (!pods.empty()) {
        // Few Pods tie; upstream's order is not stable either.
        std::ranges::stable_sort(pods, {}, logOrder);
        co_return pods;
    }
    request.query["resourceVersion"] = listed->list().resourceVersion;
    api::Timers &timers = session.services().timers;
    const base::Instant deadline = timers.now() + timeout;
    Watching watching(session.services().transport, timers, std::move(request));
    for (;;) {
        const auto batch = co_await watching.next(timers, deadline);
        if (!batch)
            co_return std::unexpected(Error("timed out waiting for the condition"));
        if (!*batch)
            co_return std::unexpected(Error((*batch).error()));
        if ((*batch)->empty())
            co_return std::unexpected(Error("watch closed before UntilWithoutRetry timeout"));
        for (const api::WatchEvent &event : **batch)
            if (event.type == api::WatchEvent::Type::Added || event.type == api::WatchEvent::Type::Modified)
                co_return std::vector{event.object};
    }
}

client::Task<Result<kube::ObjectPtr>> namedPod(Session &session, std::vector<std::string> arguments,
                                               base::Duration timeout)
{
    if (arguments.size() == 1 && !arguments.front().contains('/'))
        arguments.insert(arguments.begin(), "pods");
    auto selection = co_await select(session, std::move(arguments), SelectOptions{.hasOneType = true});
    if (!selection)
        co_return std::unexpected(selection.error());
    const FetchedObjects fetched = co_await fetch(session, std::move(*selection));
    if (!fetched.errors.empty())
        co_return std::unexpected(fetched.errors.front());
    const kube::ObjectPtr object = fetched.objects.front().object;
    co_return co_await podOf(session, object, timeout);
}

client::Task<Result<kube::ObjectPtr>> podOf(Session &session, kube::ObjectPtr object, base::Duration timeout)
{
    if (object->kind() == "Pod")
        co_return object;
    const auto selector = podSelector(*object);
    if (!selector)
        co_return std::unexpected(
            Error("cannot attach to *" + goTypeOf(*object) + ": " + selector.error().text));
    auto pods = co_await podsForLogs(session, std::string(object->ns()), *selector, timeout);
    if (!pods)
        co_return std::unexpected(pods.error());
    co_return pods->front();
}

} // namespace minato::shell::kubectl
