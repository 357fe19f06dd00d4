// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/kubectl/waiting.h"

#include "shell/kubectl/watching.h"

namespace minato::shell::kubectl {
namespace {

constexpr base::Duration kPause = std::chrono::seconds(1); // before listing again

/// One list and the watch after it. Nullopt: the server ended the watch.
client::Task<Result<std::optional<bool>>> watchOnce(Session &session, api::Request request,
                                                    base::Instant deadline, ObjectWatcher watcher)
{
    api::Timers &timers = session.services().timers;
    const auto listed = co_await session.send(request);
    if (!listed)
        co_return std::unexpected(listed.error());
    const auto *list = std::get_if<kube::ObjectList>(&listed->payload);
    if (!list)
        co_return std::unexpected(Error("unexpected answer to a list"));
    if (watcher(list->items.empty() ? nullptr : list->items.front()) == Watched::Stop)
        co_return std::optional(true);
    request.query["resourceVersion"] = list->resourceVersion;
    request.query["allowWatchBookmarks"] = "true";
    Watching watching(session.services().transport, timers, std::move(request));
    for (;;) {
        const auto batch = co_await watching.next(timers, deadline);
        if (!batch)
            co_return std::optional(false);
        if (!*batch || (*batch)->empty())
            co_return std::optional<bool>();
        for (const api::WatchEvent &event : **batch) {
            if (event.type == api::WatchEvent::Type::Bookmark)
                continue;
            const bool isGone = event.type == api::WatchEvent::Type::Deleted;
            if (watcher(isGone ? nullptr : event.object) == Watched::Stop)
                co_return std::optional(true);
        }
    }
}

} // namespace

client::Task<Result<bool>> watchObject(Session &session, std::shared_ptr<const ApiResource> type,
                                       std::string ns, std::string name, base::Instant deadline,
                                       ObjectWatcher watcher)
{
    const api::Request request{.verb = api::Verb::List,
                               .resource = type->gvr,
                               .ns = std::move(ns),
                               .query = {{"fieldSelector", "metadata.name=" + name}}};
    for (;;) {
        const auto ended = co_await watchOnce(session, request, deadline, watcher);
        if (!ended)
            co_return std::unexpected(ended.error());
        if (*ended)
            co_return **ended;
        co_await client::sleep(session.services().timers, kPause);
    }
}

client::Task<Result<void>> waitUntilGone(Session &session, std::shared_ptr<const ApiResource> type,
                                         std::string ns, std::string name, std::string uid,
                                         base::Instant deadline)
{
    api::Request get{.verb = api::Verb::Get, .resource = type->gvr, .ns = ns, .name = name};
    const auto answer = co_await session.send(std::move(get));
    if (!answer && answer.error().isNotFound())
        co_return Result<void>();
    if (!answer)
        co_return std::unexpected(answer.error());
    if (!uid.empty() && answer->object()->uid() != uid)
        co_return Result<void>();
    const ObjectWatcher isGone = [uid](const kube::ObjectPtr &object) {
        return !object || (!uid.empty() && object->uid() != uid) ? Watched::Stop : Watched::GoOn;
    };
    const auto met = co_await watchObject(session, type, std::move(ns), name, deadline, isGone);
    if (!met)
        co_return std::unexpected(met.error());
    if (!*met)
        co_return std::unexpected(
            Error("timed out waiting for the condition on " + type->gvr.resource + "/" + name));
    co_return Result<void>();
}

} // namespace minato::shell::kubectl
